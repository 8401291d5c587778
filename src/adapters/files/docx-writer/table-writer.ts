import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { FileChild, ParagraphChild } from 'docx'
import type { TableBlock, TableColumn } from '#core/publishing'
import { FANG_SONG, HEI } from './fonts.ts'
import { ANNEX_SIZE, mm, pt, SMALL_SIZE, TABLE_SIZE, TEXT_WIDTH } from './page-layout.ts'
import { words } from './run-writer.ts'
import type { RunWriter } from './run-writer.ts'

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const

/** Type and line pitch of a table's cells. */
interface Look {
  readonly size: number
  readonly line: { readonly line: number; readonly lineRule: typeof LineRuleType.EXACT }
}

const lookOf = ({ compact }: TableBlock): Look =>
  compact
    ? { size: 2 * ANNEX_SIZE, line: { line: pt(13), lineRule: LineRuleType.EXACT } }
    : { size: 2 * TABLE_SIZE, line: { line: pt(20), lineRule: LineRuleType.EXACT } }

/** A table over the whole width: caption above, head repeated on each page, rows never broken, remark below. */
export function tableChildren(block: TableBlock, writer: RunWriter): FileChild[] {
  const widths = columnWidths(block.columns)
  const look = lookOf(block)
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: mm(1.2), right: mm(1.2) },
    borders: { top: THICK, bottom: THICK, left: THICK, right: THICK, insideHorizontal: THIN, insideVertical: THIN },
    rows: [
      headRow(block.columns, widths, look),
      ...block.rows.map((row) => bodyRow(row, { ...block, look, widths }, writer)),
    ],
  })
  const caption = block.caption === undefined ? [] : [captionLine(block.caption)]
  const note = block.note ?? ''
  // Word wants a paragraph between two tables; it carries the remark where there is one.
  const below = new Paragraph({
    spacing: { ...look.line, after: pt(6) },
    children: words(note, { font: FANG_SONG, size: look.size }),
  })
  return [...caption, table, below]
}

function captionLine(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: pt(24), lineRule: LineRuleType.EXACT, before: pt(6) },
    children: words(text, { font: HEI, size: 2 * SMALL_SIZE }),
  })
}

/** Shares as twips that add up to the text width. */
function columnWidths(columns: readonly TableColumn[]): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.floor((TEXT_WIDTH * column.width) / total))
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width))
}

function headRow(columns: readonly TableColumn[], widths: readonly number[], { size, line }: Look): TableRow {
  const cells = columns.map((column, index) =>
    cell(words(column.header, { font: HEI, size }), { align: 'center', width: widths[index], line }),
  )
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells })
}

interface Frame {
  readonly columns: readonly TableColumn[]
  readonly widths: readonly number[]
  readonly look: Look
}

function bodyRow(row: TableBlock['rows'][number], { columns, widths, look }: Frame, writer: RunWriter): TableRow {
  const { size, line } = look
  const cells = columns.map(({ align }, index) =>
    cell(writer.write(row[index] ?? [], { font: FANG_SONG, size }), { align, width: widths[index], line }),
  )
  return new TableRow({ cantSplit: true, children: cells })
}

interface CellFrame {
  readonly align: TableColumn['align']
  readonly width: number | undefined
  readonly line: Look['line']
}

function cell(children: ParagraphChild[], { align, width, line }: CellFrame): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.DXA } }),
    children: [new Paragraph({ alignment: ALIGN[align], spacing: line, children })],
  })
}
