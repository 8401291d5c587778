import { fillWords, type Words } from '#core/kit'
import { readerNotes } from './reader-refusals.ts'
import type { SourceDocument } from './source-document.ts'

/** Notes that a person must compare with the original; the others only tell what was left out. */
const WARNINGS: ReadonlySet<string> = new Set<keyof typeof readerNotes>([
  'reader.legacyDocRead',
  'reader.numbersCounted',
  'reader.sheetsDropped',
  'reader.sheetWithoutTasks',
  'reader.rowWithoutTask',
  'reader.rowDueUnread',
])

/** What a person should compare with the original, in words of both languages. */
export function noteWarnings({ notes }: Pick<SourceDocument, 'notes'>): Words[] {
  const words: Readonly<Record<string, Words>> = readerNotes
  return notes.flatMap(({ code, detail = {} }) => {
    const said = WARNINGS.has(code) ? words[code] : undefined
    return said ? [fillWords(said, detail)] : []
  })
}
