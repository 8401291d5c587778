import type { Language } from '#adapters/http/contract/words'
import type { Words } from '#core/kit'

/** Where a command reads and writes; tests pass their own. */
export interface Terminal {
  readonly language: Language
  /** What stands behind the two ways out: a screen can be coloured, and its last line written over. */
  readonly screen: { readonly out: boolean; readonly err: boolean; readonly colours: boolean }
  out(content: string | Uint8Array): void
  err(text: string): void
}

/** Exit codes, the same for every command. */
export const exitCode = {
  done: 0,
  /** The command ran and its answer is no: findings of severity error, a broken chain. */
  negative: 1,
  /** Wrong use: unknown option, missing argument. */
  usage: 2,
  /** It could not be done: file unreadable, folder held by another process. */
  failed: 3,
} as const

/** One `guatu` command. */
export interface Command {
  /** The help text: usage line, what it does, options, examples. */
  readonly help: string | Words
  /** Runs with the arguments after its name; answers the exit code. */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** Wrong use of a command, in words of both languages. */
export class UsageError extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

/** That a region which was named, or the only one that could be meant, does not exist. */
export function noRegion(regionId: string | undefined): Words {
  if (regionId === undefined) return { zh: '这里还没有地区', en: 'there is no region here yet' }
  return { zh: `没有地区 ${regionId}`, en: `there is no region ${regionId}` }
}
