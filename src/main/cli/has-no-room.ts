import { refusalWords } from '#adapters/http/contract/words'
import type { House } from '#main/server'
import type { Terminal } from './command.ts'

/** Whether the disk is below its reserve, said on the terminal: a command that writes much stops before it begins, like the server's requests. */
export async function hasNoRoom({ hasRoom }: Pick<House, 'hasRoom'>, terminal: Terminal): Promise<boolean> {
  if (await hasRoom()) return false
  terminal.err(`guatu: ${refusalWords({ code: 'server.diskFull' }, terminal.language)}\n`)
  return true
}
