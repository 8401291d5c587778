import { canonicalJson } from '#core/kit'
import type { Accumulation } from '#core/plan'
import type { Json } from '#core/kit'
import type { ReportBody, Seal, SealedAbsence, SealedReport, SealPayload, Sha256, SheetLine } from './types.ts'

/** What stands before the first seal of a region, and before its first audit row. */
export const genesisHash = '0'.repeat(64)

/** SHA-256 of the canonical JSON of a report's body: a change of any byte of it shows. */
export function reportBodyHash(body: ReportBody, sha256: Sha256): string {
  const { figure, noChange, claim, paragraph, nodesDone, evidence } = body
  const blockage = body.blockage && { what: body.blockage.what, needs: body.blockage.needs, by: body.blockage.by }
  const said = { figure, noChange, claim, paragraph, blockage, nodesDone, evidence }
  // Only a rate has parts: what was sealed before there were any keeps its hash.
  return sha256(canonicalJson(body.parts ? { ...said, parts: { ...body.parts } } : said))
}

/** What a seal shows of a rate's parts. */
export function sealedParts({ parts }: Pick<ReportBody, 'parts'>): Pick<SealedReport, 'parts'> {
  return parts ? { parts: { numerator: parts.numerator, denominator: parts.denominator } } : {}
}

/** A counted report as a line of the seal. `figure` is what counts ("no change" resolved); decimals are canonical strings. */
export function sealedReport(
  line: SheetLine & { reportId: string; accumulation: Accumulation | null; figure: string | null; late: boolean },
  body: ReportBody,
  sha256: Sha256,
): SealedReport {
  return {
    itemId: line.itemId,
    unitId: line.unitId,
    reportId: line.reportId,
    figurePeriodId: line.figurePeriodId,
    accumulation: line.accumulation,
    figure: line.figure,
    noChange: body.noChange,
    claim: body.claim,
    nodesDone: [...body.nodesDone],
    late: line.late,
    evidence: [...body.evidence],
    ...sealedParts(body),
    bodyHash: reportBodyHash(body, sha256),
  }
}

type Placed = { readonly itemId: string; readonly unitId: string }

const byItemThenUnit = (a: Placed, b: Placed): number => compare(a.itemId, b.itemId) || compare(a.unitId, b.unitId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const absence = ({ itemId, unitId }: SealedAbsence): SealedAbsence => ({ itemId, unitId })

/** Builds the next seal of a region's chain. The payload is the exact text that is hashed and stored. */
export function makeSeal(
  content: Omit<SealPayload, 'seq' | 'previousHash'>,
  previous: Seal | null,
  sha256: Sha256,
): Seal {
  const [seq, previousHash] = [(previous?.seq ?? 0) + 1, previous?.hash ?? genesisHash]
  const payload: SealPayload = {
    ...content,
    counted: [...content.counted].sort(byItemThenUnit),
    pending: content.pending.map(absence).sort(byItemThenUnit),
    silent: content.silent.map(absence).sort(byItemThenUnit),
    seq,
    previousHash,
  }
  const text = canonicalJson(payload as unknown as Json)
  return { seq, payload: text, previousHash, hash: sha256(text) }
}

/** Reads a seal's payload back; the caller has verified it. */
export function readSeal(seal: Pick<Seal, 'payload'>): SealPayload {
  return JSON.parse(seal.payload) as SealPayload
}
