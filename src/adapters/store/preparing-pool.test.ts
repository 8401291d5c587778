import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './open-database.ts'
import { openTestDatabase } from './testing/index.ts'

let database: Database

beforeAll(async () => {
  database = await openTestDatabase({ maxConnections: 1 })
})
afterAll(() => database.close())

/** What the connection that asks has prepared: there is one connection. */
async function preparedTexts(): Promise<readonly string[]> {
  const found = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(database.owner)
  return found.rows.map((row) => row.statement)
}

describe('statements that come again', () => {
  it('are kept prepared, in region transactions too, and answer the same', async () => {
    const ask = (value: number) =>
      database.withRegion(
        'somewhere',
        async (tx) => (await sql<{ n: number }>`select ${value}::int + 1 as n`.execute(tx)).rows,
      )
    for (let run = 1; run <= 12; run += 1) expect(await ask(run)).toEqual([{ n: run + 1 }])
    expect(await preparedTexts()).toContain('select $1::int + 1 as n')
  })

  it('run as they come without values, and while they are rare', async () => {
    for (let run = 0; run < 6; run += 1) await sql`select 7 as seven`.execute(database.owner)
    await sql`select ${1}::int as rare`.execute(database.owner)
    const texts = await preparedTexts()
    expect(texts).not.toContain('select 7 as seven')
    expect(texts).not.toContain('select $1::int as rare')
  })

  it('survive a table that gains a column', async () => {
    await sql`create table changing (a integer)`.execute(database.owner)
    const ask = async () => (await sql`select * from changing where a = ${1}`.execute(database.owner)).rows
    await sql`insert into changing values (1)`.execute(database.owner)
    for (let run = 0; run < 5; run += 1) expect(await ask()).toEqual([{ a: 1 }])
    await sql`alter table changing add column b integer`.execute(database.owner)
    await ask().catch(() => undefined)
    expect(await ask()).toEqual([{ a: 1, b: null }])
    await sql`drop table changing`.execute(database.owner)
  })
})
