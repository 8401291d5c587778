import type { TableLook } from '#app/plan'
import { type Result, accept, fillWords, refuse } from '#core/kit'
import { readerNotes, type StatedColumns } from '#core/reading'
import { statedColumnsSchema } from '#adapters/http/contract/plan'

/** A table as the page takes it: rows without a task in words. */
export function presentTable({ faults, ...table }: TableLook) {
  const { sheet } = table
  return {
    ...table,
    faults: faults.slice(0, MOST_SHOWN).map(({ number, fault, words }) => ({
      number,
      words: fillWords(readerNotes[fault], { sheet, row: number, words }),
    })),
  }
}

/** More rows than this without a task mean wrong columns, which the page shows by their number alone. */
const MOST_SHOWN = 200

/** Reads the columns that came as text beside a file; nothing where none were stated. */
export function columnsOf(text: string | undefined): Result<{ readonly columns?: readonly StatedColumns[] }> {
  if (text === undefined) return accept({})
  const read = statedColumnsSchema.safeParse(jsonOf(text))
  return read.success ? accept({ columns: read.data }) : refuse('plan.columnsUnreadable')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
