import { countUpTo } from '#core/kit'
import type { Span } from '#core/kit'
import type { FileLine } from '../source-document.ts'

/** Where an offset of a text stands: lines and columns count from 1, columns in UTF-16 units. */
export interface LinePlace {
  readonly line: number
  readonly column: number
}

/** The lines of a text, found once, so that a thousand places cost no more than one pass over it. */
export interface LineIndex {
  /** Line, column and offset as a person finds them in the file; the end of the text is a place too. */
  placeOf(offset: number): LinePlace & { readonly offset: number }
  /** The range of the text's line around an offset, its line end left out. */
  lineAround(offset: number): Span
}

/**
 * Finds the lines of a document's text. Places are those of the file where the reader kept its lines (a plain text), else
 * those of the text that was read.
 */
export function lineIndex({ text, fileLines }: LinedText): LineIndex {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const fileStarts = fileLines?.map(({ at }) => at) ?? []
  return {
    placeOf(offset) {
      const known = fileLines?.[lastAtOrBefore(fileStarts, offset)]
      if (known) {
        const passed = offset - known.at
        return { line: known.line, column: known.column + passed, offset: known.offset + passed }
      }
      const line = lastAtOrBefore(starts, offset)
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset }
    },
    lineAround(offset) {
      const line = lastAtOrBefore(starts, offset)
      const next = starts[line + 1]
      return { start: starts[line] ?? 0, end: next === undefined ? text.length : next - 1 }
    },
  }
}

/** A text with the lines of its file, where the reader kept them. */
export interface LinedText {
  readonly text: string
  readonly fileLines?: readonly FileLine[]
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  return Math.max(0, countUpTo(starts, offset, (start) => start) - 1)
}
