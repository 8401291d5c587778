import type { LocalDate } from '#core/kit'

/**
 * Ready-to-show models of what is written to paper and to files. They hold final words and decimal strings; a writer
 * lays them out and computes nothing.
 */

/** A piece of a paragraph or cell: words, or a figure that a seal vouches for. */
export type TextRun = WordsRun | FigureRun

/** Plain words of a paragraph or cell. */
export interface WordsRun {
  readonly kind: 'text'
  readonly text: string
  readonly bold?: boolean
}

/** A figure from a seal: written as a locked field named by its key, with a footnote that says where it comes from. */
export interface FigureRun {
  readonly kind: 'figure'
  /** Stable name of the figure in its seal, e.g. `2025-D07/retail-sales/yearToDate`. */
  readonly key: string
  /** Decimal string as it is to be read, e.g. `12.5`. */
  readonly value: string
  /** Unit as it stands behind the value: `亿元`, `%`; may be empty. */
  readonly unit: string
  /** Source, period and seal, e.g. `据2025年3月上旬封存数据，报送单位：区商务局`; absent where the same source was named before. */
  readonly footnote?: string
}

/** One block of a document body. Heading numbers 一、（一）1.（1） are set by the writer, never typed. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly unnumbered?: boolean }
  | { readonly kind: 'paragraph'; readonly runs: readonly TextRun[] }
  | TableBlock
  | { readonly kind: 'pageBreak' }

/** A table over the width of the text; its head repeats on every page. */
export interface TableBlock {
  readonly kind: 'table'
  readonly caption?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly (readonly TextRun[])[])[]
  /** Unit or remark under the table. */
  readonly note?: string
  /** Small type for the many rows of an annex. */
  readonly compact?: boolean
}

/** A column of a table in a document. */
export interface TableColumn {
  readonly header: string
  /** Share of the table's width against the other columns. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

/** Masthead of a briefing (简报): name in red, issue number, editor and date over a red line. */
export interface BriefingMasthead {
  readonly kind: 'briefing'
  readonly name: string
  /** E.g. `第7期（总第12期）`. */
  readonly issue: string
  readonly editor: string
  readonly date: LocalDate
  /** E.g. `内部资料` or `★1年`; upper left corner. */
  readonly marking?: string
}

/** Red head of a document (红头): the issuer's name in red, the number, a red line. */
export interface RedHead {
  readonly kind: 'redHead'
  readonly issuer: string
  readonly documentNumber: string
  readonly marking?: string
}

/** A document without head: an annex, a table of results, a notice of the office. */
export interface PlainHead {
  readonly kind: 'plain'
}

/** 版记: to whom it goes up (报), across (送) and down (发), and who printed it when. */
export interface EndBlock {
  readonly report?: readonly string[]
  readonly send?: readonly string[]
  readonly issue?: readonly string[]
  readonly printedBy: string
  readonly printedOn: LocalDate
  readonly copies?: number
}

/** Head of the region's seal chain when the document was made; printed on the last page. */
export interface SealHead {
  /** SHA-256 in hex. */
  readonly hash: string
  /** Words of the period that the chain ends with, e.g. `2025年3月上旬`. */
  readonly period: string
  readonly sealedOn: LocalDate
}

/** An official document in the layout of GB/T 9704-2012. */
export interface OfficialDocumentView {
  readonly head: BriefingMasthead | RedHead | PlainHead
  readonly title: string
  /** 主送机关, without colon. */
  readonly addressee?: string
  readonly blocks: readonly DocumentBlock[]
  /** 发文机关署名 and date; a briefing has none. */
  readonly signature?: { readonly issuer: string; readonly date: LocalDate }
  readonly endBlock?: EndBlock
  readonly sealHead?: SealHead
  /** Author and date in the properties of the file. */
  readonly properties: { readonly author: string; readonly date: LocalDate }
}

/** A briefing: an official document under a masthead, always with the head of the chain. */
export interface BriefingView extends OfficialDocumentView {
  readonly head: BriefingMasthead
  readonly sealHead: SealHead
}

/** A workbook as it is to be shown: every sheet prints on A4 landscape, one page wide. */
export interface WorkbookView {
  readonly author: string
  /** Date in the properties of the file. */
  readonly date: LocalDate
  readonly sheets: readonly WorksheetView[]
}

/** One sheet: optional title row, head, typed columns. */
export interface WorksheetView {
  /** At most 31 characters; signs that a sheet name may not hold are replaced by the writer. */
  readonly name: string
  readonly title?: string
  readonly columns: readonly SheetColumn[]
  /** Cells in column order: words, decimal strings, ISO dates; null or a missing cell is empty. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** To be filled in and brought back: everything is locked but the columns that ask. */
  readonly isForm?: true
}

/** A column of a sheet; `kind` decides how a cell is written, and what does not fit it stays text. */
export interface SheetColumn {
  readonly header: string
  /** Width in half-width characters. */
  readonly width: number
  readonly kind: 'text' | 'number' | 'decimal' | 'date'
  readonly align?: 'left' | 'center' | 'right'
  readonly hidden?: true
  /** Of a form: its cells are filled in. */
  readonly input?: true
  /** What a cell of a form is chosen from. */
  readonly choices?: readonly string[]
}
