import { child, childrenNamed, switchOf, valueOf } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { formatNumber } from './number-formats.ts'

interface ListLevel {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly suffix: string
  /** Level (1-based) whose use restarts this one; 0 never; undefined any higher level. */
  readonly restartAfter: number | undefined
  readonly allDecimal: boolean
  readonly style: string | undefined
}

interface List {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly startOverrides: ReadonlyMap<number, number>
}

const LAST_LEVEL = 8

/**
 * Counts the automatic numbers of a Word document in document order (ISO/IEC 29500-1, 17.9): `label` must be called once
 * for each numbered paragraph. Lists on the same abstract definition count on together, as Word does.
 */
export class ListCounter {
  private readonly lists = new Map<string, List>()
  private readonly counters = new Map<string, (number | undefined)[]>()
  private readonly startedOverrides = new Set<string>()

  constructor(numbering: XmlElement | undefined) {
    const definitions = new Map(
      childrenNamed(numbering, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
    )
    for (const number of childrenNamed(numbering, 'w:num')) {
      const id = number.attributes['w:numId']
      const abstractId = valueOf(number, 'w:abstractNumId')
      if (id === undefined || abstractId === undefined) continue
      const list = listOf(number, abstractId, definitions, numbering)
      if (list) this.lists.set(id, list)
    }
  }

  /** The level that a paragraph style is tied to in a list (w:pStyle), if any. */
  levelOfStyle(listId: string, style: string | undefined): number | undefined {
    if (style === undefined) return undefined
    for (const [level, each] of this.lists.get(listId)?.levels ?? []) if (each.style === style) return level
    return undefined
  }

  /** The next number at this level with its separator, ready to stand before the text; '' where none is shown. */
  label(listId: string, level: number, following: string): string {
    const list = this.lists.get(listId)
    const definition = list?.levels.get(level)
    if (!list || !definition) return ''
    const counters = this.countersOf(list.abstractId)
    this.advance(list, listId, level, counters)
    if (definition.format === 'bullet') return ''
    const label = definition.text.replace(/%([1-9])/g, (_, digit: string) =>
      this.figure(list, Number(digit) - 1, definition, counters),
    )
    return label === '' ? '' : label + separator(label, definition.suffix, following)
  }

  private countersOf(abstractId: string): (number | undefined)[] {
    const known = this.counters.get(abstractId)
    if (known) return known
    const fresh: (number | undefined)[] = []
    this.counters.set(abstractId, fresh)
    return fresh
  }

  private advance(list: List, listId: string, level: number, counters: (number | undefined)[]): void {
    const override = list.startOverrides.get(level)
    const key = `${listId}/${level}`
    if (override !== undefined && !this.startedOverrides.has(key)) {
      this.startedOverrides.add(key)
      counters[level] = override
    } else {
      const before = counters[level]
      counters[level] = before === undefined ? startOf(list, level) : before + 1
    }
    for (let below = level + 1; below <= LAST_LEVEL; below += 1) {
      const restart = list.levels.get(below)?.restartAfter
      if (restart === undefined || (restart > 0 && level < restart)) counters[below] = undefined
    }
  }

  private figure(list: List, level: number, shownIn: ListLevel, counters: (number | undefined)[]): string {
    // A higher level that was not used yet shows its first number, without being counted.
    const value = counters[level] ?? startOf(list, level)
    const format = list.levels.get(level)?.format ?? 'decimal'
    return formatNumber(value, shownIn.allDecimal ? 'decimal' : format)
  }
}

function startOf(list: List, level: number): number {
  return list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 1
}

function listOf(
  number: XmlElement,
  abstractId: string,
  definitions: ReadonlyMap<string, XmlElement>,
  numbering: XmlElement | undefined,
): List | null {
  const definition = linkedDefinition(definitions.get(abstractId), definitions, numbering)
  if (!definition) return null
  const levels = new Map<number, ListLevel>()
  const startOverrides = new Map<number, number>()
  for (const level of childrenNamed(definition, 'w:lvl'))
    levels.set(integer(level.attributes['w:ilvl'], 0), readLevel(level))
  for (const override of childrenNamed(number, 'w:lvlOverride')) {
    const index = integer(override.attributes['w:ilvl'], 0)
    const level = child(override, 'w:lvl')
    const start = valueOf(override, 'w:startOverride')
    if (level) levels.set(index, readLevel(level))
    if (start !== undefined) startOverrides.set(index, integer(start, 1))
  }
  return { abstractId: definition.attributes['w:abstractNumId'] ?? abstractId, levels, startOverrides }
}

/** A definition without levels points (numStyleLink) to the one that a list style defines (styleLink). */
function linkedDefinition(
  definition: XmlElement | undefined,
  definitions: ReadonlyMap<string, XmlElement>,
  numbering: XmlElement | undefined,
): XmlElement | undefined {
  const link = valueOf(definition, 'w:numStyleLink')
  if (link === undefined) return definition
  for (const candidate of childrenNamed(numbering, 'w:abstractNum')) {
    if (valueOf(candidate, 'w:styleLink') === link) return candidate
  }
  return definitions.get(link) ?? definition
}

function readLevel(level: XmlElement): ListLevel {
  const restart = valueOf(level, 'w:lvlRestart')
  return {
    start: integer(valueOf(level, 'w:start'), 0),
    format: formatOf(level),
    text: valueOf(level, 'w:lvlText') ?? '',
    suffix: valueOf(level, 'w:suff') ?? 'tab',
    restartAfter: restart === undefined ? undefined : integer(restart, 0),
    allDecimal: switchOf(level, 'w:isLgl') === true,
    style: valueOf(level, 'w:pStyle'),
  }
}

/** Newer formats stand in an mc:AlternateContent whose fallback is a plain one. */
function formatOf(level: XmlElement): string {
  const alternate = child(level, 'mc:AlternateContent')
  const choice = valueOf(child(alternate, 'mc:Choice'), 'w:numFmt')
  const fallback = valueOf(child(alternate, 'mc:Fallback'), 'w:numFmt')
  const stated = valueOf(level, 'w:numFmt')
  return stated ?? (choice === 'custom' ? fallback : choice) ?? fallback ?? 'decimal'
}

function integer(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(value) ? value : otherwise
}

/** Word puts a tab after most numbers; written out, 一、 and （一） need none, and "1." only before a digit (1. 5万). */
function separator(label: string, suffix: string, following: string): string {
  if (suffix === 'nothing' || following === '') return ''
  if (/[、。：；，）】〕》．]$/.test(label)) return ''
  if (/[.)]$/.test(label) && !/^\s*[\d.]/.test(following)) return ''
  return ' '
}
