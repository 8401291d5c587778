import type { SealedBeside } from '#core/reporting'
import type { Stores } from '#app/kit'

const byKey =
  <Row>(keyOf: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0

/**
 * What a seal fixes of a plan beside its reports: released figures, checks, red-line events that stand and recognised rows, as they
 * counted at sealing. Names stay out: a seal is shown to others.
 */
export async function loadBeside(stores: Stores, planId: string): Promise<SealedBeside> {
  const frame = await stores.insight.frame(planId)
  const { releases = [], verifications = [], redLines = [], recognised = [] } = frame ?? {}
  return {
    form: 2,
    releases: releases
      .map(({ itemId, periodId, value, estimate, body, document, releasedOn }) => ({
        ...{ itemId, periodId, value, estimate, body, document, releasedOn },
      }))
      .sort(byKey(({ itemId, periodId }) => `${itemId} ${periodId}`)),
    verifications: verifications
      .map(({ itemId, periodId, basis, verifiedAt }) => ({ itemId, periodId, basis, verifiedAt }))
      .sort(byKey(({ itemId, verifiedAt, periodId }) => `${itemId} ${verifiedAt} ${periodId ?? ''}`)),
    redLines: redLines
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ itemId, happenedOn }) => ({ itemId, happenedOn }))
      .sort(byKey(({ itemId, happenedOn }) => `${itemId} ${happenedOn}`)),
    recognitions: recognised
      .map(({ itemId, rowId, recognisedOn, lookedAt }) => ({ itemId, rowId, recognisedOn, looked: lookedAt !== null }))
      .sort(byKey(({ itemId, rowId }) => `${itemId} ${rowId}`)),
  }
}
