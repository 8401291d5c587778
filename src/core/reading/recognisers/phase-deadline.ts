import type { FoundDeadline, ReadingContext, Recogniser } from '../kernel.ts'
import { headingAt, pathOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { lastDay } from './deadline.ts'

const DAY = '(?:(\\d{1,2})日|(底|末|上旬|中旬|下旬|初|份))'
/** The end of a range takes what it leaves out (year, month) from its start. */
const RANGE = `(?:(\\d{4})年)?(?:(\\d{1,2})月)?${DAY}?(?:开始)?(?:—{1,2}|-{1,2}|~|至|到)(?:(\\d{4})年)?(?:(\\d{1,2})月)?${DAY}?(?:底|末)?(?:之?前)?`
const MONTH = `(?:(\\d{4})年)?(\\d{1,2})月${DAY}?(?:底|末)?(?:之?前)?`
const IN_BRACKET = new RegExp(`\\((?:${RANGE}|${MONTH})\\)$`)
const AT_START = new RegExp(`^(?:${RANGE})(?=[,:。])`)
const MAY_HOLD = /^\D{0,3}\d/

interface Dated {
  readonly year: number | null
  readonly month: string | undefined
  readonly day: string | undefined
  readonly part: string | undefined
}

/** What a match dates: the end of its range, or its month. */
function dated(match: RegExpExecArray): Dated | null {
  const [, year, month, , , endYear, endMonth, day, part, ownYear, ownMonth, ownDay, ownPart] = match
  if (ownMonth) return { year: number(ownYear), month: ownMonth, day: ownDay, part: ownPart }
  if (!endMonth && !month) return null
  return { year: number(endYear ?? year), month: endMonth ?? month, day, part }
}

function number(words: string | undefined): number | null {
  return words === undefined ? null : Number(words)
}

function found(
  { tree, draft }: ReadingContext,
  at: number,
  end: number,
  match: RegExpExecArray | null,
): FoundDeadline[] {
  const parts = match ? dated(match) : null
  const year = parts?.year ?? draft.year
  if (!parts || year === null || (draft.year !== null && year < draft.year)) return []
  const due = lastDay({ ...parts, year, half: undefined })
  return due ? [{ at, end, rule: 'deadline.phase', implied: [], path: pathOf(headingAt(tree, at)), due }] : []
}

/** 动员部署阶段(3月1日—3月15日): the bracket that ends a heading. */
function inHeadings(context: ReadingContext): FoundDeadline[] {
  const { tree } = context
  return tree.headings.flatMap(({ node }) => {
    if (tree.text.charAt(node.titleEnd - 1) !== ')') return []
    const open = tree.text.lastIndexOf('(', node.titleEnd)
    if (open <= node.titleStart) return []
    return found(context, open + 1, node.titleEnd - 1, IN_BRACKET.exec(tree.text.slice(open, node.titleEnd)))
  })
}

/** 2024年3月1日至3月15日,召开动员会。 A range that opens a sentence. */
function atStarts(context: ReadingContext): FoundDeadline[] {
  const { tree } = context
  return tree.sentences.flatMap(({ start, end }) => {
    if (!MAY_HOLD.test(tree.text.slice(start, start + 4))) return []
    const match = AT_START.exec(tree.text.slice(start, Math.min(end, start + 40)))
    return match ? found(context, start, endOf(tree, start + match[0].length, end), match) : []
  })
}

/** The date and the words up to the next mark but one: 3月1日至15日,召开动员会. */
function endOf(tree: PlanTree, from: number, limit: number): number {
  const rest = /^[,:][^,;。]*/.exec(tree.text.slice(from, Math.min(limit, from + 200)))?.[0].length ?? 0
  return from + rest
}

const TIME_HEAD = /^(?:(?:完成|办结|整改|推进|计划完成)?(?:时限|时间|期限|时间节点|日期)(?:要求)?|时间要求)$/
const WHOLE_MONTH = new RegExp(`^(?:${RANGE}|${MONTH})$`)
const HEAD_ROWS = 2

/** 2024年10月 in the column 完成时限 of a task table. */
function inColumns(context: ReadingContext): FoundDeadline[] {
  const { tree } = context
  const columns = new Set<string>()
  return tree.paragraphs.flatMap(({ cell, start, end }) => {
    if (!cell || end - start > 30) return []
    const words = tree.text.slice(start, end)
    const key = `${cell.table} ${cell.column}`
    if (cell.row < HEAD_ROWS && TIME_HEAD.test(words)) columns.add(key)
    return columns.has(key) ? found(context, start, end, WHOLE_MONTH.exec(words)) : []
  })
}

/** The phases of a schedule end on a day; dates inside their range that were read as deadlines give way. */
export const phaseDeadline: Recogniser = {
  id: 'deadline.phase',
  recognise(context) {
    const { draft, trace } = context
    const plain = [...draft.deadlines].sort((a, b) => a.at - b.at)
    const last = new Map(plain.map(({ path, due, at }) => [`${path} ${due}`, at]))
    // 考评验收阶段(12月)。12月底前完成考评: the duty says the day that the heading only announces.
    const headed = inHeadings(context).filter(({ path, due, end }) => (last.get(`${path} ${due}`) ?? 0) < end)
    const phases = [...headed, ...atStarts(context), ...inColumns(context)].sort((a, b) => a.at - b.at)
    if (phases.length === 0) return
    const kept: FoundDeadline[] = []
    let next = 0
    for (const date of plain) {
      while ((phases[next]?.end ?? Number.POSITIVE_INFINITY) <= date.at) next++
      if (date.at < (phases[next]?.at ?? Number.POSITIVE_INFINITY)) kept.push(date)
    }
    draft.deadlines = [...kept, ...phases]
    for (const { rule, at, end, due } of phases) trace?.({ rule, at, end, detail: due })
  },
}
