import { canonicalJson, type Json, refuse, type Refusal } from '#core/kit'
import {
  type AuditLink,
  type AuditRow,
  comparePlans,
  compareWithLog,
  compareWithSeal,
  type Correction,
  payloadOf,
  type Seal,
  type Sha256,
  type StoredPlanVersion,
  type StoredReport,
  verifyAuditLinks,
  verifySeals,
} from '#core/reporting'

/** A place in the audit chain with its row; null where the row is gone. */
export interface AuditEntryRecord {
  readonly link: AuditLink
  readonly row: AuditRow | null
}

/** What verification reads of one region, from the running database or from a backup without any server. */
export interface RegionRecords {
  readonly regionId: string
  /** In order of their places. */
  seals(): Promise<readonly Seal[]>
  reportsOf(cadenceId: string, periodId: string): Promise<readonly StoredReport[]>
  planVersions(): Promise<readonly StoredPlanVersion[]>
  corrections(): Promise<readonly Correction[]>
  files(): Promise<readonly { readonly sha256: string; readonly name: string }[]>
  checkFile(sha256: string): Promise<'intact' | 'changed' | 'missing'>
  /** The whole chain, in order of the places, in stretches of any length. */
  auditChain(): AsyncIterable<readonly AuditEntryRecord[]>
  /** Rows that have no place yet, and how many claim one that the chain does not hold. */
  auditTail(): Promise<{ readonly rows: readonly AuditRow[]; readonly claimed: number }>
}

/** The outcome for one region: what was looked at, the heads of its chains, and what does not hold. */
export interface RegionProof {
  readonly regionId: string
  readonly seals: number
  readonly reports: number
  readonly corrections: number
  readonly files: number
  readonly auditLinks: number
  /** Committed log rows that have no place in the chain yet. */
  readonly auditTail: number
  readonly sealHead: string | null
  readonly auditHead: string | null
  readonly findings: readonly Refusal[]
}

/**
 * Recomputes everything of a region that must not have changed: the chain of seals, every sealed report against its row, the
 * plans, corrections, files, and the chain of the log. `expectHead`: a head as printed in an issued document; the chain must
 * contain it, so that everything up to that document is proven.
 */
export async function verifyRegion(
  records: RegionRecords,
  options: { readonly sha256: Sha256; readonly expectHead?: string | undefined },
): Promise<RegionProof> {
  const { sha256, expectHead } = options
  const seals = await records.seals()
  const corrections = await records.corrections()
  const sealed = await verifySealed(records, seals, sha256)
  const audit = await verifyAudit(records, sha256)
  const files = await verifyFiles(records)
  const missing =
    expectHead !== undefined && !seals.some((seal) => seal.hash === expectHead)
      ? [refuse('proof.headNotInChain', { head: expectHead }).refusal]
      : []
  return {
    regionId: records.regionId,
    seals: seals.length,
    reports: sealed.reports,
    corrections: corrections.length,
    files: files.count,
    auditLinks: audit.links,
    auditTail: audit.tail,
    sealHead: seals.at(-1)?.hash ?? null,
    auditHead: audit.head,
    findings: [
      ...missing,
      ...sealed.findings,
      ...compareWithLog(seals, corrections, audit.logged),
      ...files.findings,
      ...audit.findings,
    ],
  }
}

async function verifySealed(records: RegionRecords, seals: readonly Seal[], sha256: Sha256) {
  const findings: Refusal[] = []
  let reports = 0
  const chain = verifySeals(seals, sha256)
  if (!chain.ok) findings.push(refuse('proof.sealChain', { seq: chain.seq, fault: chain.fault }).refusal)
  const versions = await records.planVersions()
  for (const seal of seals) {
    const payload = payloadOf(seal)
    if (!payload) continue
    const stored = await records.reportsOf(payload.cadenceId, payload.periodId)
    reports += payload.counted.length
    findings.push(...compareWithSeal(payload, stored, sha256), ...comparePlans(payload, versions))
  }
  return { findings, reports }
}

async function verifyFiles(records: RegionRecords) {
  const files = new Map((await records.files()).map(({ sha256, name }) => [sha256, name]))
  const findings: Refusal[] = []
  for (const [sha256, name] of files) {
    const found = await records.checkFile(sha256)
    if (found === 'changed') findings.push(refuse('proof.fileChanged', { name, sha256 }).refusal)
    if (found === 'missing') findings.push(refuse('proof.fileMissing', { name, sha256 }).refusal)
  }
  return { findings, count: files.size }
}

async function verifyAudit(records: RegionRecords, sha256: Sha256) {
  const findings: Refusal[] = []
  const logged = { seals: new Map<string, string>(), made: new Map<string, string>(), approved: new Set<string>() }
  let last: AuditLink | null = null
  for await (const stretch of records.auditChain()) {
    const whole = stretch.flatMap(({ link, row }) => (row ? [{ link, row }] : []))
    const gap = stretch.find(({ row }) => row === null)
    if (gap) findings.push(refuse('proof.auditRowMissing', { seq: gap.link.seq }).refusal)
    else {
      const verdict = verifyAuditLinks(records.regionId, whole, sha256, last)
      if (!verdict.ok) findings.push(refuse('proof.auditChain', { seq: verdict.seq, fault: verdict.fault }).refusal)
    }
    for (const { row } of whole) noteAct(logged, row)
    last = stretch.at(-1)?.link ?? last
  }
  const tail = await records.auditTail()
  for (const row of tail.rows) noteAct(logged, row)
  if (tail.claimed > 0) findings.push(refuse('proof.auditUnlinked', { count: tail.claimed }).refusal)
  return { findings, logged, links: last?.seq ?? 0, tail: tail.rows.length, head: last?.hash ?? null }
}

function noteAct(
  logged: { seals: Map<string, string>; made: Map<string, string>; approved: Set<string> },
  { action, objectId, body }: AuditRow,
): void {
  if (action === 'correction.approve') logged.approved.add(objectId)
  if (action === 'correction.make') logged.made.set(objectId, canonicalAgain(body))
  if (action === 'period.seal') logged.seals.set(objectId, sealHashOf(body))
}

/** The text of a log row in canonical form; text that was tampered with into no JSON at all stays what it is. */
function canonicalAgain(body: string): string {
  try {
    return canonicalJson(JSON.parse(body) as Json)
  } catch {
    return body
  }
}

function sealHashOf(body: string): string {
  try {
    const said: unknown = JSON.parse(body)
    return typeof said === 'object' && said !== null && 'hash' in said ? String(said.hash) : ''
  } catch {
    return ''
  }
}
