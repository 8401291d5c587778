import type { Span } from '#core/kit'
import type { SourceBlock, SourceCell, SourceDocument, SourceFormat, SourceNote, SourceParagraph } from '#core/reading'

/** What a reader knows of a paragraph besides its text. */
export type ParagraphTraits = Omit<SourceParagraph, 'kind' | 'span'>

/** A cell before it has a place in the text. */
export interface CellDraft {
  readonly text: string
  readonly columnSpan?: number
  readonly rowSpan?: number
  readonly header?: boolean
  readonly address?: string
}

/**
 * Writes the text of a document once and hands out the spans: the only place where offsets come into being, so that
 * every reader keeps the promise that blocks are ordered, do not overlap and lie inside the text.
 */
export class DocumentBuilder {
  private readonly pieces: string[] = []
  private length = 0
  private readonly blocks: SourceBlock[] = []
  private readonly notes: SourceNote[] = []

  /** Adds a paragraph and answers its place; one without text is left out (its page break must be carried over by the caller). */
  paragraph(text: string, traits: ParagraphTraits = {}): Span | null {
    if (text.trim() === '') return null
    const span = this.write(text)
    this.write('\n')
    this.blocks.push({ kind: 'paragraph', span, ...traits })
    return span
  }

  /** Adds a table: cells of a row stand apart by a tab, rows by a line end. */
  table(rows: readonly (readonly CellDraft[])[], traits: { readonly sheet?: string } = {}): void {
    const filled = rows.filter((row) => row.length > 0)
    if (filled.every((row) => row.every((cell) => cell.text.trim() === ''))) return
    const start = this.length
    const written: SourceCell[][] = []
    for (const row of filled) {
      written.push(row.map((cell, index) => this.cell(cell, index > 0)))
      this.write('\n')
    }
    this.blocks.push({ kind: 'table', span: { start, end: this.length - 1 }, rows: written, ...traits })
  }

  /** Records what was dropped or guessed. */
  note(code: string, detail?: Readonly<Record<string, string | number>>): void {
    this.notes.push({ code, ...(detail ? { detail } : {}) })
  }

  /** Whether nothing was written so far. */
  get isEmpty(): boolean {
    return this.length === 0
  }

  /** The finished document. */
  build(format: SourceFormat): SourceDocument {
    return { format, text: this.pieces.join(''), blocks: this.blocks, notes: this.notes }
  }

  private cell(cell: CellDraft, separated: boolean): SourceCell {
    if (separated) this.write('\t')
    const { text, ...shape } = cell
    return { span: this.write(text.trim()), ...shape }
  }

  private write(text: string): Span {
    const start = this.length
    this.pieces.push(text)
    this.length += text.length
    return { start, end: this.length }
  }
}
