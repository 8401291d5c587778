import type { DraftEntry } from './draft-types.ts'
import { wholeYearNode } from './draft-tasks.ts'
import { bodiesOf } from './plan-content.ts'
import { reportingUnitOf } from './reporting-unit.ts'
import { brokenDownTo } from './statutory-guard.ts'
import type { PlanItem } from './types.ts'
import { unitNames } from './unit-names.ts'

/** Something in a draft that a person has to settle: code of `openPointWords`, and the entry that it concerns. */
export interface OpenPoint {
  readonly code: OpenPointCode
  readonly entryId: string
  readonly detail: Readonly<Record<string, string | number>>
  /** Blocks publishing; the others are shown, and may stay. */
  readonly blocks: boolean
}

/** What can be open in a draft; each is worded in `openPointWords`. */
export type OpenPointCode =
  | 'titleMissing'
  | 'yearMissing'
  | 'noItems'
  | 'unitTwice'
  | 'unitUnknown'
  | 'statutoryBrokenDown'
  | 'dueMissing'
  | 'noReporter'
  | 'taskWithoutDate'
  | 'severalLeads'
  | 'openList'
  | 'baselineMissing'
  | 'measureUnconfirmed'
  | 'testMissing'
  | 'groupEmpty'

/** Everything that is still open in a draft, blockers first. */
export function openPointsOf(entries: readonly DraftEntry[]): OpenPoint[] {
  const points = [
    ...headPoints(entries),
    ...unitPoints(entries),
    ...bodiesOf(entries, 'item').flatMap(itemPoints(entries)),
  ]
  return points.sort((a, b) => Number(b.blocks) - Number(a.blocks))
}

const point = (code: OpenPointCode, entryId: string, detail: OpenPoint['detail'] = {}, blocks = false): OpenPoint => ({
  code,
  entryId,
  detail,
  blocks,
})

function headPoints(entries: readonly DraftEntry[]): OpenPoint[] {
  const [meta] = bodiesOf(entries, 'meta')
  return [
    ...(meta && meta.title.trim() !== '' ? [] : [point('titleMissing', 'meta', {}, true)]),
    ...(meta?.year ? [] : [point('yearMissing', 'meta', {}, true)]),
    ...(bodiesOf(entries, 'item').length > 0 ? [] : [point('noItems', 'meta', {}, true)]),
  ]
}

function unitPoints(entries: readonly DraftEntry[]): OpenPoint[] {
  const seen = new Set<string>()
  return entries.flatMap((entry) => {
    if (entry.kind !== 'unit' || entry.removedAs !== null) return []
    const twice = [entry.body.name, ...entry.body.aliases].filter((name) => seen.has(name) || !seen.add(name))
    const empty = entry.body.kind === 'group' && (entry.body.members ?? []).length === 0
    return [
      ...twice.map((name) => point('unitTwice', entry.entryId, { name }, true)),
      ...(empty ? [point('groupEmpty', entry.entryId, { name: entry.body.name })] : []),
    ]
  })
}

function itemPoints(entries: readonly DraftEntry[]): (item: PlanItem) => OpenPoint[] {
  const units = bodiesOf(entries, 'unit')
  const known = new Set(units.map((unit) => unit.name))
  const groups = new Set(units.filter((unit) => unit.kind === 'group').map((unit) => unit.name))
  const names = unitNames(units)
  const ofOne = new Map(units.map((unit) => [unit.name, unit.kind]))
  const kindsOf = ({ kind, members = [] }: (typeof units)[number]): readonly string[] =>
    kind === 'group' ? members.map((member) => ofOne.get(names.nameOf(member)) ?? 'other') : [kind ?? 'other']
  const kinds = new Map(units.map((unit) => [unit.name, kindsOf(unit)]))
  return (item) => {
    const strangers = item.duties.filter((duty) => !known.has(names.nameOf(duty.unit)))
    const leads = item.duties.filter((duty) => duty.role === 'lead')
    const isGroup = (unit: string): boolean => groups.has(unit)
    return [
      ...strangers.map(({ unit }) => point('unitUnknown', item.itemId, { unit }, true)),
      ...brokenDownTo(item, (unit) => kinds.get(names.nameOf(unit)) ?? []).map((unit) =>
        // 责任单位：…，各镇街 is said of a paragraph's work: named, but not held up, unless the group is to lead.
        point('statutoryBrokenDown', item.itemId, { unit }, !isGroup(unit) || leads.some((duty) => duty.unit === unit)),
      ),
      ...(reportingUnitOf(item, isGroup) === null ? [point('noReporter', item.itemId)] : []),
      ...(leads.length > 1 ? [point('severalLeads', item.itemId, { count: leads.length })] : []),
      ...(item.openList ? [point('openList', item.itemId)] : []),
      ...kindPoints(item),
    ]
  }
}

function kindPoints(item: PlanItem): OpenPoint[] {
  if (item.kind !== 'indicator') {
    const undated = item.kind === 'task' && item.timeNodes.some((node) => node.label === wholeYearNode)
    return undated ? [point('taskWithoutDate', item.itemId)] : []
  }
  const { measure, baseline, due, kind } = item.target
  const needsBase = (measure === 'stock' || measure === 'reduce') && !['growth', 'decline', 'increment'].includes(kind)
  return [
    ...(due === '' ? [point('dueMissing', item.itemId, {}, true)] : []),
    ...(needsBase && baseline === null ? [point('baselineMissing', item.itemId)] : []),
    ...(kind === 'qualitative' && (item.target.test ?? '').trim() === '' ? [point('testMissing', item.itemId)] : []),
    ...(item.measureConfirmed ? [] : [point('measureUnconfirmed', item.itemId)]),
  ]
}
