import { accept, dec, decimalText, isLocalDate, parseDecimal, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { Accumulation, PlanItem } from '#core/plan'
import { unchangedFigure } from './accumulation.ts'
import { checkParts, isRate, rateOf } from './rate-parts.ts'
import type { ReportBody } from './types.ts'

/** What a report is checked against. */
export interface ReportContext {
  readonly item: PlanItem
  /** The last counted figure of the item in this year, in its accumulation; null = none yet. */
  readonly previous: string | null
  /** What the recognised rows give, where another body decides what counts; absent elsewhere. */
  readonly recognised?: string
}

/** A checked report: the figure that it counts with, and the parts of a rate in canonical form. */
export interface CheckedReport {
  readonly figure: string | null
  readonly parts: ReportBody['parts']
}

/** Longest paragraph of a report, in characters. */
export const PARAGRAPH_LIMIT = 2000

const needsFigure = (item: PlanItem): item is PlanItem & { kind: 'indicator'; accumulation: Accumulation } =>
  item.kind === 'indicator'

function countedFigure(body: ReportBody, context: ReportContext): Result<string | null> {
  const { item } = context
  if (!needsFigure(item)) return body.figure === null ? accept(null) : refuse('report.figureNotAsked', {}, 'figure')
  const isVerdict = item.target.kind === 'qualitative'
  if (body.noChange) return repeatedFigure(body, item.accumulation, context)
  if (context.recognised !== undefined) return figureOfRows(body, context.recognised)
  if (isRate(item)) return figureOfParts(body, item.target.unit)
  if (body.figure === null || body.figure.trim() === '') return refuse('report.figureMissing', {}, 'figure')
  const figure = parseDecimal(body.figure)
  if (figure === null) return refuse('report.figureNotNumber', { text: body.figure }, 'figure')
  if (isVerdict && !figure.eq(0) && !figure.eq(1)) return refuse('report.verdictNotFigure', {}, 'figure')
  return accept(decimalText(figure))
}

/** "No change" is the last figure again; where rows decide, they must not have changed either. */
function repeatedFigure(
  body: ReportBody,
  accumulation: Accumulation,
  { previous, recognised }: ReportContext,
): Result<string | null> {
  if (body.figure !== null) return refuse('report.noChangeWithFigure', {}, 'figure')
  const figure = unchangedFigure(accumulation, previous)
  if (figure === null) return refuse('report.nothingToRepeat', {}, 'noChange')
  const moved = recognised !== undefined && !dec(recognised).eq(figure)
  return moved ? refuse('report.rowsChanged', { figure: recognised }, 'noChange') : accept(figure)
}

/** The figure follows from the rows; one that is typed beside them must say the same. */
function figureOfRows(body: ReportBody, recognised: string): Result<string> {
  const typed = body.figure === null ? null : parseDecimal(body.figure)
  if (body.figure === null || (typed !== null && typed.eq(recognised))) return accept(recognised)
  return refuse('report.figureFollowsRows', { figure: recognised }, 'figure')
}

/** A rate is never typed: it is what its parts give. */
function figureOfParts({ figure, parts }: ReportBody, unit: string): Result<string> {
  const rate = parts ? rateOf(parts, unit) : null
  if (rate === null) return refuse('report.barePercentage', {}, 'parts')
  const typed = figure === null ? null : parseDecimal(figure)
  if (figure === null || (typed !== null && typed.eq(rate))) return accept(rate)
  return refuse('report.figureFollowsParts', { figure: rate }, 'figure')
}

/** A figure that is possible but unusual: it is asked about, and one word in the paragraph answers. */
function unusual(figure: string | null, { item, previous }: ReportContext): 'decrease' | 'negative' | 'overAll' | null {
  if (figure === null || item.kind !== 'indicator') return null
  const value = dec(figure)
  if (item.accumulation === 'yearToDate' && previous !== null && value.lt(previous)) return 'decrease'
  if (item.target.kind === 'coverage' && value.gt(100)) return 'overAll'
  const counts = item.target.kind === 'level' || item.target.kind === 'increment'
  return counts && value.lt(0) ? 'negative' : null
}

const unusualCodes = {
  decrease: 'report.decreaseNeedsWord',
  negative: 'report.negativeNeedsWord',
  overAll: 'report.over100NeedsWord',
} as const

function checkClaim(body: ReportBody, { item }: ReportContext): Result<null> {
  if (body.claim === null && item.kind !== 'indicator') return refuse('report.claimMissing', {}, 'claim')
  if (body.claim === 'done' && body.evidence.length === 0) return refuse('report.doneNeedsEvidence', {}, 'evidence')
  if (body.claim === 'blocked' && body.blockage === null) return refuse('report.blockedNeedsBlockage', {}, 'blockage')
  const labels = new Set(item.timeNodes.map((node) => node.label))
  const stranger = body.nodesDone.find((label) => !labels.has(label))
  return stranger === undefined ? accept(null) : refuse('report.nodeUnknown', { label: stranger }, 'nodesDone')
}

function checkBlockage({ blockage }: ReportBody): Result<null> {
  if (blockage === null) return accept(null)
  if (blockage.what.trim() === '' || blockage.needs.trim() === '')
    return refuse('report.blockageIncomplete', {}, 'blockage')
  if (blockage.by !== null && !isLocalDate(blockage.by)) return refuse('report.blockageDate', {}, 'blockage.by')
  return accept(null)
}

/** The parts of a rate; other figures have none, and "no change" leaves them as they were. */
function checkedParts(body: ReportBody, { item }: ReportContext): Result<ReportBody['parts']> {
  if (!isRate(item) || body.noChange) return body.parts ? refuse('report.partsNotAsked', {}, 'parts') : accept(null)
  return body.parts
    ? checkParts(body.parts, item, body.evidence.length > 0)
    : refuse('report.barePercentage', {}, 'parts')
}

/**
 * Checks a report before it is submitted and returns the figure that it counts with, as a canonical decimal ("no change" resolved;
 * a rate from its parts, a recognised figure from its rows); null for items without a figure. A falling running total, a negative
 * count and more than 100 % are questions: a word in the paragraph is the answer.
 */
export function checkReport(body: ReportBody, context: ReportContext): Result<CheckedReport> {
  if (body.paragraph.length > PARAGRAPH_LIMIT)
    return refuse('report.paragraphTooLong', { limit: PARAGRAPH_LIMIT }, 'paragraph')
  const parts = checkedParts(body, context)
  if (!parts.ok) return parts
  const figure = countedFigure(body, context)
  if (!figure.ok) return figure
  const question = unusual(figure.value, context)
  if (question !== null && body.paragraph.trim() === '') {
    const detail = { previous: context.previous ?? '', figure: figure.value ?? '' }
    return refuse(unusualCodes[question], detail, 'paragraph')
  }
  const claim = checkClaim(body, context)
  if (!claim.ok) return claim
  const blockage = checkBlockage(body)
  return blockage.ok ? accept({ figure: figure.value, parts: parts.value }) : blockage
}
