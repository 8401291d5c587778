import { columnUses, noteWarnings, withRowNotes, withStatedColumns } from '#core/reading'
import type { ColumnUse, SourceDocument, StatedColumns } from '#core/reading'
import { type Terminal, UsageError } from './command.ts'

/** Columns as `--map` states them: title=B,lead=D,due=F. */
export function statedColumns(map: string | undefined): StatedColumns[] {
  if (map === undefined) return []
  const uses: Record<string, ColumnUse> = {}
  for (const part of map.split(/[,，]/)) {
    const [name = '', letters = ''] = part.split('=').map((word) => word.trim())
    const use = columnUses.find((one) => one === name)
    if (!use || !/^[A-Za-z]{1,2}$/.test(letters)) {
      const names = columnUses.filter((one) => one !== 'none').join(', ')
      throw new UsageError({
        zh: `--map 写作 title=B,lead=D,due=F；可用的名称：${names}`,
        en: `--map is written as title=B,lead=D,due=F; the names are ${names}`,
      })
    }
    uses[letters.toUpperCase()] = use
  }
  return [{ uses }]
}

/** The document with its columns as stated. */
export function withColumns(document: SourceDocument, stated: readonly StatedColumns[]): SourceDocument {
  return stated.length > 0 ? withStatedColumns(document, stated) : document
}

/** Says on standard error what a person should compare with the original, rows that gave no task among it. */
export function warnOf(name: string, document: SourceDocument, year: number | null, terminal: Terminal): void {
  for (const words of noteWarnings(withRowNotes(document, year))) {
    terminal.err(`guatu: ${name}: ${words[terminal.language]}\n`)
  }
}
