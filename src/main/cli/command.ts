import type { Language } from '#adapters/http/contract/words'

/** Where a command reads and writes; tests pass their own. */
export interface Terminal {
  readonly language: Language
  out(text: string): void
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
  readonly help: string
  /** Runs with the arguments after its name; answers the exit code. */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** Wrong use of a command, in words. */
export class UsageError extends Error {}
