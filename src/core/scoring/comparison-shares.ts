import { dec, decimalText } from '#core/kit'
import type { Dec } from '#core/kit'
import type { MetricShare } from './metric-shares.ts'
import { SCORE_SHARE_PLACES } from './scheme.ts'
import type { BeforeRecord, LeftOut, TrailInput } from './types.ts'

/** Where an object stands by its looks alone, now. */
export interface LooksNow {
  readonly share: Dec | null
  readonly rank: number | null
  readonly leagueSize: number
}

const leftOut = (because: LeftOut): MetricShare => ({ share: null, leftOut: because, trail: [] })

const judged = (before: BeforeRecord, values: TrailInput['values'], share: Dec): MetricShare => {
  const rounded = share.toDecimalPlaces(SCORE_SHARE_PLACES)
  return {
    share: rounded,
    leftOut: null,
    trail: [{ ref: before.ref, values, share: decimalText(rounded), weight: '1' }],
  }
}

/**
 * Drive (比干劲): improvement over one's own last period. No change = 0.5, every gained share point adds as much; who was complete and
 * stays complete has the whole.
 */
export function driveShare(now: LooksNow, before: BeforeRecord | null): MetricShare {
  if (before === null || before.looksShare === null || now.share === null) return leftOut('noPeriodBefore')
  const values = { before: before.looksShare, now: decimalText(now.share) }
  const share = now.share.gte(1) ? dec(1) : now.share.minus(before.looksShare).plus('0.5').clampedTo(0, 1)
  return judged(before, values, share)
}

/**
 * Achievement (比业绩): movement in the league by the looks alone. Holding a place = 0.5, a rise or fall over the whole league ± 0.5;
 * who is first has the whole. Leagues that are too small to be ranked leave it out.
 */
export function achievementShare(now: LooksNow, before: BeforeRecord | null, smallestLeague: number): MetricShare {
  if (now.leagueSize < smallestLeague || now.rank === null) return leftOut('leagueTooSmall')
  if (before === null || before.looksRank === null) return leftOut('noPeriodBefore')
  const values = { before: String(before.looksRank), now: String(now.rank), league: String(now.leagueSize) }
  if (now.rank === 1) return judged(before, values, dec(1))
  const moved = dec(before.looksRank - now.rank).dividedBy(2 * Math.max(1, now.leagueSize - 1))
  return judged(before, values, moved.plus('0.5').clampedTo(0, 1))
}
