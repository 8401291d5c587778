import type { LocalDate, Span } from '#core/kit'
import type { MetaFact } from '../facts.ts'
import type { ReadingContext, Recogniser } from '../kernel.ts'
import { place, quoteOf } from '../tree/tree.ts'
import { headOf, numberLine } from './document-head.ts'
import { bodiesOf, issuerRange, signature } from './document-issuer.ts'
import { titleRange } from './document-title.ts'

type Spans = Partial<Record<keyof Omit<MetaFact, 'spans'>, Span>>

/** “五大会战”, else any name in quotes (“智改数转”); the number of a five-year plan and what all plans of a time serve are none. */
const FRAMEWORK = /“((?!十[一二三四五六七]五)[一二三四五六七八九十两百千万\d][^”,]{1,9})”/
const NAME_IN_QUOTES = /“((?!十[一二三四五六七]五|双碳)[\u4e00-\u9fff][^”,]{2,11})”/
/** 2025年工作总结和2026年工作打算: the years of what is told and of what is planned. */
const TOLD_AND_PLANNED =
  /((?:19|20)\d{2})年[^,。]{0,24}(?:总结|回顾|情况)[^,。]{0,6}?(?:((?:19|20)\d{2})年|[下明次]一?年)度?[^,。]{0,14}(?:打算|安排|计划|要点|思路|目标|任务|部署|草案)/

/** The year that a title plans for beside that of which it tells; null where it tells of none. */
function plannedYear(title: string): number | null {
  const match = TOLD_AND_PLANNED.exec(title)
  return match && Number(match[2] ?? Number(match[1]) + 1)
}

/** The year in the title, else of issue, else of the newest document that is cited. */
function yearOf(title: string, issuedOn: LocalDate | null, text: string): number | null {
  const planned = plannedYear(title)
  if (planned !== null) return planned
  const range = /((?:19|20)\d{2})年?(?:—|-|至)(?:20)?\d{2}/.exec(title)
  const own = /((?:19|20)\d{2})年?/.exec(title)
  if (own && !range) return Number(own[1])
  if (issuedOn) return Number(issuedOn.slice(0, 4))
  if (range) return Number(range[1])
  const cited = [...text.matchAll(/〔((?:19|20)\d{2})〕/g)].map((match) => Number(match[1]))
  if (cited.length > 0) return Math.max(...cited)
  const named = [...text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1]))
  return mostFrequent(named)
}

function mostFrequent(years: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null
}

function read({ tree, draft, trace }: ReadingContext): void {
  const head = headOf(tree)
  const signed = signature(head)
  const inHead = signed !== null && head.lines.some((p) => p.index === signed.paragraph.index)
  const title = titleRange(head, inHead ? signed.paragraph.end : 0)
  const numbered = numberLine(head)
  const issuer = issuerRange(head, signed?.issuer ?? null)
  const titleText = title ? tree.text.slice(title.start, title.end) : ''
  const framework = FRAMEWORK.exec(titleText) ?? NAME_IN_QUOTES.exec(titleText)
  const issuedOn = signed?.date ?? null
  const year = yearOf(titleText, issuedOn, tree.text)
  const spans: Spans = {}
  if (title) spans.title = place(tree, title.start, title.end)
  if (issuer) spans.issuer = place(tree, issuer.start, issuer.end)
  if (signed) spans.issuedOn = place(tree, signed.paragraph.start, signed.paragraph.end)
  if (numbered) spans.docNumber = place(tree, numbered.line.start, numbered.line.end)
  if (title && framework?.[1]) {
    const from = title.start + framework.index + framework[0].indexOf(framework[1])
    spans.framework = place(tree, from, from + framework[1].length)
  }
  draft.year = year
  draft.isNextYear = year !== null && (plannedYear(titleText) === year || issuedOn?.startsWith(`${year - 1}-`) === true)
  draft.meta = {
    title: title ? quoteOf(tree, title.start, title.end) : null,
    framework: framework?.[1] ?? null,
    docNumber: numbered?.number ?? null,
    issuer: issuer ? bodiesOf(tree, issuer) : null,
    issuedOn,
    year,
    spans,
  }
  trace?.({ rule: 'meta.head', at: title?.start ?? 0, end: title?.end ?? 0, detail: titleText })
}

/** Title, framework, document number, issuer, date and year of the plan. */
export const documentMeta: Recogniser = { id: 'meta.head', recognise: read }
