import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { readSourceFile } from '#adapters/files'
import type { Refusal, Words } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import type { Terminal } from './command.ts'
import { type Progress, progressOf } from './progress.ts'

/** One input of `extract` or `check` that could be read. */
export interface ReadInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly document: SourceDocument
}

/** What became of all inputs: whether one could not be read. */
export interface InputsRead {
  readonly failed: boolean
}

/** Reads each file (standard input for `-`) and hands it on; what cannot be read is said on the terminal with its name. */
export async function readInputs(
  names: readonly string[],
  terminal: Terminal,
  use: (input: ReadInput) => void | Promise<void>,
): Promise<InputsRead> {
  const progress = progressOf(names.length, terminal)
  let failed = false
  for (const name of names) {
    progress.next(name)
    const input = await readOne(name, terminal, progress)
    progress.clear()
    if (input) await use(input)
    else failed = true
  }
  return { failed }
}

async function readOne(name: string, terminal: Terminal, progress: Progress): Promise<ReadInput | null> {
  const complain = (words: string): null => {
    progress.clear()
    terminal.err(`guatu: ${name}: ${words}\n`)
    return null
  }
  const bytes = await bytesOf(name)
  if (bytes instanceof Error) return complain(fileProblem(bytes)[terminal.language])
  const read = await readSourceFile(bytes, name === '-' ? 'stdin' : basename(name))
  return read.ok ? { name, bytes, document: read.value } : complain(await inWords(read.refusal, terminal))
}

/** The words of all rooms load when something is refused, so that a command that succeeds does not wait for them. */
export async function inWords(refusal: Refusal, terminal: Terminal): Promise<string> {
  const { refusalWords } = await import('#adapters/http/contract/words')
  return refusalWords(refusal, terminal.language)
}

async function bytesOf(name: string): Promise<Uint8Array | Error> {
  try {
    return new Uint8Array(name === '-' ? await buffer(process.stdin) : await readFile(name))
  } catch (problem) {
    return problem instanceof Error ? problem : new Error(String(problem))
  }
}

const FILE_PROBLEMS: Readonly<Record<string, Words>> = {
  ENOENT: { zh: '没有这个文件。请检查路径。', en: 'There is no such file; check the path.' },
  EISDIR: { zh: '这是文件夹。请写出其中的文件。', en: 'This is a folder; name the files in it.' },
  EACCES: { zh: '没有访问这个文件的权限。', en: 'You have no right to this file.' },
  ENOSPC: { zh: '磁盘已满。', en: 'The disk is full.' },
}

/** What the system says of a file, in words that a person can act on. */
export function fileProblem(problem: Error): Words {
  const known = 'code' in problem ? FILE_PROBLEMS[String(problem.code)] : undefined
  return known ?? { zh: problem.message, en: problem.message }
}
