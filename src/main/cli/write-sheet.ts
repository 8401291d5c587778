import { writeWorkbook } from '#adapters/files'
import type { CheckedText, ReadText } from '#core/reading'
import type { Terminal } from './command.ts'

/** Findings as xlsx. The publishing room and the writer load here, because most runs print text. */
export async function findingsSheet(checked: readonly CheckedText[], terminal: Terminal): Promise<Uint8Array> {
  const { findingsWorkbook } = await import('#core/publishing')
  return writeWorkbook(findingsWorkbook(checked, propertiesFor(terminal)))
}

/** What plans say as xlsx. */
export async function readingsSheet(read: readonly ReadText[], terminal: Terminal): Promise<Uint8Array> {
  const { readingsWorkbook } = await import('#core/publishing')
  return writeWorkbook(readingsWorkbook(read, propertiesFor(terminal)))
}

function propertiesFor({ language }: Terminal) {
  return { language, date: new Date().toISOString().slice(0, 10) }
}
