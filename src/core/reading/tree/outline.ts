import type { TextView } from '../text/view.ts'
import { findAnnexes } from './annexes.ts'
import type { AnnexStart } from './annexes.ts'
import { RANK, markAt } from './marks.ts'
import type { OutlineNode } from './node.ts'
import type { Paragraph } from './paragraphs.ts'
import { isGlossaryTitle, isPastTitle } from './past-titles.ts'
import { rowNodes } from './row-nodes.ts'
import { addRunIns } from './run-in-nodes.ts'
import { looksTitled, titleEnd, titleShape } from './titles.ts'
import type { TitleShape } from './titles.ts'

/** The outline before paths are given. `heads` says which paragraphs open with a heading, `used` which hold no body text. */
export interface Outline {
  readonly roots: readonly OutlineNode[]
  /** Where the first annex begins; the end of the text where there is none. */
  readonly bodyEnd: number
  /** Paragraphs that list annexes. */
  readonly listed: ReadonlySet<number>
}

const CLAUSE_LINE =
  /^[([]?(?:(?:牵头|责任|配合|参与|主办|协办|承办|落实|协同)(?:责任)?(?:单位|部门|处室|科室|领导|人)|完成时限|时限要求?|完成时间)[:)]/

function raw(source: string, view: TextView, start: number, length: number): string {
  let text = ''
  for (let at = start; at < start + length; at++) text += source.charAt(view.origin[at] ?? 0)
  return text
}

function createNode(
  base: Pick<OutlineNode, 'kind' | 'start' | 'ordinal' | 'paragraph'>,
  titleStart: number,
): OutlineNode {
  const { kind, start, ordinal, paragraph } = base
  return { kind, start, ordinal, titleStart, titleEnd: titleStart, paragraph, parent: null, children: [] }
}

function annexNode(source: string, view: TextView, paragraphs: readonly Paragraph[], annex: AnnexStart): OutlineNode {
  const own = paragraphs[annex.paragraph]
  const start = own?.start ?? 0
  const base = { kind: 'annex' as const, start, ordinal: raw(source, view, start, annex.markLength) }
  const node = createNode({ ...base, paragraph: annex.paragraph }, start + annex.markLength)
  if (annex.titleTo > annex.titleFrom) {
    node.titleStart = paragraphs[annex.titleFrom]?.start ?? start
    node.titleEnd = paragraphs[annex.titleTo - 1]?.end ?? start
  } else if (own) {
    while (node.titleStart < own.end && ':.、'.includes(view.text.charAt(node.titleStart))) node.titleStart++
    node.titleEnd = annex.titleFrom === annex.paragraph ? own.end : node.titleStart
  }
  return node
}

/** Numbered items in order, annexes included, parents set by the rank of their marks. */
function markedNodes(source: string, view: TextView, paragraphs: readonly Paragraph[]) {
  const { starts, listed } = findAnnexes(view, paragraphs)
  const annexAt = new Map(starts.map((annex) => [annex.paragraph, annex]))
  const titleLines = new Set(starts.flatMap((annex) => range(annex.titleFrom, annex.titleTo)))
  const rows = rowNodes(view, paragraphs)
  const nodes: OutlineNode[] = []
  const stack: OutlineNode[] = []
  let inGlossary = false
  let noted = 0
  for (const paragraph of paragraphs) {
    inGlossary ||= opensGlossary(view, paragraph)
    noted = noteAt(view.text, paragraph, noted)
    if (noted > 0) continue
    if (listed.has(paragraph.index) || titleLines.has(paragraph.index)) continue
    const row = rows.get(paragraph.index)
    if (paragraph.cell && !row) continue
    const annex = annexAt.get(paragraph.index)
    const node = row ?? (annex ? annexNode(source, view, paragraphs, annex) : markedNode(source, view, paragraph))
    if (node && RANK[node.kind] <= RANK.han) inGlossary = false
    if (!node || inGlossary) continue
    while (stack.length > 0 && RANK[stack[stack.length - 1]?.kind ?? 'annex'] >= RANK[node.kind]) stack.pop()
    node.parent = stack[stack.length - 1] ?? null
    node.parent?.children.push(node)
    stack.push(node)
    nodes.push(node)
  }
  return { nodes, listed, titleLines, bodyEnd: paragraphs[starts[0]?.paragraph ?? -1]?.start ?? view.text.length }
}

const NOTES = /^(?:注|说明|备注|附注):1[.、]/
const NOTED = /^(\d{1,2})[.、](?!\d)/

/** Notes under a table (注:1.… / 2.… / 3.…) are no items of work: how many were counted so far, 0 where a paragraph is none. */
function noteAt(text: string, { start, end, cell }: Paragraph, noted: number): number {
  if (cell) return 0
  const words = text.slice(start, Math.min(end, start + 8))
  if (NOTES.test(words)) return 1
  return noted > 0 && Number(NOTED.exec(words)?.[1]) === noted + 1 ? noted + 1 : 0
}

/** A line of its own that heads a glossary: 附件:《政府工作报告》名词解释. Until the next part its items are no headings. */
function opensGlossary(view: TextView, { start, end, cell }: Paragraph): boolean {
  return end - start <= 40 && !cell && isGlossaryTitle(view.text.slice(start, end))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function markedNode(source: string, view: TextView, paragraph: Paragraph): OutlineNode | null {
  const mark = markAt(view.text, paragraph.start)
  if (!mark || paragraph.start + mark.length >= paragraph.end) return null
  const ordinal = mark.kind === 'dash' ? '' : raw(source, view, paragraph.start, mark.ordinalLength)
  const base = { kind: mark.kind, start: paragraph.start, ordinal, paragraph: paragraph.index }
  return createNode(base, paragraph.start + mark.length)
}

interface Titled {
  readonly node: OutlineNode
  readonly shape: TitleShape
  readonly hasBody: boolean
}

/** Whether words belong to the item besides its first sentence and a responsibility clause. */
function hasBody(view: TextView, paragraphs: readonly Paragraph[], node: OutlineNode, shape: TitleShape): boolean {
  const own = paragraphs[node.paragraph]
  if (!own) return false
  const rest = view.text.slice(shape.bodyStart, own.end)
  if (rest.length > 0 && !(rest.startsWith('(') && rest.length < 300 && /\)。?$/.test(rest))) return true
  const next = paragraphs[node.paragraph + 1]
  if (!next || next.cell || rest.length > 0) return false
  if (CLAUSE_LINE.test(view.text.slice(next.start, Math.min(next.end, next.start + 24)))) return false
  const mark = markAt(view.text, next.start)
  return mark === null || RANK[mark.kind] > RANK[node.kind]
}

/** Gives titles to one list of siblings; the list votes on whether its items open with a title or with a plain sentence. */
function titleSiblings(view: TextView, paragraphs: readonly Paragraph[], siblings: readonly OutlineNode[]): void {
  const titled: Titled[] = siblings.map((node) => {
    const shape = titleShape(view.text, node.titleStart, paragraphs[node.paragraph]?.end ?? node.titleStart)
    return { node, shape, hasBody: hasBody(view, paragraphs, node, shape) }
  })
  const votes = titled.filter(({ shape, hasBody: body }) => looksTitled(shape, body)).length
  for (const { node, shape, hasBody: body } of titled) {
    node.titleStart = shape.start
    node.titleEnd = titleEnd(view.text, shape, body, votes * 2 >= titled.length)
  }
}

function siblingLists(nodes: readonly OutlineNode[]): OutlineNode[][] {
  const lists = new Map<string, OutlineNode[]>()
  const ids = new Map<OutlineNode | null, number>()
  for (const node of nodes) {
    if (node.kind === 'annex' || node.kind === 'row') continue
    const id = ids.get(node.parent) ?? ids.size
    ids.set(node.parent, id)
    const key = `${id} ${node.kind}`
    const list = lists.get(key)
    if (list) list.push(node)
    else lists.set(key, [node])
  }
  return [...lists.values()]
}

/** What is listed in a review of past years is no goal. */
function tellsOfPast(view: TextView, node: OutlineNode | null): boolean {
  for (let over = node; over; over = over.parent)
    if (isPastTitle(view.text.slice(over.titleStart, over.titleEnd))) return true
  return false
}

/** A dash item is a heading only where a short title sentence opens it and words follow. */
function dropPlainDashes(view: TextView, nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.filter((node) => {
    if (node.kind !== 'dash') return true
    const length = node.titleEnd - node.titleStart
    const stop = view.text.charAt(node.titleEnd)
    if (tellsOfPast(view, node.parent)) {
      node.parent?.children.splice(node.parent.children.indexOf(node), 1)
      return false
    }
    const keep =
      length >= 3 && length <= 26 && (stop === '。' || stop === ':') && view.text.charAt(node.titleEnd + 1) !== '\n'
    if (!keep) node.parent?.children.splice(node.parent.children.indexOf(node), 1)
    return keep
  })
}

/** What explains words is no outline of work: the items of a glossary are no headings. */
function dropGlossary(view: TextView, nodes: readonly OutlineNode[]): OutlineNode[] {
  const explains = ({ kind, titleStart, titleEnd }: OutlineNode) =>
    kind !== 'dash' && titleEnd - titleStart <= 20 && isGlossaryTitle(view.text.slice(titleStart, titleEnd))
  const glossaries = nodes.filter(explains)
  if (glossaries.length === 0) return [...nodes]
  const dropped = new Set(glossaries.flatMap(below))
  for (const glossary of glossaries) glossary.children.length = 0
  return nodes.filter((node) => !dropped.has(node))
}

function below(node: OutlineNode): OutlineNode[] {
  return node.children.flatMap((child) => [child, ...below(child)])
}

/** Builds the outline: annexes, numbered items, dash items, run-in titles, each with its title range and parent. */
export function buildOutline(source: string, view: TextView, paragraphs: readonly Paragraph[]): Outline {
  const marked = markedNodes(source, view, paragraphs)
  for (const siblings of siblingLists(marked.nodes)) titleSiblings(view, paragraphs, siblings)
  const nodes = dropGlossary(view, dropPlainDashes(view, marked.nodes))
  const skip = new Set([...marked.listed, ...marked.titleLines])
  addRunIns(view, paragraphs, nodes, skip)
  const roots = nodes.filter((node) => node.parent === null)
  return { roots, bodyEnd: marked.bodyEnd, listed: marked.listed }
}
