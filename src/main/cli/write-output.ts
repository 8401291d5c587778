import { writeFile } from 'node:fs/promises'
import { exitCode, type Terminal, UsageError } from './command.ts'
import { fileProblem } from './read-inputs.ts'

/** Where the answer of a command goes: standard output as it comes, or a file when all of it is there. */
export interface Output {
  write(content: string | Uint8Array): void
  /** Writes the file where one was named; answers the exit code, `done` where all went well. */
  finish(): Promise<number>
}

/** Output to `-o FILE`, or to standard output without one. `binary` content is never poured over a screen. */
export function outputTo(file: string | undefined, terminal: Terminal, binary: boolean): Output {
  if (file === undefined) {
    if (binary && terminal.screen.out) {
      throw new UsageError({
        zh: '这种格式要写入文件：加上 -o 文件名',
        en: 'this format goes into a file: add -o FILE',
      })
    }
    return { write: (content) => terminal.out(content), finish: () => Promise.resolve(exitCode.done) }
  }
  const parts: Uint8Array[] = []
  return {
    write: (content) => void parts.push(typeof content === 'string' ? Buffer.from(content) : content),
    finish: async () => {
      try {
        await writeFile(file, Buffer.concat(parts))
        return exitCode.done
      } catch (problem) {
        const words = problem instanceof Error ? fileProblem(problem)[terminal.language] : String(problem)
        terminal.err(`guatu: ${file}: ${words}\n`)
        return exitCode.failed
      }
    },
  }
}
