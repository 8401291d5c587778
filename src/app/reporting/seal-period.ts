import { type Result, accept, refuse } from '#core/kit'
import { makeSeal, nextPeriodState, type SealedReport, sealedReport, unchangedFigure } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { PeriodRow, SealRow } from './ports.ts'
import { type SettledLine, settledLines } from './settled-lines.ts'

/** Seals a closed period: fixes every counted value and who was silent, and hangs it on the region's chain. */
export async function sealPeriod(
  context: Context,
  input: { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<{ seq: number; hash: string }>> {
  const right = requireRight(context, 'period.seal', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { cadenceId, periodId } = input
    const period = await stores.reports.period(cadenceId, periodId)
    if (!period) return refuse('object.notFound')
    const next = nextPeriodState(period.state, 'seal', { now: context.now, dueAt: period.dueAt })
    if (!next.ok) return next
    if ((await stores.reports.unsealedBefore(period.closedAt ?? context.now)) > 0) return refuse('period.sealOrder')
    const by = context.actor.accountId
    const move = { cadenceId, periodId, from: period.state, to: next.value, at: context.now, by }
    // The period is moved first: from here on no report of it can be accepted, and what was accepted is seen.
    if (!(await stores.reports.movePeriod(move))) return refuse('period.alreadySealed')
    const seal = await sealOf(context, stores, period)
    if (!seal || !(await stores.reports.addSeal(seal))) return refuse('object.changedMeanwhile')
    await stores.audit.record({
      action: 'period.seal',
      objectKind: 'seal',
      objectId: String(seal.seq),
      body: { cadenceId, periodId, hash: seal.hash },
    })
    return accept({ seq: seal.seq, hash: seal.hash })
  })
}

async function sealOf(context: Context, stores: Stores, period: PeriodRow): Promise<SealRow | null> {
  const { cadenceId, periodId } = period
  const cadence = await stores.reports.cadence(cadenceId)
  if (!cadence) return null
  const closedAt = period.closedAt ?? context.now
  const settled = settledLines(await stores.reports.entries({ period }), closedAt)
  const seal = makeSeal(
    {
      regionId: context.regionId,
      cadenceId,
      periodId,
      closedAt,
      planVersions: await stores.reports.planVersions(cadence.planId),
      counted: settled.counted.flatMap((line) => countedReport(context, line)),
      pending: settled.pending,
      silent: settled.silent,
      beside: await stores.targets.beside(cadence.planId, context.now),
    },
    await stores.reports.lastSeal(),
    context.sha256,
  )
  return { ...seal, cadenceId, periodId, sealedAt: context.now, sealedBy: context.actor.accountId }
}

function countedReport(context: Context, { entry, late }: SettledLine): readonly SealedReport[] {
  const { itemId, unitId, figurePeriodId, item, report, last } = entry
  if (!report) return []
  const accumulation = item.kind === 'indicator' ? item.accumulation : null
  const stated = report.body.figure
  const figure =
    accumulation !== null && report.body.noChange ? unchangedFigure(accumulation, last?.value ?? null) : stated
  const line = { itemId, unitId, figurePeriodId, reportId: report.reportId, accumulation, figure, late }
  return [sealedReport(line, report.body, context.sha256)]
}
