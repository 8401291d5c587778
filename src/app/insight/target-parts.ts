import { requireRight, type Stores } from '#app/kit'
import type { TargetSources } from './read-target.ts'
import { releaseDuesOf } from './release-silence.ts'
import type { EventView, ReleasedView } from './target-view.ts'

/** The name of an account; empty where it is not known. */
export type NameOf = (accountId: string) => string

/** Names of people by account. */
export async function namesOf(stores: Stores, accountIds: readonly string[]): Promise<NameOf> {
  const persons = accountIds.length === 0 ? [] : await stores.insight.persons([...new Set(accountIds)])
  const names = new Map(persons.map(({ accountId, name }) => [accountId, name]))
  return (accountId) => names.get(accountId) ?? ''
}

/** Of a released series: its calendar, what an outside body measured beside the figure, and the unit's own estimates. */
export async function releasedOf(sources: TargetSources): Promise<ReleasedView | null> {
  const { context, stores, loaded, item } = sources
  if (item.origin === 'own') return null
  const releases = await stores.reports.releases(item.itemId)
  const estimates = await stores.targets.estimates(item.itemId)
  const nameOf = await namesOf(
    stores,
    estimates.map(({ madeBy }) => madeBy),
  )
  const official = new Map(releases.flatMap((row) => (row.estimate ? [] : [[row.periodId, row.value] as const])))
  const dues = releaseDuesOf(loaded.frame, context.timeZone)(item)
  const next = dues.find(({ figurePeriodId }) => !releases.some(({ periodId }) => periodId === figurePeriodId))
  return {
    origin: item.origin,
    next: next
      ? {
          periodId: next.figurePeriodId,
          dueAt: next.dueAt,
          isMissing: Date.parse(next.dueAt) < Date.parse(context.now),
        }
      : null,
    measured: releases
      .filter(({ score, rank }) => score !== null || rank !== null)
      .map(({ periodId, value, score, rank, rankOf }) => ({ periodId, value, score, rank, rankOf }))
      .reverse(),
    estimates: estimates
      .map(({ periodId, value, basis, madeAt, madeBy }) => ({
        ...{ periodId, value, basis, madeAt, madeBy: nameOf(madeBy), released: official.get(periodId) ?? null },
      }))
      .reverse(),
  }
}

/** The events of a red line with their evidence, and what became of them. */
export async function redLineOf({ context, stores, found, item }: TargetSources): Promise<{ events: EventView[] }> {
  const events = await stores.targets.redLineEvents(item.itemId)
  const people = events.flatMap(({ recordedBy, revocation }) => [
    recordedBy,
    ...(revocation ? [revocation.madeBy] : []),
  ])
  const nameOf = await namesOf(stores, people)
  return {
    events: events.map(({ eventId, happenedOn, note, recordedAt, recordedBy, files, revocation }) => ({
      ...{ eventId, happenedOn, note, recordedAt, files, recordedBy: nameOf(recordedBy) },
      revocation: revocation && {
        reason: revocation.reason,
        madeBy: nameOf(revocation.madeBy),
        approvedAt: revocation.approvedAt,
        mayDecide:
          revocation.approvedAt === null &&
          requireRight(context, 'correction.approve', {
            authorId: revocation.madeBy,
            unitId: found.reportingUnitId,
          }).ok,
      },
    })),
  }
}
