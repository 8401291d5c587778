import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Text } from '#adapters/secrets'
import { openTestDatabase } from '#adapters/store/testing'
import { linkAuditNow } from '../kit/link-audit.ts'
import type { Database } from '../open-database.ts'

const REGION = 'lasting'
const AT = '2026-03-01T00:00:00Z'
const ids = ['01', '02', '03', '04', '05', '06', '07', '08'].map((end) => `00000000-0000-7000-8000-0000000000${end}`)
const [account, plan, item, document, cadence, auditId, correction, unit] = ids

let database: Database
const asApp = (statement: string) =>
  database
    .withRegion(REGION, (tx) => sql`${sql.raw(statement)}`.execute(tx))
    .then(({ numAffectedRows }) => numAffectedRows)

const ROWS = `
  insert into region (region_id, name, kind, created_at) values ('${REGION}', '试验区', 'county', '${AT}');
  insert into account (region_id, account_id, login, display_name, created_at) values ('${REGION}', '${account}', 'a', 'a', '${AT}');
  insert into unit (region_id, unit_id, name, kind, sort_key, initials, created_at)
    values ('${REGION}', '${unit}', '区发改局', 'bureau', 'q', 'q', '${AT}');
  insert into issued_document (region_id, document_id, file_name, file_sha256, file_size, source, created_at, created_by)
    values ('${REGION}', '${document}', 'a', 'a', 1, '{}', '${AT}', '${account}');
  insert into plan (region_id, plan_id, title, year, current_version) values ('${REGION}', '${plan}', '方案', 2026, 1);
  insert into plan_version (region_id, plan_id, version, document_id, content, content_hash, published_at, published_by)
    values ('${REGION}', '${plan}', 1, '${document}', '{}', 'a', '${AT}', '${account}');
  insert into plan_item (region_id, plan_id, item_id, kind, title, path, search_text, order_no, frequency, origin, body, added_in_version)
    values ('${REGION}', '${plan}', '${item}', 'task', 'a', 'a', 'a', 1, 'month', 'own', '{}', 1);
  insert into cadence (region_id, cadence_id, plan_id, name, created_at, created_by)
    values ('${REGION}', '${cadence}', '${plan}', '旬', '${AT}', '${account}');
  insert into period (region_id, cadence_id, period_id, state, opened_at, opened_by, due_at)
    values ('${REGION}', '${cadence}', '2026-D05', 'sealed', '${AT}', '${account}', '${AT}');
  insert into seal (region_id, seq, cadence_id, period_id, payload, previous_hash, hash, sealed_at, sealed_by)
    values ('${REGION}', 1, '${cadence}', '2026-D05', '{}', 'a', 'b', '${AT}', '${account}');
  insert into correction (region_id, correction_id, seal_seq, item_id, reason, made_at, made_by)
    values ('${REGION}', '${correction}', 1, '${item}', '漏报', '${AT}', '${account}');
  insert into audit (region_id, audit_id, at, action, object_kind, object_id, body)
    values ('${REGION}', '${auditId}', '${AT}', 'a', 'a', 'a', '{}')`

beforeAll(async () => {
  database = await openTestDatabase()
  await asApp(ROWS)
  await linkAuditNow(database, sha256Text)
})
afterAll(() => database.close())

describe('the app role', () => {
  it.each([
    [`update audit set body = '{"x":1}'`],
    [`update audit set at = now()`],
    [`delete from audit`],
    [`truncate audit`],
    [`update audit_link set hash = 'x'`],
    [`delete from audit_link`],
    [`truncate audit_link`],
    [`update seal set payload = '{"x":1}'`],
    [`update seal set hash = 'x'`],
    [`delete from seal`],
    [`truncate seal cascade`],
    [`update plan_version set content = '{"x":1}'`],
    [`update issued_document set file_sha256 = 'x'`],
    [`update correction set new_figure = 1`],
    [`delete from correction`],
    [`delete from report`],
    [`delete from account`],
    [`delete from region`],
    [`update region set is_sample = true`],
    [`update account set login = 'b'`],
    [`update account_role set role = 'auditor'`],
    [`update sign_in_link set account_id = '${account}'`],
    [`delete from sign_in_link`],
  ])('is refused: %s', async (statement) => {
    await expect(asApp(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('links a row of the log once and never takes it out again', async () => {
    const linked = sql<{ linked: boolean }>`select linked from audit where audit_id = ${auditId}`
    expect((await linked.execute(database.owner)).rows).toEqual([{ linked: true }])
    expect(await asApp('update audit set linked = false')).toBe(0n)
    expect(await asApp('update audit set linked = true')).toBe(0n)
    expect((await linked.execute(database.owner)).rows).toEqual([{ linked: true }])
  })

  it('decides a correction once', async () => {
    const decide = `update correction set refused_at = '${AT}', approved_by = '${account}'`
    expect(await asApp(decide)).toBe(1n)
    expect(await asApp(`update correction set refused_at = null, approved_at = '${AT}'`)).toBe(0n)
  })
})

/** Tables that the app role may delete rows of, and those of which it may not change every column: each is a decision. */
const DELETABLE = ['calendar_override', 'plan_duty', 'sign_in_failure', 'task_force', 'task_force_member', 'unit_alias']
const WRITTEN_ONCE = [
  ...['escalation_rule', 'notice_reached', 'twin_ask'],
  ...['act_held', 'comparison_figure', 'final_account', 'own_estimate'],
  ...['audit_link', 'issued_document', 'meeting_correction', 'meeting_decision', 'meeting_line', 'order_event'],
  ...['plan_version', 'problem_event', 'reconciliation_act', 'reconciliation_figure', 'red_line_event', 'scheme'],
  ...['blockage_event', 'domain_list_change', 'duty_change', 'plan_receipt', 'report_voice'],
  ...['score_run', 'seal', 'unit_change'],
]
const BY_COLUMN: Readonly<Record<string, readonly string[]>> = {
  account: ['disabled_at', 'password_hash'],
  account_role: ['revoked_at', 'revoked_by', 'until_on'],
  admission: ['approved', 'decided_at', 'decided_by', 'note'],
  attachment: ['removed_at'],
  audit: ['linked'],
  calendar_feed: ['revoked_at'],
  correction: ['approved_at', 'approved_by', 'refused_at'],
  final_account_correction: ['approved_at', 'approved_by', 'refused_at'],
  final_account_reason: ['changed_at', 'changed_by', 'reason', 'revision'],
  delegation: ['decided_at', 'decided_by', 'ended_at', 'ended_by', 'grant_id', 'outcome'],
  item_placement: ['ended_at', 'ended_by'],
  publication_read: ['reads'],
  standing_plan_item: ['ended_at', 'ended_by'],
  handover: ['decided_at', 'decided_by', 'outcome'],
  red_line_revocation: ['approved_at', 'approved_by', 'refused_at'],
  notice: ['read_at'],
  notice_channel: ['ended_at'],
  notice_delivery: [
    ...['attempts', 'lease_by', 'lease_until', 'next_at', 'sent_at', 'state', 'trouble_code', 'trouble_detail'],
  ],
  region: ['clock_at'],
  respondent_link: ['opened_at', 'revoked_at', 'revoked_by'],
  schedule_change: ['approved', 'decided_at', 'decided_by', 'note'],
  session: ['last_seen_at', 'revoked_at'],
  sheet_line: ['unit_id'],
  sign_in_link: ['code_at', 'code_by', 'code_hash', 'seen_at', 'used_at', 'wrong_codes'],
  target_fact: ['approved_at', 'approved_by', 'refused_at'],
  verification: ['revoked_at'],
}

describe('what the app role may do to each table', () => {
  const tables = sql<{ name: string; deletes: boolean; truncates: boolean; updates: boolean; columns: string[] }>`
    select c.relname as name, has_table_privilege('guatu_app', c.oid, 'delete') as deletes,
      has_table_privilege('guatu_app', c.oid, 'truncate') as truncates,
      has_table_privilege('guatu_app', c.oid, 'update') as updates,
      array_agg(a.attname::text order by a.attname) filter (where has_column_privilege('guatu_app', c.oid, a.attnum, 'update')) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and exists (select from pg_attribute r where r.attrelid = c.oid and r.attname = 'region_id')
    group by c.oid, c.relname order by c.relname`

  it('is decided here', async () => {
    const { rows } = await tables.execute(database.owner)
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.filter(({ truncates }) => truncates)).toEqual([])
    expect(rows.filter(({ deletes }) => deletes).map(({ name }) => name)).toEqual(DELETABLE)
    expect(rows.filter(({ columns }) => columns === null).map(({ name }) => name)).toEqual([...WRITTEN_ONCE].sort())
    const partly = rows.filter(({ updates, columns }) => !updates && columns !== null)
    expect(Object.fromEntries(partly.map(({ name, columns }) => [name, columns]))).toEqual(BY_COLUMN)
  })
})
