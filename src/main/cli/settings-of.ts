import { refusalWords } from '#adapters/http/contract/words'
import { readSettings, type Settings } from '#main/server'
import type { Terminal } from './command.ts'

/** The settings of the environment; where one is wrong it is said on the terminal and null is answered. */
export function settingsOf(terminal: Terminal): Settings | null {
  const settings = readSettings(process.env)
  if (settings.ok) return settings.value
  terminal.err(`guatu: ${refusalWords(settings.refusal, terminal.language)}\n`)
  return null
}
