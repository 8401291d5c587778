import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { ClientBase } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { quoted, type CatalogueTable } from './table-catalogue.ts'

/** What was read of one table. */
export interface CopiedTable {
  readonly rows: number
  readonly sha256: string
}

/** Settings under which every server writes the same text for the same value. */
export const NEUTRAL_TEXT_FORM = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`

/** Reads a table in COPY's text form, row after row in the order of its key, handing the bytes to `take` as they come. */
export async function readTable(
  client: ClientBase,
  table: CatalogueTable,
  take: (chunk: Uint8Array) => Promise<void> = async () => undefined,
): Promise<CopiedTable> {
  const columns = table.columns.map(quoted).join(', ')
  const stream = client.query(
    copyTo(`copy (select ${columns} from ${quoted(table.name)} order by ${table.order}) to stdout`),
  )
  const hash = createHash('sha256')
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    await take(chunk)
  }
  return { rows: stream.rowCount, sha256: hash.digest('hex') }
}

/** Writes rows in COPY's text form into a table. */
export async function fillTable(
  client: ClientBase,
  name: string,
  columns: readonly string[],
  rows: AsyncIterable<Uint8Array>,
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`))
  const finished = once(stream, 'finish')
  // A refusal by the server arrives on the stream and is awaited below, also when it comes while writing.
  finished.catch(() => undefined)
  for await (const chunk of rows) {
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), finished])
  }
  stream.end()
  await finished
}
