import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identityOf, stillRuns, type ProcessIdentity } from './process-identity.ts'

/** The right to run the server of one folder, held by one process at a time. */
export interface Hold {
  release(): Promise<void>
}

/** Takes the folder, or tells which running process has it. A holder that was killed holds nothing. */
export async function takeHold(home: string): Promise<Hold | { readonly heldBy: number }> {
  const self = await identityOf(process.pid)
  if (self === undefined) throw new Error('this process cannot see itself')
  for (;;) {
    const [latest] = await holderFiles(home)
    const holder = latest === undefined ? undefined : await readHolder(join(home, latest.name))
    if (holder && (await stillRuns(holder))) return { heldBy: holder.pid }
    const mine = await claim(home, (latest?.turn ?? 0) + 1, self)
    if (mine) return mine
  }
}

interface HolderFile {
  readonly name: string
  readonly turn: number
}

/** Files `holder-TURN`, the latest first: a dead holder is not replaced but followed, so that two followers cannot both win. */
async function holderFiles(home: string): Promise<HolderFile[]> {
  const names = (await readdir(home)).filter((name) => /^holder-\d+$/u.test(name))
  return names.map((name) => ({ name, turn: Number(name.slice('holder-'.length)) })).sort((a, b) => b.turn - a.turn)
}

async function readHolder(path: string): Promise<ProcessIdentity | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text === '' ? undefined : (JSON.parse(text) as ProcessIdentity)
}

/** A link appears whole or not at all; the turn after it belongs to somebody else. Undefined: another process was quicker. */
async function claim(home: string, turn: number, self: ProcessIdentity): Promise<Hold | undefined> {
  const path = join(home, `holder-${turn}`)
  const draft = join(home, `claim-${self.pid}`)
  await writeFile(draft, JSON.stringify(self))
  const won = await link(draft, path)
    .then(
      () => true,
      (problem: NodeJS.ErrnoException) => {
        // Any other failure would come again and again: a full disk, a file system without links.
        if (problem.code !== 'EEXIST') throw problem
        return false
      },
    )
    .finally(() => rm(draft, { force: true }))
  if (!won) return undefined
  const files = await holderFiles(home)
  if (files.some((file) => file.turn > turn)) {
    await rm(path, { force: true })
    return undefined
  }
  for (const file of files) if (file.turn < turn) await rm(join(home, file.name), { force: true })
  return { release: () => rm(path, { force: true }) }
}
