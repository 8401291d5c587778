import { dec } from '#core/kit'
import type { Commitment } from '#core/plan'
import type { Claim } from '#core/reporting'
import type { EarlyWarning } from './early-warning.ts'
import type { Light, Reason, Standing } from './types.ts'

/** What an exception is weighed by. */
export interface ExceptionRow {
  readonly itemId: string
  readonly standing: Pick<Standing, 'light' | 'lag' | 'asked' | 'why'>
  readonly claim: Claim | null
  readonly silentRun: number
  /** The figure comes by release: a missing one is no unit's silence. */
  readonly isReleased?: boolean
  readonly commitment: Commitment | null
  readonly hasBlockage: boolean
  /** Trend rules that speak before the period closes; left out on the official basis. */
  readonly warnings?: readonly EarlyWarning[]
}

/** Why an item stands where it does in the list of exceptions: points of each ground, most first. */
export interface WeighedException {
  readonly itemId: string
  readonly weight: number
  readonly grounds: readonly ExceptionGround[]
}

/** The grounds of an exception. */
export type ExceptionGround =
  | 'red'
  | 'yellow'
  | 'earlyWarning'
  | 'redLine'
  | 'silent'
  | 'unreleased'
  | 'overclaimed'
  | 'blocked'
  | 'farBehind'
  | 'firm'

/** Points of each ground: red always stands before yellow, and yellow before what is only warned of, whatever else is said of it. */
export const exceptionPoints: Readonly<Record<ExceptionGround, number>> = {
  red: 200,
  yellow: 100,
  redLine: 60,
  silent: 10,
  unreleased: 10,
  overclaimed: 8,
  blocked: 6,
  farBehind: 5,
  earlyWarning: 4,
  firm: 2,
}

/** A unit that says "on pace" or "done" where the light is yellow or red says more than it shows. */
export function isOverclaimed(light: Light, claim: Claim | null): boolean {
  return (light === 'yellow' || light === 'red') && (claim === 'onPace' || claim === 'done')
}

/** A unit that says "behind" or "blocked" where its figures alone show nothing wrong. */
export function isUnderclaimed(standing: Pick<Standing, 'why'>, claim: Claim | null): boolean {
  if (claim !== 'behind' && claim !== 'blocked') return false
  const others = standing.why.filter((reason) => reason.rule !== 'claimedBehind' && reason.rule !== 'claimedBlocked')
  return others.every((reason) => reason.light !== 'yellow' && reason.light !== 'red')
}

/** Half of what is asked is missing. */
function isFarBehind({ lag, asked }: ExceptionRow['standing']): boolean {
  if (lag === null || asked === null || dec(asked).isZero()) return false
  return dec(lag).times(2).gte(dec(asked).abs())
}

/**
 * What decides a light and is the item's own. Empty for a task that only takes the light of its indicators: they are listed, and it is
 * counted but not listed beside them, on every page and paper alike.
 */
export function ownReasons({ light, why }: Pick<Standing, 'light' | 'why'>): readonly Reason[] {
  return why.filter((reason) => reason.light === light && reason.rule !== 'indicatorOfTask')
}

const isLagging = (light: Light): boolean => light === 'red' || light === 'yellow'

function groundsOf(row: ExceptionRow): ExceptionGround[] {
  const { standing, claim } = row
  const holds: readonly (readonly [ExceptionGround, boolean])[] = [
    ['red', standing.light === 'red'],
    ['yellow', standing.light === 'yellow'],
    ['redLine', standing.why.some((reason) => reason.rule === 'redLineBroken')],
    [row.isReleased === true ? 'unreleased' : 'silent', row.silentRun > 0],
    ['overclaimed', isOverclaimed(standing.light, claim)],
    ['blocked', row.hasBlockage || claim === 'blocked'],
    ['farBehind', isFarBehind(standing)],
    ['earlyWarning', (row.warnings ?? []).length > 0],
    ['firm', row.commitment === 'firm'],
  ]
  return holds.filter(([, held]) => held).map(([ground]) => ground)
}

/**
 * The exceptions of a wall, a meeting or a briefing, heaviest first: what is red or yellow by reasons of its own, and behind it what stands
 * well but is warned of by its trend.
 */
export function exceptionsByWeight(rows: readonly ExceptionRow[]): WeighedException[] {
  return rows
    .filter(({ standing, warnings = [] }) => {
      const lags = isLagging(standing.light) && ownReasons(standing).length > 0
      return lags || warnings.length > 0
    })
    .map((row) => {
      const grounds = groundsOf(row)
      const weight = grounds.reduce((sum, ground) => sum + exceptionPoints[ground], 0)
      return { itemId: row.itemId, weight, grounds }
    })
    .sort((a, b) => b.weight - a.weight || (a.itemId < b.itemId ? -1 : 1))
}

/** One line of the gap list: what the unit claims against what is computed. */
export interface ClaimGap {
  readonly itemId: string
  readonly claim: Claim
  readonly light: Light
  /** over = says more than it shows; under = says less. */
  readonly side: 'over' | 'under'
}

/** Items whose claim and light do not agree, those that say more than they show first (and red before yellow). */
export function claimGaps(rows: readonly Pick<ExceptionRow, 'itemId' | 'standing' | 'claim'>[]): ClaimGap[] {
  const gaps: ClaimGap[] = []
  for (const { itemId, standing, claim } of rows) {
    if (claim === null) continue
    if (isOverclaimed(standing.light, claim)) gaps.push({ itemId, claim, light: standing.light, side: 'over' })
    else if (isUnderclaimed(standing, claim)) gaps.push({ itemId, claim, light: standing.light, side: 'under' })
  }
  const rank = (gap: ClaimGap): number => (gap.side === 'over' ? (gap.light === 'red' ? 0 : 1) : 2)
  return gaps.sort((a, b) => rank(a) - rank(b))
}
