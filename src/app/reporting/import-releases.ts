import {
  type Result,
  accept,
  decimalText,
  isLocalDate,
  type LocalDate,
  parseDecimal,
  parsePeriod,
  refuse,
} from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import { refuseWhenClosed } from '#app/plan'
import type { ItemInForce, ReleaseRow, SeriesRow } from './ports.ts'

/** Figures of one release: who published them, in which document, on which day. */
export interface ReleaseInput {
  /** The publishing body: 市统计局, 海关. */
  readonly body: string
  /** Title or number of the publication. */
  readonly document: string
  readonly releasedOn: LocalDate
  readonly figures: readonly {
    readonly itemId: string
    /** The item's own period, of its own kind: 2026-M06 for a monthly series. */
    readonly periodId: string
    readonly value: string
    /** A preliminary figure of the body itself. */
    readonly estimate: boolean
    /** Points and place where the body scores or ranks (省营商环境评价 89.2分、第3位). */
    readonly score?: string | null | undefined
    readonly rank?: number | null | undefined
    readonly rankOf?: number | null | undefined
  }[]
}

type Figure = Omit<ReleaseRow, 'importedAt'>

/**
 * Takes statutory and official figures from a release; units never report them. A figure that was there is replaced, and the
 * log keeps both. All of a release comes in, or nothing.
 */
export async function importReleases(context: Context, input: ReleaseInput): Promise<Result<{ imported: number }>> {
  const right = requireRight(context, 'release.import', {})
  if (!right.ok) return right
  if (!isLocalDate(input.releasedOn)) return refuse('release.dateInvalid', {}, 'releasedOn')
  if (input.releasedOn > context.today) return refuse('release.dateInFuture', {}, 'releasedOn')
  return context.transact(async (stores) => {
    const rows: Figure[] = []
    for (const [index, figure] of input.figures.entries()) {
      const item = await stores.reports.item(figure.itemId)
      const row = checkFigure(input, figure, item, `figures.${index}`)
      if (!row.ok) return row
      const open = item ? await refuseWhenClosed(stores, item.planId, item.item.campaignNo) : accept(null)
      if (!open.ok) return open
      if (rows.some((one) => one.itemId === figure.itemId && one.periodId === figure.periodId)) {
        return refuse(
          'release.figureTwice',
          { title: item?.item.title ?? '', period: figure.periodId },
          `figures.${index}`,
        )
      }
      rows.push(row.value)
    }
    const before = await Promise.all(rows.map((row) => stores.reports.releases(row.itemId)))
    await stores.reports.saveReleases(rows.map((row) => ({ ...row, at: context.now, by: context.actor.accountId })))
    await stores.audit.recordAll(
      rows.map((row, index) => {
        const old = before[index]?.find((release) => release.periodId === row.periodId)
        return {
          action: 'release.import',
          objectKind: 'item',
          objectId: row.itemId,
          body: { ...row, before: old ? { value: old.value, estimate: old.estimate, document: old.document } : null },
        }
      }),
    )
    return accept({ imported: rows.length })
  })
}

function checkFigure(
  input: ReleaseInput,
  figure: ReleaseInput['figures'][number],
  found: ItemInForce | null,
  at: string,
): Result<Figure> {
  if (found?.item.kind !== 'indicator') return refuse('release.itemUnknown', {}, at)
  const { title, origin, frequency } = found.item
  if (origin === 'own') return refuse('release.ownFigure', { title }, at)
  const period = parsePeriod(figure.periodId)
  if (period?.kind !== frequency) return refuse('release.periodKind', { title, id: figure.periodId }, at)
  if (period.last > input.releasedOn && !figure.estimate) return refuse('release.periodNotOver', { title }, at)
  const value = parseDecimal(figure.value)
  if (!value) return refuse('release.figureNotNumber', { title, text: figure.value }, at)
  const measured = checkMeasured(figure, title, at)
  if (!measured.ok) return measured
  const { itemId, periodId, estimate } = figure
  const source = { body: input.body, document: input.document, releasedOn: input.releasedOn }
  return accept({ itemId, periodId, value: decimalText(value), estimate, ...source, ...measured.value })
}

/** Score and rank of an outside measurement: a rank is a whole number within how many were ranked. */
function checkMeasured(
  { score = null, rank = null, rankOf = null }: ReleaseInput['figures'][number],
  title: string,
  at: string,
): Result<Pick<ReleaseRow, 'score' | 'rank' | 'rankOf'>> {
  const points = score === null || score === '' ? null : parseDecimal(score)
  if (score !== null && score !== '' && points === null)
    return refuse('release.figureNotNumber', { title, text: score }, at)
  const isRank = rank === null || (rank >= 1 && (rankOf === null || rank <= rankOf))
  if (!isRank) return refuse('release.rankInvalid', { title, of: rankOf ?? '' }, at)
  return accept({ score: points && decimalText(points), rank, rankOf })
}

/** The series of the region that come by release, with the latest figure of each. */
export async function listSeries(context: Context): Promise<Result<readonly SeriesRow[]>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.reports.series()))
}
