import { z } from 'zod'
import type { Correction, StoredReport } from '#core/reporting'
import { partsSchema } from './parts-schema.ts'

/** Columns of a report that a seal covers, and the hashes of its files in their order. */
export interface ReportRecord {
  readonly report_id: string
  readonly item_id: string
  readonly unit_id: string
  readonly figure_period_id: string
  readonly state: string
  readonly late: boolean
  readonly figure: string | null
  readonly no_change: boolean
  readonly claim: string | null
  readonly paragraph: string
  readonly blockage: unknown
  readonly node_labels_done: unknown
  readonly evidence: unknown
  readonly parts: unknown
}

const labels = z.array(z.string())
const blockageSchema = z.object({ what: z.string(), needs: z.string(), by: z.string().nullable() }).nullable()

/** A report as it is compared with its seal. What cannot be read was tampered with; it then differs from the seal by its paragraph. */
export function storedReportOf(row: ReportRecord): StoredReport {
  const blockage = blockageSchema.safeParse(row.blockage)
  const nodesDone = labels.safeParse(row.node_labels_done)
  const parts = partsSchema.safeParse(row.parts)
  const readable = blockage.success && nodesDone.success && parts.success
  return {
    reportId: row.report_id,
    itemId: row.item_id,
    unitId: row.unit_id,
    figurePeriodId: row.figure_period_id,
    state: row.state as StoredReport['state'],
    late: row.late,
    body: {
      figure: row.figure,
      noChange: row.no_change,
      claim: row.claim as StoredReport['body']['claim'],
      paragraph: readable
        ? row.paragraph
        : `unreadable: ${JSON.stringify([row.blockage, row.node_labels_done, row.parts])}`,
      blockage: blockage.data ?? null,
      nodesDone: nodesDone.data ?? [],
      evidence: labels.parse(row.evidence),
      parts: parts.data ?? null,
    },
  }
}

/** Columns of a correction. */
export interface CorrectionRecord {
  readonly correction_id: string
  readonly seal_seq: number
  readonly item_id: string
  readonly old_figure: string | null
  readonly new_figure: string | null
  readonly old_claim: string | null
  readonly new_claim: string | null
  readonly reason: string
  readonly made_at: string
  readonly made_by: string
  readonly approved_at: string | null
  readonly approved_by: string | null
  readonly refused_at: string | null
}

/** A correction as it is compared with the log. */
export function correctionRecord(row: CorrectionRecord): Correction {
  return {
    correctionId: row.correction_id,
    sealSeq: row.seal_seq,
    itemId: row.item_id,
    oldFigure: row.old_figure,
    newFigure: row.new_figure,
    oldClaim: row.old_claim as Correction['oldClaim'],
    newClaim: row.new_claim as Correction['newClaim'],
    reason: row.reason,
    madeAt: row.made_at,
    madeBy: row.made_by,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    refusedAt: row.refused_at,
  }
}
