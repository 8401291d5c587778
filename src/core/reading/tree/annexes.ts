import type { TextView } from '../text/view.ts'
import { markAt } from './marks.ts'
import type { Paragraph } from './paragraphs.ts'

/** A paragraph that opens an annex: 附件1 on its own line, its title in the next lines or after it. */
export interface AnnexStart {
  readonly paragraph: number
  /** Length of 附件1 in the paragraph. */
  readonly markLength: number
  /** Range of paragraphs that hold the title; empty where it stands in the mark's own paragraph or nowhere. */
  readonly titleFrom: number
  readonly titleTo: number
}

const BARE = /^附(?:件|表)(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})?[:.、]?$/
const WITH_TITLE = /^(附(?:件|表)(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3}))[:.、]?[^。;,]{4,60}$/
const LIST_START = /^附件?(?::|\d{1,2}\.(?!\d))|^附件\d{0,2}[:.]?.{4,}/
const LIST_ITEM = /^(?:\d{1,2}[.、](?:(?!\d)|(?=\d{4}年))|附(?:件|表)\d{1,2}[:.、]?)[^。;]{3,80}$/
const TITLE_END =
  /(?:方案|名单|清单|计划|表|办法|意见|目录|分工|细则|指标|标准|说明|书|图|措施|要点|制度|规程|规则|指南|导则)(?:\([^()]{1,20}\))?$/
const MAX_TITLE_LINES = 3

function words(view: TextView, paragraph: Paragraph | undefined): string {
  return paragraph ? view.text.slice(paragraph.start, paragraph.end) : ''
}

/** Lists of annexes (附件:1.… 2.…) are no headings. All items of a list open alike: after 1.… 2.…, 附件1… is the annex itself. */
function annexList(view: TextView, paragraphs: readonly Paragraph[], from: number): number {
  let to = from + 1
  const first = words(view, paragraphs[from])
  const named = /^附[件表]\d/.test(first) || (first.length <= 3 && words(view, paragraphs[to]).startsWith('附'))
  const goesOn = (line: string) => LIST_ITEM.test(line) && line.startsWith('附') === named
  while (to < paragraphs.length && goesOn(words(view, paragraphs[to]))) to++
  return to
}

function titleTo(view: TextView, paragraphs: readonly Paragraph[], from: number): number {
  let to = from
  while (to < Math.min(paragraphs.length, from + MAX_TITLE_LINES)) {
    const line = words(view, paragraphs[to])
    if (paragraphs[to]?.cell) break
    if (line.length > 45 || /[。:;]/.test(line) || markAt(line, 0) || BARE.test(line)) break
    to++
    if (TITLE_END.test(line)) break
  }
  return to
}

/** Finds where annexes begin, and the paragraphs that only list them. */
export function findAnnexes(
  view: TextView,
  paragraphs: readonly Paragraph[],
): { starts: readonly AnnexStart[]; listed: ReadonlySet<number> } {
  const starts: AnnexStart[] = []
  const listed = new Set<number>()
  for (let index = 0; index < paragraphs.length; index++) {
    const line = words(view, paragraphs[index])
    if (!line.startsWith('附') || paragraphs[index]?.cell) continue
    const next = words(view, paragraphs[index + 1])
    if (BARE.test(line) && !LIST_ITEM.test(next)) {
      const to = titleTo(view, paragraphs, index + 1)
      starts.push({
        paragraph: index,
        markLength: line.replace(/[:.、]$/, '').length,
        titleFrom: index + 1,
        titleTo: to,
      })
      continue
    }
    const titled = WITH_TITLE.exec(line)
    if (titled?.[1] && !LIST_ITEM.test(next) && opensText(next)) {
      starts.push({ paragraph: index, markLength: titled[1].length, titleFrom: index, titleTo: index })
      continue
    }
    if (!LIST_START.test(line) && !BARE.test(line)) continue
    const to = annexList(view, paragraphs, index)
    for (let at = index; at < to; at++) listed.add(at)
    index = to - 1
  }
  return { starts, listed }
}

/** Whether a paragraph reads like the beginning of an annex's text, not like a signature or a date. */
function opensText(line: string): boolean {
  return line.length >= 30 || markAt(line, 0) !== null || /^(?:为|根据|按照)/.test(line)
}
