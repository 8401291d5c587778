import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import type { SealPayload } from '#core/reporting'

/** A seal as it lies in a backup: read and hashed here, by nothing of the product. */
export interface FoundSeal {
  readonly hash: string
  readonly payload: SealPayload
}

/** The chain of seals in a backup. Every hash is recomputed, and every link looked at; a break ends the journey. */
export async function sealsOfBackup(path: string): Promise<readonly FoundSeal[]> {
  const { columns, rows } = await tableOf(path, 'seal')
  const cell = (row: readonly string[], name: string): string => row[columns.indexOf(name)] ?? ''
  const seals = rows.map((row) => {
    const text = cell(row, 'payload')
    const hash = createHash('sha256').update(text).digest('hex')
    if (hash !== cell(row, 'hash')) throw new Error(`seal ${cell(row, 'seq')} is not what its hash says`)
    return { hash, payload: JSON.parse(text) as SealPayload }
  })
  const inOrder = seals.toSorted((a, b) => a.payload.seq - b.payload.seq)
  for (const [index, { payload }] of inOrder.entries()) {
    const before = inOrder[index - 1]?.hash ?? '0'.repeat(64)
    if (payload.previousHash !== before) throw new Error(`seal ${payload.seq} does not follow the one before`)
  }
  return inOrder
}

/** The rows of a table: the manifest names its columns, gzipped parts of COPY text hold them. */
async function tableOf(path: string, table: string) {
  const parts = new Map<string, Buffer>()
  let columns: readonly string[] = []
  const archive = extract()
  const reading = pipeline(createReadStream(path), archive)
  for await (const entry of archive) {
    const bytes = await buffer(entry)
    if (entry.header.name.startsWith(`tables/${table}/`)) parts.set(entry.header.name, gunzipSync(bytes))
    if (entry.header.name === 'manifest.json') {
      const manifest = JSON.parse(bytes.toString()) as { tables: { name: string; columns: string[] }[] }
      columns = manifest.tables.find(({ name }) => name === table)?.columns ?? []
    }
  }
  await reading
  const text = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part.toString())
  const lines = text
    .join('')
    .split('\n')
    .filter((line) => line !== '')
  return { columns, rows: lines.map((line) => line.split('\t').map(unescaped)) }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\' }

/** COPY text writes tabs, line ends and backslashes behind a backslash. */
const unescaped = (cell: string): string => cell.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter)
