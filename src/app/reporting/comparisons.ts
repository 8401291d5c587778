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
import { checkSeries, type SeriesEntry, seriesName, seriesOfRegion } from '#core/reporting'
import { type Context, requireRight } from '#app/kit'
import type { ComparisonRow } from './target-ports.ts'

/** The series of others that targets of the region are compared with. */
export async function listComparisons(context: Context): Promise<Result<readonly ComparisonRow[]>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.targets.comparisons()))
}

/** Names a series of others: 全市地区生产总值增速, published by the city's statistics bureau. */
export function addComparison(
  context: Context,
  input: { readonly name: string; readonly unit: string; readonly body: string },
): Promise<Result<{ seriesId: string }>> {
  return context.transact(async (stores) => {
    const right = requireRight(context, 'release.import', {})
    if (!right.ok) return right
    const [name, unit, body] = [input.name.trim(), input.unit.trim(), input.body.trim()]
    if (name === '') return refuse('recognition.nameMissing', {}, 'name')
    const seriesId = context.newId()
    const stamp = { at: context.now, by: context.actor.accountId }
    if (!(await stores.targets.addComparison({ seriesId, name, unit, body, ...stamp })))
      return refuse('comparison.nameTaken', { name }, 'name')
    const entry = { action: 'comparison.add', objectKind: 'comparison', objectId: seriesId }
    await stores.audit.record({ ...entry, body: { name, unit, body } })
    return accept({ seriesId })
  })
}

/** Takes figures of such a series from its publication; a period that is imported again counts with its latest figure. */
export function importComparison(
  context: Context,
  input: {
    readonly seriesId: string
    readonly document: string
    readonly releasedOn: LocalDate
    readonly figures: readonly { readonly periodId: string; readonly value: string }[]
  },
): Promise<Result<{ imported: number }>> {
  return context.transact(async (stores) => {
    const right = requireRight(context, 'release.import', {})
    if (!right.ok) return right
    const { seriesId, document, releasedOn } = input
    const known = (await stores.targets.comparisons()).find((one) => one.seriesId === seriesId)
    if (!known) return refuse('object.notFound')
    if (!isLocalDate(releasedOn)) return refuse('release.dateInvalid', {}, 'releasedOn')
    if (releasedOn > context.today) return refuse('release.dateInFuture', {}, 'releasedOn')
    const rows = []
    for (const [index, figure] of input.figures.entries()) {
      const value = parseDecimal(figure.value)
      const at = `figures.${index}`
      if (value === null) return refuse('release.figureNotNumber', { title: known.name, text: figure.value }, at)
      if (parsePeriod(figure.periodId) === null) return refuse('period.unknownId', { id: figure.periodId }, at)
      const stamp = { at: context.now, by: context.actor.accountId }
      const row = { seriesId, periodId: figure.periodId, value: decimalText(value), document, releasedOn }
      rows.push({ figureId: context.newId(), ...row, ...stamp })
    }
    await stores.targets.addComparisonFigures(rows)
    const entry = { action: 'comparison.import', objectKind: 'comparison', objectId: seriesId }
    const figures = input.figures.map((figure) => ({ ...figure }))
    await stores.audit.record({ ...entry, body: { document, releasedOn, figures } })
    return accept({ imported: rows.length })
  })
}

/** The list of statutory and official series as it holds in the region; `isOwn` = the region's own entry. */
export async function listOfficialSeries(
  context: Context,
): Promise<Result<readonly (SeriesEntry & { readonly isOwn: boolean })[]>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  const own = await context.read((stores) => stores.targets.regionSeries())
  const names = new Set(own.flatMap(({ name, body }) => (body === null ? [] : [name])))
  return accept(seriesOfRegion(own).map((entry) => ({ ...entry, isOwn: names.has(seriesName(entry)) })))
}

/** Adds or changes an entry of the list, or strikes one (null): the next plan's origins and all release calendars follow it. */
export function changeOfficialSeries(
  context: Context,
  input: { readonly name: string; readonly entry: SeriesEntry | null },
): Promise<Result<{ name: string }>> {
  return context.transact(async (stores) => {
    const right = requireRight(context, 'release.import', {})
    if (!right.ok) return right
    const checked = input.entry === null ? accept(null) : checkSeries(input.entry)
    if (!checked.ok) return checked
    const name = checked.value === null ? input.name.trim() : seriesName(checked.value)
    const stamp = { at: context.now, by: context.actor.accountId }
    // A renamed entry leaves its old name struck, so that the product's own entry does not come back.
    if (input.name !== '' && input.name !== name)
      await stores.targets.saveRegionSeries({ name: input.name, body: null, ...stamp })
    await stores.targets.saveRegionSeries({ name, body: checked.value, ...stamp })
    const body = { name, entry: checked.value && { ...checked.value } }
    await stores.audit.record({ action: 'series.change', objectKind: 'series', objectId: name, body })
    return accept({ name })
  })
}
