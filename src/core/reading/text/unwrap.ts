import type { Span } from '#core/kit'

const FINAL = /[。！？!?；;：:]["”’)）]*$/
const STARTS_BLOCK =
  /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]|\d{1,2}\s?[.．、](?!\d)|[（(]\d{1,2}[）)]|第[一二三四五六七八九十百]+[章节条]|附件|——|[①-⑳]|(?:牵头|责任|配合|参与)(?:单位|部门|处室)[：:])/
const CONTINUES = /^[，。；、：）」”》〉,.;:)\]〕]/
/** How many lines on an open bracket is waited for: wrapped text, text with one line a paragraph. */
const PATIENCE = { wrapped: 12, plain: 3 }

/** Width in Han characters; ASCII counts half. */
function width(line: string): number {
  let total = 0
  for (let at = 0; at < line.length; at++) total += line.charCodeAt(at) < 0x80 ? 0.5 : 1
  return total
}

/** The width of a full line where the text is hard-wrapped, else null. */
function wrapWidth(lines: readonly string[]): number | null {
  const widths = lines.map(width).filter((w) => w >= 15)
  if (widths.length < 20) return null
  widths.sort((a, b) => a - b)
  const full = widths[Math.floor(widths.length * 0.8)] ?? 0
  const near = widths.filter((w) => w >= full - 3 && w <= full + 3).length
  return near >= widths.length * 0.5 ? full : null
}

/** What a line leaves open, and what it closes of earlier lines. */
function brackets(line: string): { open: number; closed: number } {
  let open = 0
  let closed = 0
  for (const mark of line) {
    if (mark === '（' || mark === '(' || mark === '《') open++
    else if (mark === '）' || mark === ')' || mark === '》') {
      if (open > 0) open--
      else closed++
    }
  }
  return { open, closed }
}

/** Whether an open bracket is closed within a few lines, before a new block begins. */
function closesSoon(lines: readonly string[], from: number, patience: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + patience); at++) {
    const line = lines[at] ?? ''
    if (STARTS_BLOCK.test(line)) return false
    if (brackets(line).closed > 0) return true
  }
  return false
}

function joins(lines: readonly string[], index: number, full: number | null, open: number): boolean {
  const previous = lines[index - 1] ?? ''
  const next = lines[index] ?? ''
  if (CONTINUES.test(next)) return true
  if (STARTS_BLOCK.test(next)) return false
  if (open > 0 && closesSoon(lines, index, full === null ? PATIENCE.plain : PATIENCE.wrapped)) return true
  if (full === null) return false
  if (FINAL.test(previous)) return width(previous) >= full - 1.5 && !/^[（(]/.test(next)
  return width(previous) >= full - 3
}

/**
 * Joins the lines of hard-wrapped text (as copied from a PDF) into paragraphs: one list of line spans a paragraph. Text that
 * is not wrapped keeps one line a paragraph, save for lines that begin with a closing mark or leave a bracket open.
 */
export function unwrapLines(text: string, spans: readonly Span[]): Span[][] {
  const lines = spans.map((span) => text.slice(span.start, span.end).trim())
  const full = wrapWidth(lines)
  const paragraphs: Span[][] = []
  let open = 0
  spans.forEach((span, index) => {
    const last = paragraphs[paragraphs.length - 1]
    if (last !== undefined && joins(lines, index, full, open)) last.push(span)
    else {
      paragraphs.push([span])
      open = 0
    }
    const line = brackets(lines[index] ?? '')
    open = Math.max(0, open - line.closed) + line.open
  })
  return paragraphs
}
