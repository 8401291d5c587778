import { randomBytes } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asTestAdministrator, openTestDatabase } from '#adapters/store/testing'
import { openDatabase, type Database } from './open-database.ts'
import { migrations } from './schema/migrations.ts'
import { untilKnown } from './embedded/eventually.ts'

const names = Object.keys(migrations)

describe('opening', () => {
  it('migrates an empty database once, however many start at the same moment', async () => {
    const empty = await openTestDatabase({ empty: true })
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl: empty.url, dataFolder: '' })))
    expect(opened.map((database) => database.migrated.length).sort()).toEqual([0, 0, names.length])
    expect(opened.flatMap((database) => database.migrated)).toEqual(names)
    for (const database of opened) await database.close()
    await empty.close()
  })

  it('refuses a database that a newer program has migrated', async () => {
    const newer = await openTestDatabase()
    await sql`insert into kysely_migration values ('9999-from-the-future', '2099-01-01')`.execute(newer.owner)
    await expect(openDatabase({ databaseUrl: newer.url, dataFolder: '' })).rejects.toMatchObject({
      refusal: { code: 'store.newerSchema', detail: { migration: '9999-from-the-future' } },
    })
    await newer.close()
  })

  it('says in words what keeps it from connecting', async () => {
    const database = await openTestDatabase()
    const databaseUrl = database.url.replace(/\/\/[^@/]*@/u, '//nobody_at_all:secret@')
    await expect(openDatabase({ databaseUrl, dataFolder: '' })).rejects.toMatchObject({
      refusal: { code: 'store.unreachable', detail: { reason: expect.stringContaining('nobody_at_all') } },
    })
    await database.close()
  })
})

describe('an ordinary user on a foreign server', () => {
  const user = `ordinary_${randomBytes(4).toString('hex')}`
  let database: Database
  let databaseUrl: string

  beforeAll(async () => {
    database = await openTestDatabase({ empty: true })
    databaseUrl = database.url.replace(/\/\/[^@/]*@/u, `//${user}:secret@`)
    await asAdministrator(sql`create role ${sql.id(user)} login password 'secret'`)
    await asAdministrator(sql`revoke create on schema public from public`)
  })
  afterAll(async () => {
    await asAdministrator(sql`drop owned by ${sql.id(user)}`)
    await database.close()
    await asTestAdministrator((admin) => sql`drop role ${sql.id(user)}`.execute(admin.owner))
  })

  const asAdministrator = (statement: RawBuilder<unknown>) =>
    asTestAdministrator((admin) => statement.execute(admin.owner), database.url)

  it('learns what an administrator has to grant, and can work once it is granted', async () => {
    const open = () => openDatabase({ databaseUrl, dataFolder: '' })
    await expect(open()).rejects.toMatchObject({ refusal: { code: 'store.noAppRole', detail: { user } } })
    await asAdministrator(sql`grant guatu_app to ${sql.id(user)}`)
    await expect(open()).rejects.toMatchObject({ refusal: { code: 'store.mayNotCreate', detail: { user } } })
    await asAdministrator(sql`grant create, usage on schema public to ${sql.id(user)}`)
    const granted = await open()
    expect(granted.migrated).toEqual(names)
    await addRegion(granted, 'yunhe')
    const seen = await granted.withRegion('yunhe', (tx) => tx.selectFrom('region').select('region_id').execute())
    expect(seen).toEqual([{ region_id: 'yunhe' }])
    await granted.close()
  })
})

async function addRegion(database: Database, regionId: string): Promise<void> {
  await database.owner
    .insertInto('region')
    .values({ region_id: regionId, name: regionId, kind: 'county', created_at: '2027-01-01T00:00:00Z' })
    .execute()
}

describe('a transaction of one region', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase({ maxConnections: 2 })
    for (const regionId of ['yunhe', 'linjiang']) await addRegion(database, regionId)
  })
  afterAll(() => database.close())

  const unit = (regionId: string, unitId: string) => ({
    region_id: regionId,
    unit_id: unitId,
    name: '区发展改革局',
    kind: 'bureau',
    sort_key: 'qufazhangaigeju',
    initials: 'qfzggj',
    created_at: '2027-01-01T00:00:00Z',
  })

  it('sees its own rows only, even when it asks for others', async () => {
    const seen = await database.withRegion('yunhe', (tx) => tx.selectFrom('region').select('region_id').execute())
    expect(seen).toEqual([{ region_id: 'yunhe' }])
    const asked = await database.withRegion('yunhe', (tx) =>
      tx.selectFrom('region').select('region_id').where('region_id', '=', 'linjiang').execute(),
    )
    expect(asked).toEqual([])
  })

  it('cannot write into another region, nor move a row there', async () => {
    const id = '00000000-0000-4000-8000-000000000001'
    const foreign = database.withRegion('yunhe', (tx) => tx.insertInto('unit').values(unit('linjiang', id)).execute())
    await expect(foreign).rejects.toThrow('row-level security')
    await database.withRegion('yunhe', (tx) => tx.insertInto('unit').values(unit('yunhe', id)).execute())
    const moved = database.withRegion('yunhe', (tx) => tx.updateTable('unit').set({ region_id: 'linjiang' }).execute())
    await expect(moved).rejects.toThrow('row-level security')
  })

  it('rolls back when its work fails', async () => {
    const id = '00000000-0000-4000-8000-000000000002'
    const failing = database.withRegion('linjiang', async (tx) => {
      await tx.insertInto('unit').values(unit('linjiang', id)).execute()
      throw new Error('refused after all')
    })
    await expect(failing).rejects.toThrow('refused after all')
    expect(await database.owner.selectFrom('unit').select('unit_id').where('unit_id', '=', id).execute()).toEqual([])
  })

  it('leaves neither role nor region on the connection', async () => {
    for (const regionId of ['yunhe', 'linjiang', 'yunhe']) {
      await database.withRegion(regionId, (tx) => sql`select 1`.execute(tx))
      await database.withRegion(regionId, (tx) => sql`select 1 / 0`.execute(tx)).catch(() => undefined)
      const after = await sql`select guatu_region() as region, current_user = 'guatu_app' as app`.execute(
        database.owner,
      )
      expect(after.rows).toEqual([{ region: null, app: false }])
    }
  })

  it('keeps regions apart that work at the same moment', async () => {
    const rounds = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? 'yunhe' : 'linjiang'))
    const seen = await Promise.all(
      rounds.map((regionId) =>
        database.withRegion(regionId, (tx) => tx.selectFrom('region').select('region_id').executeTakeFirst()),
      ),
    )
    expect(seen.map((row) => row?.region_id)).toEqual(rounds)
  })

  it('shows nothing to the app role outside of a region', async () => {
    const seen = await database.owner.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'guatu_app', true)`.execute(tx)
      return tx.selectFrom('region').select('region_id').execute()
    })
    expect(seen).toEqual([])
  })

  it.each(["x'; drop table unit; --", '', 'Yunhe', '云和'])('takes no %j for a region', async (regionId) => {
    await expect(database.withRegion(regionId, (tx) => sql`select 1`.execute(tx))).rejects.toThrow('not a region id')
  })

  it('obeys isolation and access of the transaction', async () => {
    const settings = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const
    const id = '00000000-0000-4000-8000-000000000003'
    const writing = database.withRegion(
      'yunhe',
      (tx) => tx.insertInto('unit').values(unit('yunhe', id)).execute(),
      settings,
    )
    await expect(writing).rejects.toThrow('read-only')
    const level = await database.withRegion('yunhe', (tx) => sql`show transaction_isolation`.execute(tx), settings)
    expect(level.rows).toEqual([{ transaction_isolation: 'repeatable read' }])
  })
})

describe('the connection', () => {
  it('gives values in the forms of the product', async () => {
    const database = await openTestDatabase()
    const found = await sql`
      select date '2027-07-31' as day, 12345678901234567890.10::numeric as amount, count(*) as many,
        timestamptz '2027-07-31 08:00:00.5+08' as moment, array[date '2027-01-01', null] as days,
        array[1.10, 2]::numeric[] as amounts, '{"a": [1]}'::jsonb as body`.execute(database.owner)
    expect(found.rows).toEqual([
      {
        day: '2027-07-31',
        amount: '12345678901234567890.10',
        many: 1,
        moment: '2027-07-31T00:00:00.500Z',
        days: ['2027-01-01', null],
        amounts: ['1.10', '2'],
        body: { a: [1] },
      },
    ])
    await expect(sql`select 9007199254740993::bigint`.execute(database.owner)).rejects.toThrow('beyond exact range')
    await database.close()
  })

  it('reads instants of any session time zone', async () => {
    const database = await openTestDatabase({ maxConnections: 1 })
    for (const zone of ['Asia/Shanghai', 'Asia/Kolkata', 'America/New_York', 'UTC']) {
      await sql`select set_config('timezone', ${zone}, false)`.execute(database.owner)
      const found = await sql`select timestamptz '2027-07-31T16:30:00Z' as moment`.execute(database.owner)
      expect(found.rows).toEqual([{ moment: '2027-07-31T16:30:00.000Z' }])
    }
    await database.close()
  })

  it('survives the server ending it while it is idle', async () => {
    const database = await openTestDatabase()
    const troubles: string[] = []
    const other = await openDatabase({
      databaseUrl: database.url,
      dataFolder: '',
      onTrouble: (message) => troubles.push(message),
    })
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(database.owner)
    expect(await untilKnown(() => troubles[0], { attempts: 500, everyMs: 10 })).toContain('broke')
    expect((await sql`select 1 as one`.execute(other.owner)).rows).toEqual([{ one: 1 }])
    await other.close()
    await database.close()
  })

  it('survives the server ending it at work: whoever works on it hears of it, and the next one works', async () => {
    const database = await openTestDatabase()
    const others = sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`
    const isAlone = async () => (await others.execute(database.owner)).rows.length === 0 || undefined
    const cut = database.withRegion('yunhe', async (tx) => {
      await sql`select 1`.execute(tx)
      for (const { pid } of (await others.execute(database.owner)).rows)
        await sql`select pg_terminate_backend(${pid})`.execute(database.owner)
      expect(await untilKnown(isAlone, { attempts: 500, everyMs: 10 })).toBe(true)
      await sql`select 2`.execute(tx)
    })
    await expect(cut).rejects.toThrow(/terminat|not queryable|EPIPE/)
    const { rows } = await database.withRegion('yunhe', (tx) => sql`select 1 as one`.execute(tx))
    expect(rows).toEqual([{ one: 1 }])
    await database.close()
  })

  it('knows that it is alone on its session and which server it is', async () => {
    const database = await openTestDatabase()
    expect(database.capabilities).toMatchObject({ sessions: true })
    expect(database.capabilities.version).toBeGreaterThanOrEqual(140_000)
    await database.close()
  })
})
