import type { Terminal } from './command.ts'

/** Which of many files is being read, on standard error; silent where there is only one. */
export interface Progress {
  next(name: string): void
  /** Takes the line from the screen before something else is written there. */
  clear(): void
}

const CLEAR_LINE = '\r\u001b[K'

/** A screen shows one line that is written over; a log gets a line for each file. */
export function progressOf(total: number, terminal: Terminal): Progress {
  if (total < 2) return { next: () => undefined, clear: () => undefined }
  const onScreen = terminal.screen.err
  let done = 0
  return {
    next(name) {
      done += 1
      terminal.err(`${onScreen ? CLEAR_LINE : ''}[${done}/${total}] ${name}${onScreen ? '' : '\n'}`)
    },
    clear() {
      if (onScreen) terminal.err(CLEAR_LINE)
    },
  }
}
