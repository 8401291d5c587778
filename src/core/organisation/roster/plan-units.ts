import type { Words } from '#core/kit'
import { unitKindNamed, unitKindWords } from '../unit-kinds.ts'
import { refusedLine, type RosterRow } from './read-roster-rows.ts'
import { noWords, type KnownRoster, type RosterLine, type UnitStep } from './roster-types.ts'

type KnownUnit = KnownRoster['units'][number]

/** What the sheet of units would do. A name or a spelling belongs to one unit; an empty cell of spellings says nothing. */
export function planUnits(
  rows: readonly RosterRow[],
  known: KnownRoster,
): { readonly lines: readonly RosterLine[]; readonly steps: readonly UnitStep[] } {
  const owners = namesOf(known.units)
  const steps: UnitStep[] = []
  const lines = rows.map((row): RosterLine => {
    const planned = planUnit(row, known, owners)
    if ('outcome' in planned) return planned
    const { step, before } = planned
    for (const name of [step.name, ...step.aliases]) owners.set(name, { owner: step.name, row: row.number })
    const words = wordsOf(step, before)
    const at = { sheet: 'units', row: row.number, what: step.name, column: null, refusal: null } as const
    if (before && words.zh === '') return { ...at, outcome: 'unchanged', words }
    steps.push(step)
    return { ...at, outcome: before ? 'changed' : 'new', words }
  })
  return { lines, steps }
}

/** Which unit owns a name; `row` = the row of this sheet that said so. */
type Owners = Map<string, { readonly owner: string; readonly row: number | null }>

function namesOf(units: readonly KnownUnit[]): Owners {
  const owners: Owners = new Map()
  for (const { name, aliases, mergedInto } of units) {
    if (mergedInto !== null) continue
    for (const one of [name, ...aliases]) owners.set(one, { owner: name, row: null })
  }
  return owners
}

function planUnit(
  row: RosterRow,
  { units }: KnownRoster,
  owners: Owners,
): RosterLine | { readonly step: UnitStep; readonly before: KnownUnit | undefined } {
  const [name, kindWord, spellings] = [row.cell('单位名称'), row.cell('类别'), row.cell('别名')]
  const at = { sheet: 'units', row: row.number, what: name } as const
  if (name === '') return refusedLine(at, '单位名称', 'roster.missing', { column: '单位名称' })
  const kind = unitKindNamed(kindWord)
  if (kind === null) return refusedLine(at, '类别', 'roster.kindUnknown', { kind: kindWord })
  const before = units.find((unit) => unit.name === name && unit.mergedInto === null)
  if (before && before.endedAt !== null) return refusedLine(at, '单位名称', 'unit.ended')
  const stated = [...new Set(spellings.split(/[、,，;；\n]/u).map((alias) => alias.trim()))]
  const said = stated.filter((alias) => alias !== '' && alias !== name)
  const aliases = spellings === '' ? (before?.aliases ?? []) : said
  for (const text of [name, ...aliases]) {
    const owned = owners.get(text)
    if (!owned || (owned.owner === name && owned.row === null)) continue
    const column = text === name ? '单位名称' : '别名'
    if (owned.row !== null && owned.owner === name) return refusedLine(at, column, 'roster.twice', { row: owned.row })
    return refusedLine(at, column, 'unit.aliasTaken', { alias: text, unit: owned.owner })
  }
  const step = { unitId: before?.unitId ?? null, revision: before?.revision ?? 1, name, kind, aliases }
  return { step, before }
}

function wordsOf(step: UnitStep, before: KnownUnit | undefined): Words {
  if (!before) {
    const { aliases } = step
    return aliases.length === 0
      ? noWords
      : { zh: `别名：${aliases.join('、')}`, en: `spellings: ${aliases.join(', ')}` }
  }
  const added = step.aliases.filter((alias) => !before.aliases.includes(alias))
  const removed = before.aliases.filter((alias) => !step.aliases.includes(alias))
  const [old, next] = [unitKindWords[before.kind], unitKindWords[step.kind]]
  const names = [...added.map((alias) => `+${alias}`), ...removed.map((alias) => `−${alias}`)]
  const said = (kind: string) => [...(before.kind === step.kind ? [] : [kind]), ...names].join(' ')
  return { zh: said(`类别：${old.zh} → ${next.zh}`), en: said(`kind: ${old.en} → ${next.en}`) }
}
