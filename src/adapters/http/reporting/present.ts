import type * as reporting from '#app/reporting'
import { type Result, accept } from '#core/kit'
import type { Target } from '#core/plan'
import { figureBy } from '#core/reporting'
import { type Language, refusalWords } from '#adapters/http/contract/words'
import type { Correction, Outcome, SheetLine } from '#adapters/http/contract/reporting'

/** A sheet line as pages read it: who submitted and signed stays inside, only when. */
export function lineOf(entry: reporting.SheetEntry): SheetLine {
  const { cadenceId, periodId, itemId, unitId, unitName, figurePeriodId, periodState, dueAt, item, report, last } =
    entry
  return {
    ...{ cadenceId, periodId, itemId, unitId, unitName, figurePeriodId, periodState, dueAt },
    item: {
      kind: item.kind,
      title: item.title,
      path: item.path,
      quote: item.quote,
      campaignNo: item.campaignNo,
      accumulation: item.kind === 'indicator' ? item.accumulation : null,
      target: item.kind === 'indicator' ? targetOf(item.target) : null,
      nodes: item.timeNodes.map(({ label, due }) => ({ label, due })),
      figureBy: figureBy(item),
    },
    report: report && reportOf(report),
    dispute: entry.dispute && { ...entry.dispute },
    last: last && {
      figurePeriodId: last.figurePeriodId,
      value: last.value,
      noChanges: last.noChanges,
      claim: last.claim,
      parts: partsOf(last.parts),
    },
  }
}

function targetOf({ op, value, unit, due, kind, test = '' }: Target) {
  return { op, value, unit, due, verdict: kind === 'qualitative' ? { test } : null }
}

function reportOf(report: reporting.ReportRow): NonNullable<SheetLine['report']> {
  const { figure, noChange, claim, paragraph, blockage, nodesDone } = report.body
  return {
    ...{ figure, noChange, claim, paragraph, blockage: blockage && { ...blockage }, nodesDone: [...nodesDone] },
    parts: partsOf(report.body.parts),
    reportId: report.reportId,
    state: report.state,
    revision: report.revision,
    files: report.files.map((file) => ({ ...file })),
    late: report.late,
    submittedAt: report.submittedAt,
    signedAt: report.signedAt,
    decidedAt: report.decidedAt,
    channel: report.channel,
    respondent: report.respondent,
    returnReason: report.returnReason,
    returnDueAt: report.returnDueAt,
  }
}

function partsOf(parts: reporting.ReportRow['body']['parts']) {
  return parts ? { ...parts, uncovered: [...parts.uncovered] } : null
}

/** Outcomes of a request about reports. One report that is refused is a refused request; of many, each is answered for itself. */
export function presentOutcomes(
  outcomes: Result<readonly reporting.ReportOutcome[]>,
  language: Language,
): Result<{ outcomes: Outcome[] }> {
  if (!outcomes.ok) return outcomes
  const [first, ...others] = outcomes.value
  if (first && others.length === 0 && !first.result.ok) return first.result
  return accept({
    outcomes: outcomes.value.map(({ key, result }) => {
      if (result.ok) return { ...key, done: { ...result.value }, problem: null }
      const { refusal } = result
      const problem = { code: refusal.code, title: refusalWords(refusal, language), at: refusal.at ?? null }
      return { ...key, done: null, problem }
    }),
  })
}

/** A correction with the names of those who made and decided it. */
export function correctionOf(entry: reporting.CorrectionEntry): Correction {
  const { correctionId, sealSeq, cadenceId, periodId, itemId, itemTitle, unitName, reason, madeAt, madeBy } = entry
  return {
    ...{ correctionId, sealSeq, cadenceId, periodId, itemId, itemTitle, unitName, reason, madeAt, madeBy },
    oldFigure: entry.oldFigure,
    newFigure: entry.newFigure,
    oldClaim: entry.oldClaim,
    newClaim: entry.newClaim,
    madeByName: entry.madeByName,
    approvedAt: entry.approvedAt,
    approvedByName: entry.approvedByName,
    refusedAt: entry.refusedAt,
  }
}
