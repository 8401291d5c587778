import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '#core/kit'
import { z } from 'zod'

/** The form of the archive; a program reads its own and older ones. */
export const FORMAT_VERSION = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)
const count = z.number().int().nonnegative()

const tablePart = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: count,
  /** Parts that the table's rows were cut into. */
  parts: count,
  /** Of the rows in COPY's text form, ordered by the primary key, before compressing. */
  sha256,
})

const manifestShape = z.strictObject({
  format: z.literal('guatu-backup'),
  formatVersion: z.number().int().positive(),
  madeAt: z.string(),
  serverVersion: z.number().int(),
  migrations: z.array(z.string()),
  tables: z.array(tablePart),
  sequences: z.array(z.strictObject({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  /** All kept files: the hash is of lines `SHA256 SIZE`, in the order of the hashes. */
  files: z.strictObject({ count, bytes: count, sha256 }),
})

/** The last entry of a backup: everything that is in it, with hashes. */
export type Manifest = z.infer<typeof manifestShape>
/** One table as it stands in a backup. */
export type TablePart = z.infer<typeof tablePart>

/** Reads a manifest; undefined if it is none. */
export function parseManifest(text: string): Manifest | undefined {
  const parsed = manifestShape.safeParse(readJson(text))
  return parsed.success ? parsed.data : undefined
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The line that `sha256sum -c` understands. */
export function manifestHash(text: string): string {
  return `${createHash('sha256').update(text).digest('hex')}  manifest.json\n`
}

/** One hash of all content, the same for the same content wherever and whenever it was backed up. */
export function contentHash({ migrations, tables, sequences, files }: Manifest): string {
  const content: Json = { migrations, tables: tables.map(withoutParts), sequences, files }
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

function withoutParts({ name, columns, rows, sha256: hash }: TablePart): Json {
  return { name, columns, rows, sha256: hash }
}

/** Adds up kept files in the order of their hashes. */
export function filesTally(): { add(sha256: string, size: number): void; total(): Manifest['files'] } {
  const hash = createHash('sha256')
  let count = 0
  let bytes = 0
  return {
    add(name, size) {
      hash.update(`${name} ${size}\n`)
      count += 1
      bytes += size
    },
    total: () => ({ count, bytes, sha256: hash.digest('hex') }),
  }
}
