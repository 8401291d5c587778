import type { FoundTaskForce, ReadingContext, Recogniser } from '../kernel.ts'
import type { Paragraph } from '../tree/paragraphs.ts'
import { headingAt, pathOf, quoteOf, titleOf } from '../tree/tree.ts'
import type { Heading, PlanTree } from '../tree/tree.ts'
import { gapsIn, isLineEnd } from '../tree/gaps.ts'
import { markAt } from '../tree/marks.ts'
import { postHolders } from '../units/post-holders.ts'
import { matchesOf } from '../text/matches.ts'

type Role = 'convener' | 'deputies' | 'members'

const LABEL = /(第一|常务|总)?(副)?(?:召集人|组长|指挥长|总指挥|指挥|政委)(?:单位)?:|(成员单位|成员|组员|成员名单):/g
const MAY_HOLD = /(?:召集人|组长|指挥长|指挥|成员|组员)(?:单位)?:/
const OFFICE = /办公室(?:设|设立|设置|挂靠)?(?:在|于)([^,。;()]{2,40}?(?:\([^()]{1,20}\))?)(?=[,。;)]|$)/
const BODY = /[^,。;:]{0,40}?(?:专班|领导小组|协调小组|工作小组|推进小组|协调组|指挥部|工作组|联席会议|组$)/
const MAX_LINE = 1200
/** Lines after the list in which the office may be named. */
const OFFICE_LINES = 3

interface Part {
  readonly role: Role
  readonly at: number
  end: number
}

function roleOf([, , deputy, members]: RegExpExecArray): Role {
  return members ? 'members' : deputy ? 'deputies' : 'convener'
}

/** Labels of a paragraph that opens with one; a mark (1. or (一)) may stand before the first. */
function partsOf(text: string, paragraph: Paragraph): Part[] {
  const words = text.slice(paragraph.start, paragraph.end)
  if (words.length > MAX_LINE || !MAY_HOLD.test(words)) return []
  const mark = markAt(text, paragraph.start)?.length ?? 0
  const parts: Part[] = []
  for (const match of matchesOf(LABEL, words)) {
    const at = paragraph.start + match.index
    if (parts.length === 0 && match.index > mark) return []
    const last = parts[parts.length - 1]
    if (last) last.end = at
    parts.push({ role: roleOf(match), at: at + match[0].length, end: paragraph.end })
  }
  return parts
}

/** A line that goes on with the names of the line before it. */
function continues(text: string, paragraph: Paragraph | undefined): paragraph is Paragraph {
  if (!paragraph || paragraph.cell || markAt(text, paragraph.start)) return false
  const words = text.slice(paragraph.start, paragraph.end)
  return words.length <= 300 && !/[。:;]|办公室设|抄送|^附/.test(words)
}

interface List {
  readonly parts: readonly Part[]
  readonly next: number
}

/** Lines of the list that name no part of the body itself. */
const ASIDE = /^(?:牵头|责任|联系|联络)(?:单位|部门|领导|人|员):/

/** The block of label lines that opens at a paragraph. */
function listAt(tree: PlanTree, from: number): List {
  const parts: Part[] = []
  let index = from
  while (index < tree.paragraphs.length) {
    const paragraph = tree.paragraphs[index]
    const own = paragraph && !paragraph.cell ? partsOf(tree.text, paragraph) : []
    const again = own.some((part) => part.role === 'convener') && parts.some((part) => part.role !== 'convener')
    if (own.length > 0 && !again) parts.push(...own)
    else if (parts.length > 0 && paragraph && ASIDE.test(tree.text.slice(paragraph.start, paragraph.start + 6))) {
      index++
      continue
    } else if (parts.length > 0 && own.length === 0 && continues(tree.text, paragraph))
      parts.push({ role: parts[parts.length - 1]?.role ?? 'members', at: paragraph.start, end: paragraph.end })
    else break
    index++
  }
  return { parts, next: index }
}

/** Where white space parts names; beside marks (县财政局、县⏎自然资源局) the end of a line parts none. */
function partings(tree: PlanTree, { at, end }: Part): number[] {
  const gaps = gapsIn(tree, at, end)
  if (!tree.text.slice(at, end).includes('、')) return gaps
  return gaps.filter((gap) => !isLineEnd(tree, gap))
}

function named(tree: PlanTree, parts: readonly Part[], role: Role): string[] {
  const found = parts
    .filter((part) => part.role === role)
    .flatMap((part) => postHolders(tree.text, part.at, part.end, partings(tree, part)))
  return [...new Set(found.map(({ start, end }) => quoteOf(tree, start, end)))]
}

function convener(tree: PlanTree, parts: readonly Part[]): string | null {
  const part = parts.find((one) => one.role === 'convener' && one.end > one.at)
  return part ? quoteOf(tree, part.at, part.end).replace(/[,;。、，；]$/, '') : null
}

/** The mark of an item before a body's name: (一)工作专班. */
export const MARK = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])/
/** 工作专班 as a heading of an annex: the annex says which. */
const NAMELESS = /^(?:工作|攻坚|推进)?(?:专班|领导小组|工作组|指挥部)$/

/** 项目提速攻坚 of an annex that is headed 项目提速攻坚实施方案; '' outside annexes. */
function planOver(tree: PlanTree, heading: Heading | null): string {
  let node = heading?.node ?? null
  while (node && node.kind !== 'annex') node = node.parent
  const title = node ? tree.text.slice(node.titleStart, node.titleEnd) : ''
  return /^(.{2,20}?)(?:总体|实施|行动|工作|攻坚)*方案$/.exec(title)?.[1] ?? ''
}

/** The body's name: in the line before the list, else in the heading over it. */
function nameOver(tree: PlanTree, from: number): string {
  const before = tree.paragraphs[from - 1]
  const line = before ? tree.text.slice(before.start, before.end).slice(-160) : ''
  return bodyNamed(tree, tree.paragraphs[from]?.start ?? 0, line)
}

/** The body that words name, else the heading over a place; '' where neither does. A nameless 工作专班 takes the annex's name. */
export function bodyNamed(tree: PlanTree, at: number, words: string): string {
  const heading = headingAt(tree, at)
  const name = (BODY.exec(words)?.[0] ?? BODY.exec(titleOf(tree, heading))?.[0] ?? '').replace(MARK, '')
  return NAMELESS.test(name) ? `${planOver(tree, heading)}${name}` : name
}

function officeOf(tree: PlanTree, next: number): string | null {
  for (const paragraph of tree.paragraphs.slice(next, next + OFFICE_LINES)) {
    if (MAY_HOLD.test(tree.text.slice(paragraph.start, paragraph.start + 12))) return null
    const match = OFFICE.exec(tree.text.slice(paragraph.start, paragraph.end))
    const at = match?.[1] === undefined ? -1 : paragraph.start + match.index + match[0].indexOf(match[1])
    if (at >= 0) return quoteOf(tree, at, at + (match?.[1]?.length ?? 0))
  }
  return null
}

function forceOf(tree: PlanTree, from: number, { parts, next }: List): FoundTaskForce {
  const at = tree.paragraphs[from]?.start ?? 0
  return {
    at,
    end: parts[parts.length - 1]?.end ?? at,
    rule: 'taskForce.list',
    implied: [],
    path: pathOf(headingAt(tree, at)),
    name: nameOver(tree, from),
    campaign: 0,
    convener: convener(tree, parts),
    deputies: named(tree, parts, 'deputies'),
    members: named(tree, parts, 'members'),
    office: officeOf(tree, next),
  }
}

/** A list of who convenes, deputises and takes part: 组长:… / 副组长:… / 成员:… on lines of their own, persons with their posts. */
export const taskForceList: Recogniser = {
  id: 'taskForce.list',
  recognise({ tree, draft, trace }: ReadingContext) {
    if (!MAY_HOLD.test(tree.text)) return
    for (let from = 0; from < tree.paragraphs.length;) {
      const list = listAt(tree, from)
      const roles = new Set(list.parts.map((part) => part.role))
      if (roles.size > 1) {
        const force = forceOf(tree, from, list)
        draft.taskForces.push(force)
        trace?.({ rule: force.rule, at: force.at, end: force.end, detail: force.name })
      }
      from = Math.max(list.next, from + 1)
    }
  },
}
