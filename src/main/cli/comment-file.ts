import { commentDocx } from '#adapters/files'
import { type CheckedText, findingComments } from '#core/reading'
import type { Terminal } from './command.ts'
import { inWords } from './read-inputs.ts'

/** A file with its findings and its own bytes, so that it can be given back with comments. */
export interface CheckedFile extends CheckedText {
  readonly bytes: Uint8Array
}

/** The drafters' own docx with a comment at each finding; null where it cannot be made, said on the terminal with its name. */
export async function commentedFile(checked: CheckedFile | undefined, terminal: Terminal): Promise<Uint8Array | null> {
  if (!checked) return null
  const { name, bytes, document, findings } = checked
  const written = await commentDocx(bytes, findingComments(findings, document.text, terminal.language))
  if (written.ok) return written.value
  terminal.err(`guatu: ${name}: ${await inWords(written.refusal, terminal)}\n`)
  return null
}
