import type { Span } from '#core/kit'
import type { SourceBlock, SourceDocument, SourceTable } from '../source-document.ts'
import { partRunTogether } from '../text/run-together.ts'
import { unwrapLines } from '../text/unwrap.ts'
import { lineTables } from './line-tables.ts'
import type { LinePart } from './line-tables.ts'
import { viewBuilder } from '../text/view.ts'
import type { TextView, ViewBuilder } from '../text/view.ts'

/** Where a table cell stands; rows and columns count from 0, merged columns counted out. */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly column: number
}

/** A paragraph of the view: [start, end) without its line end. */
export interface Paragraph extends Span {
  readonly index: number
  readonly cell: CellPlace | null
  /** Outline level that the format gives; null where it gives none. */
  readonly level: number | null
  readonly centred: boolean
}

interface Draft {
  readonly builder: ViewBuilder
  readonly paragraphs: Paragraph[]
  /** Tables so far. */
  tables: number
}

type Traits = Pick<Paragraph, 'cell' | 'level' | 'centred'>

/** A declared span over a whole sheet costs nothing. */
const WIDEST = 200

const PLAIN: Traits = { cell: null, level: null, centred: false }

function addParagraph(draft: Draft, lines: readonly Span[], traits: Traits): void {
  const start = draft.builder.length()
  for (const line of lines) draft.builder.append(line.start, line.end)
  const end = draft.builder.length()
  if (end === start) return
  draft.paragraphs.push({ start, end, index: draft.paragraphs.length, ...traits })
  draft.builder.endParagraph((lines[lines.length - 1]?.end ?? 1) - 1)
}

/** Cells keep their column where a merged cell of a row above stands before them. */
function addTable(draft: Draft, table: SourceTable): void {
  const number = draft.tables++
  const reach: number[] = []
  table.rows.forEach((row, rowIndex) => {
    let column = 0
    for (const { span, columnSpan = 1, rowSpan = 1 } of row) {
      while ((reach[column] ?? 0) > rowIndex) column++
      addParagraph(draft, [span], { ...PLAIN, cell: { table: number, row: rowIndex, column } })
      for (let across = 0; across < Math.min(columnSpan, WIDEST); across++) reach[column + across] = rowIndex + rowSpan
      column += Math.min(columnSpan, WIDEST)
    }
  })
}

/** Lines of running text between tables; text boxes, headers and footers are left out of the grammar's view. */
function addRun(draft: Draft, text: string, run: readonly SourceBlock[]): void {
  const traits = new Map<number, Traits>()
  const spans: Span[] = []
  for (const block of run) {
    if (block.kind !== 'paragraph') continue
    if (block.role === 'header' || block.role === 'footer' || block.role === 'footnote') continue
    spans.push(block.span)
    const level = block.headingLevel ?? null
    traits.set(block.span.start, { cell: null, level, centred: block.align === 'center' })
  }
  for (const part of MAY_HOLD_ROWS.test(text) ? lineTables(text, spans, draft.tables) : [linesPart(spans)]) {
    if (part.kind === 'row') addRow(draft, part.cells, part.table, part.row)
    else {
      for (const lines of unwrapLines(text, partRunTogether(text, part.spans)))
        addParagraph(draft, lines, traits.get(lines[0]?.start ?? -1) ?? PLAIN)
    }
  }
}

/** Texts without tabs, strokes, a column of numbers or a head of units hold no table that was written as lines. */
const MAY_HOLD_ROWS =
  /[\t|]|序\s{0,8}号|编号|项号|^\s{0,8}(?:牵头|责任|主办|承办|落实)\s{0,8}(?:单位|部门)\s{0,8}$|[ \u3000](?:牵头|责任|主办|承办|落实)(?:单位|部门|科室|处室)(?:[ \u3000]|$)/m

function linesPart(spans: readonly Span[]): LinePart {
  return { kind: 'lines', spans }
}

function addRow(draft: Draft, cells: readonly (readonly Span[])[], table: number, row: number): void {
  draft.tables = Math.max(draft.tables, table + 1)
  cells.forEach((cell, column) => addParagraph(draft, cell, { ...PLAIN, cell: { table, row, column } }))
}

/** Builds the view and its paragraphs from a source document: wrapped lines joined, each table cell a paragraph. */
export function readParagraphs(document: SourceDocument): { view: TextView; paragraphs: readonly Paragraph[] } {
  const draft: Draft = { builder: viewBuilder(document.text), paragraphs: [], tables: 0 }
  let run: SourceBlock[] = []
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      run.push(block)
      continue
    }
    addRun(draft, document.text, run)
    run = []
    addTable(draft, block)
  }
  addRun(draft, document.text, run)
  return { view: draft.builder.finish(), paragraphs: draft.paragraphs }
}
