import type { ColumnUse } from '../source-document.ts'
import { looksLikePost, looksLikeUnit } from '../units/units.ts'

/** What the words of one line could be, as far as its look tells. */
export interface Look {
  readonly number: boolean
  readonly units: boolean
  readonly post: boolean
  readonly date: boolean
  readonly blank: boolean
  readonly sentence: boolean
  readonly figure: boolean
  readonly long: boolean
}

/** 12月底前, 2025年9月, 三季度, 持续推进, 贯穿全年, 分阶段推进: what stands in a column of dates. */
const DATE =
  /^(?:20\d\d|\d{1,2}[—~-]?\d{0,2}月|[一二三四]季度|第[一二三四]季度|[上下]半年|全年|年[底内末]|每[年月季周]|长期|持续|常态|贯穿|分阶段|按|立即|即时|随时|已|汛期)/
const LONGEST_DATE = 20
const LONGEST_CELL = 40
const BLANK = /^(?:[—–\-/\\]{1,3}|无)$/
const NUMBER = /^\(?0?(\d{1,3})[).、]?$/

/** The number of a row that a line holds alone: 7, 07, (7), 7. */
export function rowNumberOf(words: string): number | null {
  const match = words.length <= 6 ? NUMBER.exec(words) : null
  return match ? Number(match[1]) : null
}

function isUnits(words: string): boolean {
  const names = words.replace(/等$/, '').split(/[、,;]/)
  const known = names.filter(
    (name) => looksLikeUnit(name) || /^(?:各|有关|相关|沿线).{0,6}[县区市镇乡村]/.test(name),
  ).length
  return known * 2 > names.length
}

/** What a line could be, from its words. */
export function lookOf(words: string): Look {
  const sentence = /[。;]/.test(words) || (/[,，]/.test(words) && /\d/.test(words))
  return {
    number: rowNumberOf(words) !== null,
    units: !sentence && words.length <= 4 * LONGEST_CELL && isUnits(words),
    post: words.length <= LONGEST_DATE && looksLikePost(words),
    date: words.length <= LONGEST_DATE && DATE.test(words),
    blank: BLANK.test(words),
    sentence,
    figure: /\d/.test(words),
    long: words.length > LONGEST_CELL,
  }
}

const UNIT_USES: ReadonlySet<ColumnUse> = new Set(['lead', 'responsible', 'support', 'participate'])

/** How well a line fits a column, from what the column holds. */
function fitOf(use: ColumnUse, look: Look): number {
  if (use === 'number') return look.number ? 4 : -8
  if (UNIT_USES.has(use)) return look.units ? 3 : look.blank ? 1 : look.date || look.sentence || look.number ? -4 : -1
  if (use === 'due') return look.date ? 3 : look.blank ? 1 : -3
  if (use === 'leader' || use === 'person') return look.post ? 3 : look.units || look.sentence || look.date ? -3 : 0
  if (use === 'title') return look.units ? -1 : look.date ? -2 : look.long || look.sentence || look.figure ? 0 : 1
  if (use === 'goal' || use === 'measures')
    return look.units || look.blank ? -2 : look.sentence ? 2 : look.date ? -1 : look.figure ? 1 : 0
  return look.long ? -2 : 0
}

/** What it costs that a row leaves a column empty: hardly anything for notes and merged groups, much for the task itself. */
const EMPTY: Readonly<Record<ColumnUse, number>> = {
  ...{ number: -8, group: -0.5, title: -8, goal: -2, measures: -2, lead: -3, responsible: -3, support: -1 },
  ...{ participate: -1, leader: -1.5, person: -1.5, due: -1.5, none: -0.2 },
}

/** What it costs that a cell takes one more line. */
function moreOf(use: ColumnUse): number {
  if (use === 'title' || use === 'goal' || use === 'measures') return -1
  return use === 'none' ? -0.5 : -2.5
}

/** Lines of a row put into its columns, however many of them the row shall have. */
export interface Alignment {
  /** How well the first `length` lines fill a row. */
  scoreOf(length: number): number
  /** Their columns, line by line. */
  columnsOf(length: number): readonly number[]
}

/** The lines that may belong to a row: their words and looks, each taken when it is asked for. */
export interface RowLines {
  words(line: number): string
  look(line: number): Look
}

/** 县发改局、 goes on in the next line of the same cell. */
const OPEN_END = /[、,(]$/
/** What it costs to leave a cell at an open end. */
const BROKEN = 3
const SCORES_FROM = -1000

/**
 * Puts the lines of a row into its columns in order, so that units stand under 牵头单位, dates under 完成时限 and sentences under
 * 工作目标; a column may stay empty, and a cell may hold several lines. Line after line, so that a row is tried at all its lengths for the
 * work of the longest.
 */
export function alignLines({ words, look }: RowLines, uses: readonly ColumnUse[]): Alignment {
  const skipped = [0]
  uses.forEach((use, at) => skipped.push((skipped[at] ?? 0) + EMPTY[use]))
  const gap = (from: number, to: number) => (skipped[to] ?? 0) - (skipped[from] ?? 0)
  const [scores, origins]: [number[][], number[][]] = [[], []]
  const addLine = (line: number) => {
    const [before, origin] = [scores[line - 1] ?? [], [] as number[]]
    const open = line > 0 && OPEN_END.test(words(line - 1))
    scores.push(
      uses.map((use, column) => {
        let best = line === 0 ? gap(0, column) : SCORES_FROM
        let source = -1
        const reach = line === 0 ? -1 : column
        for (let earlier = 0; earlier <= reach; earlier++) {
          const step = earlier === column ? (open ? 0 : moreOf(use)) : gap(earlier + 1, column) - (open ? BROKEN : 0)
          const score = (before[earlier] ?? SCORES_FROM) + step
          if (score > best) [best, source] = [score, earlier]
        }
        origin.push(source)
        return best + fitOf(use, look(line))
      }),
    )
    origins.push(origin)
  }
  const totalsOf = (length: number): readonly number[] => {
    while (scores.length < length) addLine(scores.length)
    return (scores[length - 1] ?? []).map((score, column) => score + gap(column + 1, uses.length))
  }
  return {
    scoreOf: (length) => Math.max(...totalsOf(length)),
    columnsOf(length) {
      const totals = totalsOf(length)
      const columns: number[] = []
      for (let line = length - 1, column = totals.indexOf(Math.max(...totals)); line >= 0; line--) {
        columns.unshift(column)
        column = origins[line]?.[column] ?? 0
      }
      return columns
    },
  }
}
