import { dec, decimalText } from '#core/kit'
import type { Dec } from '#core/kit'
import { achievementShare, driveShare } from './comparison-shares.ts'
import type { LooksNow } from './comparison-shares.ts'
import { conductShare, disciplineShare, keyTasksShare, panelShare, targetsShare } from './metric-shares.ts'
import type { MetricShare } from './metric-shares.ts'
import { ranksOf } from './ranking.ts'
import { SCORE_SHARE_PLACES } from './scheme.ts'
import type { LeagueKind, Metric, Scheme } from './scheme.ts'
import { adjustmentsOf, metricScores, pointsAvailable, totalOf } from './score-sheet.ts'
import type { Shares } from './score-sheet.ts'
import type { RankNote, ScoreInput, ScoreSheet } from './types.ts'

const isVetoed = (input: ScoreInput): boolean => input.vetoes.some((veto) => veto.legalBasis.trim() !== '')

const allMetrics = (scheme: Scheme): Metric[] => scheme.dimensions.flatMap((dimension) => [...dimension.metrics])

/** The shares that need nothing but the object's own records. */
function ownShare(metric: Metric, input: ScoreInput, scheme: Scheme): MetricShare | null {
  switch (metric.rule) {
    case 'targets':
      return targetsShare(input, scheme)
    case 'discipline':
      return disciplineShare(input)
    case 'keyTasks':
      return keyTasksShare(input, scheme)
    case 'panel':
      return panelShare(input, metric.metricId)
    case 'conduct':
      return conductShare(input, scheme)
    case 'drive':
    case 'achievement':
      return null
  }
}

function ownShares(input: ScoreInput, scheme: Scheme): Map<string, MetricShare> {
  const shares = new Map<string, MetricShare>()
  for (const metric of allMetrics(scheme)) {
    const share = ownShare(metric, input, scheme)
    if (share !== null) shares.set(metric.metricId, share)
  }
  return shares
}

const looksRules: readonly Metric['rule'][] = ['targets', 'discipline', 'keyTasks']

/** The share of what is computed from records alone: what comparisons look back to. */
function looksShare(shares: Shares, scheme: Scheme): Dec | null {
  const available = pointsAvailable(scheme, shares)
  let [sum, weights] = [dec(0), dec(0)]
  for (const { metricId, rule } of allMetrics(scheme)) {
    const [share, points] = [shares.get(metricId)?.share ?? null, available.get(metricId)]
    if (!looksRules.includes(rule) || share === null || points === undefined) continue
    ;[sum, weights] = [sum.plus(share.times(points)), weights.plus(points)]
  }
  return weights.lte(0) ? null : sum.dividedBy(weights).toDecimalPlaces(SCORE_SHARE_PLACES)
}

interface Judged {
  readonly input: ScoreInput
  readonly shares: Map<string, MetricShare>
  readonly looks: Dec | null
}

function withComparisons(judged: Judged, now: LooksNow, scheme: Scheme): Shares {
  const shares = new Map(judged.shares)
  const { before } = judged.input
  for (const { metricId, rule } of allMetrics(scheme)) {
    if (rule === 'drive') shares.set(metricId, driveShare(now, before))
    if (rule === 'achievement') shares.set(metricId, achievementShare(now, before, scheme.smallestLeague))
  }
  return shares
}

function unrankedSheet(judged: Judged, now: LooksNow, scheme: Scheme, periodId: string): ScoreSheet {
  const { input } = judged
  const metrics = metricScores(scheme, withComparisons(judged, now, scheme), input.panel)
  const { bonus, deduction } = adjustmentsOf(input.adjustments, scheme)
  return {
    objectId: input.objectId,
    league: input.league,
    schemeId: scheme.schemeId,
    schemeVersion: scheme.version,
    periodId,
    metrics,
    bonus: decimalText(bonus),
    deduction: decimalText(deduction),
    adjustments: input.adjustments,
    total: decimalText(totalOf(metrics, bonus, deduction)),
    rank: null,
    rankNote: null,
    looksShare: judged.looks && decimalText(judged.looks),
    looksRank: now.rank,
  }
}

const hasJudgement = (sheet: ScoreSheet): boolean => sheet.metrics.some((metric) => metric.share !== null)

function rankNoteOf(sheet: ScoreSheet, input: ScoreInput, size: number, scheme: Scheme): RankNote | null {
  if (isVetoed(input)) return 'vetoed'
  if (!hasJudgement(sheet)) return 'nothingToJudge'
  return size < scheme.smallestLeague ? 'leagueTooSmall' : null
}

const shareOf = (sheet: ScoreSheet, metricId: string): Dec | null => {
  const share = sheet.metrics.find((metric) => metric.metricId === metricId)?.share ?? null
  return share === null ? null : dec(share)
}

function ranked(sheets: readonly ScoreSheet[], inputs: readonly ScoreInput[], scheme: Scheme): ScoreSheet[] {
  const size = sheets.filter(hasJudgement).length
  const notes = sheets.map((sheet, index) => {
    const input = inputs[index]
    return input ? rankNoteOf(sheet, input, size, scheme) : null
  })
  const inPlay = sheets.filter((_, index) => notes[index] === null)
  const ranks = ranksOf(
    inPlay.map((sheet) => ({
      objectId: sheet.objectId,
      keys: [dec(sheet.total), ...scheme.tieMetrics.map((metricId) => shareOf(sheet, metricId))],
    })),
  )
  return sheets.map((sheet, index) => ({
    ...sheet,
    rank: ranks.get(sheet.objectId) ?? null,
    rankNote: notes[index] ?? null,
  }))
}

function evaluateLeague(inputs: readonly ScoreInput[], scheme: Scheme, periodId: string): ScoreSheet[] {
  const judged = inputs.map((input) => {
    const shares = ownShares(input, scheme)
    return { input, shares, looks: looksShare(shares, scheme) }
  })
  const withLooks = judged.filter(({ looks }) => looks !== null)
  const looksRanks = ranksOf(withLooks.map(({ input, looks }) => ({ objectId: input.objectId, keys: [looks] })))
  const sheets = judged.map((one) => {
    const rank = looksRanks.get(one.input.objectId) ?? null
    return unrankedSheet(one, { share: one.looks, rank, leagueSize: withLooks.length }, scheme, periodId)
  })
  return ranked(sheets, inputs, scheme)
}

/**
 * Evaluates a period: one sheet for every object, league by league, best first where the league is ranked. Everything comes from the
 * inputs, in decimals with stated rounding, so that the same inputs give the same digits anywhere.
 */
export function evaluate(scheme: Scheme, inputs: readonly ScoreInput[], periodId: string): ScoreSheet[] {
  const leagues = new Map<LeagueKind, ScoreInput[]>()
  for (const input of inputs) leagues.set(input.league, [...(leagues.get(input.league) ?? []), input])
  return scheme.leagues.flatMap((league) => {
    const sheets = evaluateLeague(leagues.get(league) ?? [], scheme, periodId)
    return sheets.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || compareIds(a.objectId, b.objectId))
  })
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
