import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { readSourceFile } from '#adapters/files'
import { refusalWords } from '#adapters/http/contract/words'
import type { Words } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import type { Terminal } from './command.ts'

/** One input of `extract` or `check` that could be read. */
export interface ReadInput {
  readonly name: string
  readonly document: SourceDocument
}

/** Reads a file, or standard input for `-`; says on the terminal why it cannot be read and answers null. */
export async function readInput(name: string, terminal: Terminal): Promise<ReadInput | null> {
  const bytes = await bytesOf(name)
  if (bytes instanceof Error) {
    terminal.err(`guatu: ${name}: ${unreadable(bytes)[terminal.language]}\n`)
    return null
  }
  const read = await readSourceFile(bytes, name === '-' ? 'stdin' : basename(name))
  if (read.ok) return { name, document: read.value }
  terminal.err(`guatu: ${name}: ${refusalWords(read.refusal, terminal.language)}\n`)
  return null
}

async function bytesOf(name: string): Promise<Uint8Array | Error> {
  try {
    return new Uint8Array(name === '-' ? await buffer(process.stdin) : await readFile(name))
  } catch (problem) {
    return problem instanceof Error ? problem : new Error(String(problem))
  }
}

const WHY_UNREADABLE: Readonly<Record<string, Words>> = {
  ENOENT: { zh: '没有这个文件。请检查路径。', en: 'There is no such file; check the path.' },
  EISDIR: { zh: '这是文件夹。请写出其中的文件。', en: 'This is a folder; name the files in it.' },
  EACCES: { zh: '没有读取这个文件的权限。', en: 'This file may not be read by you.' },
}

function unreadable(problem: Error): Words {
  const known = 'code' in problem ? WHY_UNREADABLE[String(problem.code)] : undefined
  return known ?? { zh: problem.message, en: problem.message }
}
