import { FootnoteReferenceRun, Paragraph, Tab, TextRun } from 'docx'
import type { IRunOptions, ParagraphChild } from 'docx'
import type { TextRun as RunView } from '#core/publishing'
import { FigureControl } from './figure-control.ts'
import { printable } from './official-words.ts'

/** Writes runs and keeps the footnotes and figures of one document. */
export class RunWriter {
  /** Footnotes by their number, for the document's options. */
  readonly footnotes: Record<string, { children: Paragraph[] }> = {}
  private notes = 0
  private figures = 0

  /** The children of a paragraph. */
  write(runs: readonly RunView[], look: IRunOptions = {}): ParagraphChild[] {
    return runs.flatMap((run) => {
      if (run.kind === 'text') return words(run.text, run.bold ? { ...look, bold: true } : look)
      this.figures += 1
      const figure = { key: run.key, value: printable(run.value), number: this.figures }
      const control = new FigureControl(figure, look)
      const unit = run.unit === '' ? [] : words(run.unit, look)
      return [control, ...unit, ...this.note(run.footnote)]
    })
  }

  private note(text: string | undefined): ParagraphChild[] {
    if (text === undefined || text === '') return []
    this.notes += 1
    this.footnotes[String(this.notes)] = {
      children: [new Paragraph({ style: 'FootnoteText', children: words(` ${text}`, {}) })],
    }
    return [new FootnoteReferenceRun(this.notes)]
  }
}

/** Plain words; a line end in the text becomes a line break. */
export function words(text: string, look: IRunOptions): TextRun[] {
  return printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }))
}

/** A step to the next tab stop. */
export function tab(look: IRunOptions = {}): TextRun {
  return new TextRun({ ...look, children: [new Tab()] })
}
