import type { AuditEntryRecord, RegionRecords } from '#app/reporting'
import { canonicalJson, type Json } from '#core/kit'
import type { AuditRow, Correction, Seal, Sha256, StoredPlanVersion, StoredReport } from '#core/reporting'
import { correctionRecord, storedReportOf } from '../reporting/proof-records.ts'
import { entryKind } from './archive-names.ts'
import { readArchive } from './archive.ts'
import { checkBackup, rowsOf } from './check-backup.ts'
import { copyRows } from './copy-text.ts'

type Row = Readonly<Record<string, string | null>>

/** What a backup holds of one region, as far as it is verified. */
interface Shelf {
  readonly seals: Seal[]
  readonly reports: Map<string, StoredReport[]>
  readonly plans: StoredPlanVersion[]
  readonly corrections: Correction[]
  readonly files: { readonly sha256: string; readonly name: string }[]
  /** Files in use by the report that they back, each with its place among them. */
  readonly evidence: Map<string, { readonly sha256: string; readonly order: string }[]>
  readonly links: AuditEntryRecord['link'][]
  readonly rows: Map<string, AuditRow>
  readonly unlinked: AuditRow[]
}

/**
 * Reads a backup into the records of its regions, without any server. The whole archive is compared with its manifest first;
 * throws a StoreError where it is damaged.
 */
export async function backupRecords(path: string, sha256: Sha256): Promise<readonly RegionRecords[]> {
  const manifest = await checkBackup(path)
  const columns = new Map(manifest.tables.map((table) => [table.name, table.columns]))
  const shelves = new Map<string, Shelf>()
  const kept = new Set<string>()
  for await (const entry of readArchive(path)) {
    const is = entryKind(entry.name)
    if (is.kind === 'file') kept.add(is.sha256)
    if (is.kind !== 'rows') continue
    const take = readers[is.table]
    if (!take) continue
    for (const row of copyRows((await rowsOf(entry)).toString('utf8'), columns.get(is.table) ?? [])) {
      take(shelfOf(shelves, text(row, 'region_id')), row, sha256)
    }
  }
  return [...shelves].map(([regionId, shelf]) => recordsOf(regionId, shelf, kept))
}

function shelfOf(shelves: Map<string, Shelf>, regionId: string): Shelf {
  const known = shelves.get(regionId)
  if (known) return known
  const lists = { seals: [], plans: [], corrections: [], files: [], links: [], unlinked: [] }
  const made: Shelf = { ...lists, evidence: new Map(), reports: new Map(), rows: new Map() }
  shelves.set(regionId, made)
  return made
}

/** Tables in the order in which a backup writes them: the files of a report come before the report. */
const readers: Readonly<Record<string, (shelf: Shelf, row: Row, sha256: Sha256) => void>> = {
  region: () => undefined,
  attachment: (shelf, row) => {
    const sha256 = text(row, 'sha256')
    shelf.files.push({ sha256, name: text(row, 'file_name') })
    if (row['owner_kind'] !== 'report' || row['removed_at'] !== null) return
    const order = `${text(row, 'added_at')} ${text(row, 'attachment_id')}`
    listIn(shelf.evidence, text(row, 'owner_id')).push({ sha256, order })
  },
  audit: (shelf, row) => {
    const entry = auditRow(row)
    shelf.rows.set(entry.auditId, entry)
    if (row['linked'] !== 't') shelf.unlinked.push(entry)
  },
  audit_link: (shelf, row) => {
    const [auditId, previousHash, hash] = [text(row, 'audit_id'), text(row, 'previous_hash'), text(row, 'hash')]
    shelf.links.push({ seq: Number(row['seq']), auditId, previousHash, hash })
  },
  correction: (shelf, row) => {
    const figures = { old_figure: row['old_figure'] ?? null, new_figure: row['new_figure'] ?? null }
    const claims = { old_claim: row['old_claim'] ?? null, new_claim: row['new_claim'] ?? null }
    const decided = { approved_by: row['approved_by'] ?? null, refused_at: row['refused_at'] ?? null }
    shelf.corrections.push(
      correctionRecord({
        ...{ ...figures, ...claims, ...decided, approved_at: row['approved_at'] ?? null },
        ...{
          correction_id: text(row, 'correction_id'),
          seal_seq: Number(row['seal_seq']),
          item_id: text(row, 'item_id'),
        },
        ...{ reason: text(row, 'reason'), made_at: text(row, 'made_at'), made_by: text(row, 'made_by') },
      }),
    )
  },
  plan_version: (shelf, row, sha256) => {
    const contentHashNow = sha256(canonicalJson(JSON.parse(text(row, 'content')) as Json))
    const [planId, contentHash] = [text(row, 'plan_id'), text(row, 'content_hash')]
    shelf.plans.push({ planId, version: Number(row['version']), contentHash, contentHashNow })
  },
  report: (shelf, row) => {
    listIn(shelf.reports, `${text(row, 'cadence_id')} ${text(row, 'period_id')}`).push(reportOf(shelf, row))
  },
  seal: (shelf, row) => {
    const [payload, previousHash, hash] = [text(row, 'payload'), text(row, 'previous_hash'), text(row, 'hash')]
    shelf.seals.push({ seq: Number(row['seq']), payload, previousHash, hash })
  },
}

function reportOf(shelf: Shelf, row: Row): StoredReport {
  const reportId = text(row, 'report_id')
  const files = (shelf.evidence.get(reportId) ?? []).sort((a, b) => (a.order < b.order ? -1 : 1))
  return storedReportOf({
    ...{ report_id: reportId, item_id: text(row, 'item_id'), unit_id: text(row, 'unit_id') },
    ...{ figure_period_id: text(row, 'figure_period_id'), state: text(row, 'state'), late: row['late'] === 't' },
    ...{ figure: row['figure'] ?? null, no_change: row['no_change'] === 't', claim: row['claim'] ?? null },
    paragraph: text(row, 'paragraph'),
    blockage: row['blockage'] == null ? null : JSON.parse(row['blockage']),
    node_labels_done: JSON.parse(text(row, 'node_labels_done')),
    evidence: files.map((file) => file.sha256),
    parts: row['parts'] == null ? null : JSON.parse(row['parts']),
  })
}

function listIn<Entry>(lists: Map<string, Entry[]>, key: string): Entry[] {
  const known = lists.get(key)
  if (known) return known
  const made: Entry[] = []
  lists.set(key, made)
  return made
}

function auditRow(row: Row): AuditRow {
  return {
    ...{ auditId: text(row, 'audit_id'), at: instant(text(row, 'at')), actorId: row['actor_id'] ?? null },
    ...{ action: text(row, 'action'), objectKind: text(row, 'object_kind') },
    ...{ objectId: text(row, 'object_id'), body: text(row, 'body') },
  }
}

/** `2026-03-10 02:00:00.5+00` → `2026-03-10T02:00:00.500000Z`, as the chain was made from. A backup is written in UTC. */
function instant(copied: string): string {
  const [, day = '', time = '', fraction = ''] = /^(\S+) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/u.exec(copied) ?? []
  return `${day}T${time}.${fraction.padEnd(6, '0')}Z`
}

const text = (row: Row, column: string): string => row[column] ?? ''

function recordsOf(regionId: string, shelf: Shelf, kept: ReadonlySet<string>): RegionRecords {
  const inOrder = shelf.links.sort((a, b) => a.seq - b.seq)
  const placed = new Set(inOrder.map((link) => link.auditId))
  const waiting = new Set(shelf.unlinked.map((row) => row.auditId))
  return {
    regionId,
    seals: async () => shelf.seals.sort((a, b) => a.seq - b.seq),
    reportsOf: async (cadenceId, periodId) => shelf.reports.get(`${cadenceId} ${periodId}`) ?? [],
    planVersions: async () => shelf.plans,
    corrections: async () => shelf.corrections,
    files: async () => shelf.files,
    // Contents were compared with their names when the archive was checked.
    checkFile: async (sha256) => (kept.has(sha256) ? 'intact' : 'missing'),
    async *auditChain() {
      yield inOrder.map((link) => ({ link, row: shelf.rows.get(link.auditId) ?? null }))
    },
    auditTail: async () => ({
      rows: shelf.unlinked,
      claimed: [...shelf.rows.keys()].filter((auditId) => !placed.has(auditId) && !waiting.has(auditId)).length,
    }),
  }
}
