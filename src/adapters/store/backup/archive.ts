import { createReadStream } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { once } from 'node:events'
import { extract, pack, type Pack } from 'tar-stream'

/** Writes the entries of one archive, each of a length known beforehand, one after the other. */
export interface ArchiveWriter {
  add(name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void>
}

/**
 * Writes a tar file, which any `tar` opens without Guatu. It appears under its name only when it is complete and on the disk.
 */
export async function writeArchive(
  path: string,
  madeAt: string,
  write: (writer: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.unfinished`
  const file = await open(unfinished, 'w', 0o600)
  try {
    await Promise.all(bothOrNeither(pack(), file, new Date(madeAt), write))
    await file.sync()
    await file.close()
    await rename(unfinished, path)
  } catch (problem) {
    await file.close()
    await rm(unfinished, { force: true })
    throw problem
  }
}

/** The side that fills the archive and the side that writes it out; when one fails, the other does not wait for it. */
function bothOrNeither(
  archive: Pack,
  file: FileHandle,
  mtime: Date,
  write: (writer: ArchiveWriter) => Promise<void>,
): Promise<void>[] {
  const failed = new AbortController()
  const fill = async (): Promise<void> => {
    await write({
      async add(name, size, content) {
        const entry = archive.entry({ name, size, mtime, mode: 0o600 })
        // The archive's failure is told once, by the side that met it; the entry only repeats it.
        entry.on('error', () => undefined)
        const finished = once(entry, 'finish', failed)
        finished.catch(() => undefined)
        for await (const chunk of content) if (!entry.write(Buffer.from(chunk))) await once(entry, 'drain', failed)
        entry.end()
        await finished
      },
    })
    archive.finalize()
  }
  const drain = async (): Promise<void> => {
    for await (const chunk of archive as AsyncIterable<Uint8Array>) await file.writeFile(chunk)
  }
  const together = (side: Promise<void>): Promise<void> =>
    side.catch((problem: unknown) => {
      failed.abort(problem)
      archive.destroy(problem instanceof Error ? problem : new Error(String(problem)))
      throw problem
    })
  return [together(fill()), together(drain())]
}

/** One entry as it is read: its content has to be taken before the next one comes. */
export interface ArchiveEntry {
  readonly name: string
  readonly size: number
  readonly content: AsyncIterable<Uint8Array>
}

/** Reads the entries of a tar file in their order, holding none of them whole. */
export async function* readArchive(path: string): AsyncIterable<ArchiveEntry> {
  const entries = extract()
  const source = createReadStream(path)
  source.once('error', (problem) => entries.destroy(problem))
  source.pipe(entries)
  try {
    for await (const entry of entries) {
      yield { name: entry.header.name, size: entry.header.size ?? 0, content: entry }
      entry.resume()
    }
  } finally {
    source.destroy()
  }
}
