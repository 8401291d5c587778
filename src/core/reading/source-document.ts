import type { Span } from '#core/kit'

/** The formats that a reader in adapters/files turns into a source document. */
export type SourceFormat = 'txt' | 'docx' | 'doc' | 'pdf' | 'html' | 'xlsx' | 'xls' | 'csv'

/**
 * What a file reader hands over: the whole text once, and blocks as spans of it. Every span anywhere in the product
 * is a range of `text`, so that any fact can be shown at its place.
 */
export interface SourceDocument {
  readonly format: SourceFormat
  /** The text as a person would read it; paragraphs end with "\n"; automatic numbers (一、（一）1.) are written out. */
  readonly text: string
  /** Blocks in reading order; their spans do not overlap. A plain text has paragraphs only. */
  readonly blocks: readonly SourceBlock[]
  /** Where the pieces of `text` stand in the file, in order; only a plain text has lines that a person can look up in it. */
  readonly fileLines?: readonly FileLine[]
  /** What the reader had to drop or guess, for the findings: code of `reader.*` words, and the place where known. */
  readonly notes: readonly SourceNote[]
}

/** From offset `at` on, the text follows the file: this line and column (from 1), this offset in the decoded file. */
export interface FileLine {
  readonly at: number
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A paragraph (footnotes and text boxes are paragraphs with a `role`) or a table. */
export type SourceBlock = SourceParagraph | SourceTable

/** One paragraph; what the format says of it beyond its words is optional. */
export interface SourceParagraph {
  readonly kind: 'paragraph'
  readonly span: Span
  readonly role?: 'body' | 'footnote' | 'textBox' | 'header' | 'footer'
  /** Outline level from the format itself (Word heading style, h1–h6): 1 is the highest; absent where the format says nothing. */
  readonly headingLevel?: number
  /** Length of the automatic number that the reader wrote at the start of the paragraph, in UTF-16 units. */
  readonly numberLength?: number
  readonly bold?: boolean
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  readonly pageBreakBefore?: boolean
}

/** A table with its cells in reading order. */
export interface SourceTable {
  readonly kind: 'table'
  readonly span: Span
  readonly rows: readonly (readonly SourceCell[])[]
  /** Name of the sheet that it stands on, where the file is a workbook. */
  readonly sheet?: string
  /** Set where each row is a task: which rows are heads, and what each column holds. */
  readonly tasks?: TaskColumns
}

/** What a column of a task table holds; `none` is kept as text and not made into anything. */
export type ColumnUse =
  | 'number'
  | 'group'
  | 'title'
  | 'goal'
  | 'measures'
  | 'lead'
  | 'responsible'
  | 'support'
  | 'participate'
  | 'leader'
  | 'person'
  | 'due'
  | 'none'

/** How a task table is read. */
export interface TaskColumns {
  /** Rows of heads, counted from the table's first. */
  readonly headRows: number
  /** The use of each column, from the table's first on. */
  readonly columns: readonly ColumnUse[]
}

/** One cell; its text is `text.slice(span.start, span.end)`. Merged cells stand once, at their first row and column. */
export interface SourceCell {
  readonly span: Span
  readonly columnSpan?: number
  readonly rowSpan?: number
  readonly header?: boolean
  /** Where it stands on its sheet (D5), where the file is a workbook. */
  readonly address?: string
}

/** Something that a reader had to drop or guess. */
export interface SourceNote {
  readonly code: string
  readonly span?: Span
  readonly detail?: Readonly<Record<string, string | number>>
}
