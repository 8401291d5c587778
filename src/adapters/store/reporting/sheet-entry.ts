import { z } from 'zod'
import type { ReportRow, SheetEntry } from '#app/reporting'
import { noChangeRun } from '#core/reporting'
import type { EntryRecord } from './entry-query.ts'
import { partsSchema } from './parts-schema.ts'
import { planItemOf } from './plan-item.ts'

const labelsSchema = z.array(z.string())
const blockageSchema = z.object({ what: z.string(), needs: z.string(), by: z.string().nullable() }).nullable()

const filesSchema = z
  .array(
    z.object({
      attachmentId: z.string(),
      sha256: z.string(),
      fileName: z.string(),
      mediaType: z.string(),
      sizeBytes: z.number(),
    }),
  )
  .nullable()

/** PostgreSQL writes instants in JSON with the session's offset; the product writes them in UTC. */
const instant = z.string().transform((text) => new Date(text).toISOString())

const disputeSchema = z
  .object({ state: z.enum(['open', 'kept', 'assigned']), reportDueAt: instant.nullable() })
  .nullable()

/** A line of the query as the use cases read it. */
export function entryOf(row: EntryRecord): SheetEntry {
  return {
    cadenceId: row.cadenceId,
    periodId: row.periodId,
    itemId: row.itemId,
    unitId: row.unitId,
    unitName: row.unitName,
    figurePeriodId: row.figurePeriodId,
    periodState: row.periodState as SheetEntry['periodState'],
    dueAt: row.dueAt,
    item: planItemOf(row.item),
    planId: row.planId,
    officeUnitId: row.officeUnitId,
    report: reportOf(row),
    last: lastOf(row),
    dispute: disputeSchema.parse(row.dispute),
  }
}

function reportOf(row: EntryRecord): ReportRow | null {
  if (row.reportId === null || row.revision === null || row.changedAt === null) return null
  const files = filesSchema.parse(row.files) ?? []
  return {
    reportId: row.reportId,
    state: row.state as ReportRow['state'],
    revision: row.revision,
    body: {
      figure: row.figure,
      noChange: row.noChange === true,
      claim: row.claim as ReportRow['body']['claim'],
      paragraph: row.paragraph ?? '',
      blockage: blockageSchema.parse(row.blockage),
      nodesDone: labelsSchema.parse(row.nodesDone),
      evidence: files.map((file) => file.sha256),
      parts: partsSchema.parse(row.parts),
    },
    files,
    late: row.late === true,
    channel: row.channel as ReportRow['channel'],
    respondent: row.respondent,
    requestKey: row.requestKey,
    submittedAt: row.submittedAt,
    submittedBy: row.submittedBy,
    submittedFor: row.submittedFor,
    signedAt: row.signedAt,
    signedBy: row.signedBy,
    signedFor: row.signedFor,
    decidedAt: row.decidedAt,
    decidedBy: row.decidedBy,
    decidedFor: row.decidedFor,
    returnReason: row.returnReason,
    returnDueAt: row.returnDueAt,
    changedAt: row.changedAt,
    changedBy: row.changedBy,
  }
}

function lastOf(row: EntryRecord): SheetEntry['last'] {
  if (row.lastPeriodId === null) return correctedOnly(row)
  const isCorrected = row.fixedPeriodId !== null && row.fixedPeriodId >= (row.statedPeriodId ?? '')
  const oldestFirst = [...(row.unchanged ?? [])].reverse().map((noChange) => ({ noChange }))
  return {
    figurePeriodId: row.lastPeriodId,
    value: isCorrected ? row.fixedValue : row.statedValue,
    noChanges: noChangeRun(oldestFirst),
    claim: row.lastClaim as NonNullable<SheetEntry['last']>['claim'],
    blockage: blockageSchema.parse(row.lastBlockage),
    parts: partsSchema.parse(row.lastParts),
  }
}

/** A silent period's figure that came by correction, where nothing else was ever accepted. */
function correctedOnly(row: EntryRecord): SheetEntry['last'] {
  if (row.fixedPeriodId === null) return null
  return {
    figurePeriodId: row.fixedPeriodId,
    value: row.fixedValue,
    noChanges: 0,
    claim: null,
    blockage: null,
    parts: null,
  }
}
