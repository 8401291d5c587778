import { groupBy, isLocalDate } from '#core/kit'
import { membersOn } from '../group-members.ts'
import { refusedLine, type RosterRow } from './read-roster-rows.ts'
import { noWords, type GroupStep, type KnownRoster, type RosterLine, type UnitStep } from './roster-types.ts'

/** What the sheet of groups would do. The rows of one group are all its members from their day on. */
export function planGroups(
  rows: readonly RosterRow[],
  known: KnownRoster,
  coming: readonly UnitStep[],
): { readonly lines: readonly RosterLine[]; readonly steps: readonly GroupStep[] } {
  const lines: RosterLine[] = []
  const steps: GroupStep[] = []
  for (const [group, members] of groupBy(rows, (row) => row.cell('组名'))) {
    const planned = planGroup(group, members, known, coming)
    lines.push(...planned.lines)
    if (planned.step) steps.push(planned.step)
  }
  return { lines: lines.toSorted((a, b) => a.row - b.row), steps }
}

function planGroup(group: string, rows: readonly RosterRow[], known: KnownRoster, coming: readonly UnitStep[]) {
  const from = rows[0]?.cell('起始日期') || known.today
  const faults = rows.flatMap((row, index) => faultOf(row, rows.slice(0, index), { from, known, coming }) ?? [])
  if (faults.length > 0) return { lines: faults, step: null }
  const members = rows.map((row) => row.cell('成员单位'))
  const before = present(known, group, from)
  const gone = before.filter((name) => !members.includes(name))
  const lines = rows.map((row, index): RosterLine => {
    const isNew = !before.includes(row.cell('成员单位'))
    const left =
      index === 0 && gone.length > 0 ? { zh: `退出：${gone.join('、')}`, en: `leaves: ${gone.join(', ')}` } : noWords
    return {
      ...{ sheet: 'groups', row: row.number, what: `${group} ${row.cell('成员单位')}`, column: null, refusal: null },
      ...{ outcome: isNew ? 'new' : left === noWords ? 'unchanged' : 'changed', words: left },
    }
  })
  const changes = gone.length > 0 || members.some((name) => !before.includes(name))
  return { lines, step: changes ? { group, members, from } : null }
}

function present({ units, memberships }: KnownRoster, group: string, on: string): readonly string[] {
  const unit = units.find(({ name, mergedInto }) => name === group && mergedInto === null)
  return unit ? membersOn(memberships, unit.unitId, on).map(({ memberName }) => memberName) : []
}

interface GroupFacts {
  readonly from: string
  readonly known: KnownRoster
  readonly coming: readonly UnitStep[]
}

function faultOf(
  row: RosterRow,
  earlier: readonly RosterRow[],
  { from, known, coming }: GroupFacts,
): RosterLine | null {
  const [group, member, day] = [row.cell('组名'), row.cell('成员单位'), row.cell('起始日期')]
  const at = { sheet: 'groups', row: row.number, what: `${group} ${member}` } as const
  const kindOf = (name: string) =>
    coming.find((unit) => unit.name === name)?.kind ??
    known.units.find((unit) => unit.name === name && unit.endedAt === null)?.kind
  if (group === '') return refusedLine(at, '组名', 'roster.missing', { column: '组名' })
  if (kindOf(group) !== 'group') return refusedLine(at, '组名', 'roster.groupUnknown', { name: group })
  const kind = kindOf(member)
  if (kind === undefined) return refusedLine(at, '成员单位', 'roster.unitUnknown', { name: member })
  if (kind === 'group') return refusedLine(at, '成员单位', 'unit.groupInGroup')
  const same = earlier.find((one) => one.cell('成员单位') === member)
  if (same) return refusedLine(at, '成员单位', 'roster.twice', { row: same.number })
  if (day !== '' && !isLocalDate(day)) return refusedLine(at, '起始日期', 'roster.dateUnclear', { text: day })
  if ((day || known.today) !== from) return refusedLine(at, '起始日期', 'roster.dateDiffers', { group, from })
  const unit = known.units.find(({ name }) => name === group)
  const own = known.memberships.filter(({ groupUnitId }) => groupUnitId === unit?.unitId)
  const last = own.flatMap((one) => [one.from ?? '', one.until ?? '']).reduce((a, b) => (a > b ? a : b), '')
  return from < last ? refusedLine(at, '起始日期', 'unit.membersBefore', { date: last }) : null
}
