import type { TextView } from '../text/view.ts'
import { isGlossaryTitle, isPastTitle } from './past-titles.ts'
import type { OutlineNode } from './node.ts'
import type { Paragraph } from './paragraphs.ts'
import { insideTitles, leadingTitle } from './run-in.ts'
import type { RunInTitle } from './run-in.ts'

/** The paragraphs of a node's own text: after its heading, before the next heading of any kind. */
interface OwnText {
  readonly node: OutlineNode
  /** The rest of the heading's own paragraph. */
  readonly rest: { readonly start: number; readonly end: number } | null
  readonly paragraphs: readonly Paragraph[]
}

function ownTexts(
  view: TextView,
  paragraphs: readonly Paragraph[],
  nodes: readonly OutlineNode[],
  skip: ReadonlySet<number>,
): OwnText[] {
  return nodes.map((node, index) => {
    const own = paragraphs[node.paragraph]
    const next = nodes[index + 1]?.paragraph ?? paragraphs.length
    const body = paragraphs.slice(node.paragraph + 1, next).filter((p) => !p.cell && !skip.has(p.index))
    const start = '。:;'.includes(view.text.charAt(node.titleEnd)) ? node.titleEnd + 1 : node.titleEnd
    const rest = own && node.kind !== 'annex' && start < own.end ? { start, end: own.end } : null
    return { node, rest, paragraphs: body }
  })
}

function place(node: OutlineNode, title: RunInTitle, paragraph: number): void {
  const children = node.children
  const child: OutlineNode = {
    kind: 'runIn',
    start: title.start,
    ordinal: '',
    titleStart: title.start,
    titleEnd: title.end,
    paragraph,
    parent: node,
    children: [],
  }
  const at = children.findIndex((other) => other.start > title.start)
  if (at < 0) children.push(child)
  else children.splice(at, 0, child)
}

const CLAUSE = /^\(?(?:牵头|责任|配合|参与|完成时限)/

function bodyParagraphs(view: TextView, text: OwnText): readonly Paragraph[] {
  return text.paragraphs.filter((p) => p.end - p.start >= 20 && !CLAUSE.test(view.text.slice(p.start, p.start + 6)))
}

interface Leading {
  readonly title: RunInTitle
  readonly paragraph: number
}

/**
 * Titles are enough where most paragraphs have one; where the siblings are divided too, a first run of titled paragraphs is
 * enough (closing words may follow), or a lone plain title over a lone paragraph.
 */
function enough(
  view: TextView,
  body: readonly Paragraph[],
  titles: readonly Leading[],
  siblingsHaveParts: boolean,
): boolean {
  if (titles.length >= 2 && titles.length * 3 >= body.length * 2) return true
  if (titles.length > 0 && titles.every(({ title }) => isSectionName(view.text.slice(title.start, title.end))))
    return true
  if (!siblingsHaveParts) return false
  if (titles.length === 1) return body.length === 1 && titles.every(({ title }) => isPlain(view.text, title))
  return titles.length >= 2 && titles.every(({ paragraph }, index) => body[index]?.index === paragraph)
}

/** Titles that open whole paragraphs: at least two, and most of the passage's paragraphs have one. */
function leading(view: TextView, text: OwnText, siblingsHaveParts: boolean): boolean {
  const body = bodyParagraphs(view, text)
  const titles = body.flatMap((p) => {
    const title = leadingTitle(view.text, p.start, p.end)
    return title ? [{ title, paragraph: p.index }] : []
  })
  if (!enough(view, body, titles, siblingsHaveParts)) return false
  for (const { title, paragraph } of titles) place(text.node, title, paragraph)
  return true
}

/** Names that sections of plans bear: one of them opens a passage even alone (工作目标:到2025年…). */
const SECTION_NAME =
  /^(?:(?:总体|主要|基本|工作|具体|年度|定性|量化|阶段|近期|远期|发展|预期|指导)(?:目标|要求|思路|原则|任务|思想|方针|措施)|目标任务|主要预期目标|目标要求)$/

function isSectionName(title: string): boolean {
  return SECTION_NAME.test(title)
}

/** A lone title is one plain phrase: no comma, no list. */
function isPlain(text: string, title: RunInTitle): boolean {
  return !/[,、]/.test(text.slice(title.start, title.end))
}

/** Titles inside the paragraphs of a passage. */
function inside(view: TextView, text: OwnText): void {
  const ranges = [
    ...(text.rest ? [{ ...text.rest, index: text.node.paragraph }] : []),
    ...text.paragraphs.map((p) => ({ start: p.start, end: p.end, index: p.index })),
  ]
  for (const range of ranges) {
    for (const title of insideTitles(view.text, range.start, range.end)) place(text.node, title, range.index)
  }
}

/** What was done is no outline of what is to do. */
function isPast(view: TextView, node: OutlineNode): boolean {
  const title = view.text.slice(node.titleStart, node.titleEnd)
  return isPastTitle(title) || isGlossaryTitle(title)
}

/** How many items of each list are divided; counted once, since a list may have thousands of items. */
class DividedLists {
  readonly #lists = new Map<OutlineNode | null, Map<OutlineNode['kind'], { items: number; divided: number }>>()

  constructor(nodes: readonly OutlineNode[], parts: ReadonlySet<OutlineNode>) {
    for (const node of nodes) {
      const list = this.#of(node)
      list.items++
      if (node.children.length > 0 || parts.has(node)) list.divided++
    }
  }

  #of({ parent, kind }: OutlineNode) {
    const kinds = this.#lists.get(parent) ?? new Map<OutlineNode['kind'], { items: number; divided: number }>()
    const list = kinds.get(kind) ?? { items: 0, divided: 0 }
    this.#lists.set(parent, kinds.set(kind, list))
    return list
  }

  /** Whether at least half of the other items of an undivided item's list are divided. */
  around(node: OutlineNode): boolean {
    const { items, divided } = this.#of(node)
    return items >= 3 && divided * 2 >= items - 1
  }

  divide(node: OutlineNode): void {
    this.#of(node).divided++
  }
}

/**
 * Adds run-in titles to the outline: short sentences that open passages of goals, tasks or organisation. Where a numbered
 * item has numbered parts, its own text has none. Lone titles count where the item's siblings are divided too.
 */
export function addRunIns(
  view: TextView,
  paragraphs: readonly Paragraph[],
  nodes: readonly OutlineNode[],
  skip: ReadonlySet<number>,
): void {
  const texts = ownTexts(view, paragraphs, nodes, skip).filter(
    (text) => text.node.children.length === 0 && text.node.kind !== 'annex' && !isPast(view, text.node),
  )
  const parts = new Set<OutlineNode>()
  const undecided = texts.filter((text) => {
    const found = leading(view, text, false)
    if (found) parts.add(text.node)
    return !found
  })
  const lists = new DividedLists(nodes, parts)
  for (const text of undecided) {
    if (!leading(view, text, lists.around(text.node))) inside(view, text)
    if (text.node.children.length > 0) lists.divide(text.node)
  }
}
