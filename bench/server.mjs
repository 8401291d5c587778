// The product's own server with one endpoint more: the baseline that submitting is measured against.
import { randomUUID } from 'node:crypto'
import { readSettings, startServer } from '#main/server'

/** The rows that the baseline writes: the same columns and indexes as a report and its log entry, without references. */
const TABLES = `
  create table if not exists bench_report (like report including defaults including indexes);
  create table if not exists bench_audit (like audit including defaults including indexes);
  create table if not exists bench_attachment (like attachment including defaults including indexes);
  truncate bench_report, bench_audit, bench_attachment`

const REPORT = `insert into bench_report (region_id, cadence_id, period_id, item_id, report_id, unit_id, figure_period_id, state, revision,
  figure, claim, paragraph, request_key, submitted_at, submitted_by, changed_at, changed_by)
  values ($1, $2, $3, $4, $5, $5, $3, 'submitted', 1, $6, $7, $8, $9, $10, $11, $10, $11)`
const AUDIT = `insert into bench_audit (region_id, audit_id, at, actor_id, action, object_kind, object_id, body)
  values ($1, $2, $3, $4, 'report.submit', 'report', $5, $6)`

const FILE = `insert into bench_attachment (region_id, attachment_id, owner_kind, owner_id, sha256, file_name, media_type, size_bytes, added_at, added_by)
  values ($1, $2, 'report', $3, $4, $5, 'image/jpeg', $6, $7, $8)`

/** A file kept by the product's own store of files, and one insert: the least that attaching can be. */
function baselineFiles(app, { database: { pool }, files, serverNow }) {
  app.post('/api/bench/files', async (request) => {
    const context = request.get('useCaseContext')
    if (!context) return request.json({ code: 'auth.signInFirst' }, 401)
    const form = await request.req.formData()
    const file = form.get('file')
    const { sha256, size } = await files.put(new Uint8Array(await file.arrayBuffer()))
    const values = [context.regionId, randomUUID(), form.get('itemId'), sha256, file.name, size]
    await pool.query(FILE, [...values, serverNow(), context.actor.accountId])
    return request.json({ sha256, size }, 200, { 'cache-control': 'no-store' })
  })
}

/** One transaction and two inserts behind the same HTTP stack and session check: the least that a submission can be. */
function baseline(app, { database: { pool }, serverNow }) {
  app.post('/api/bench/submit', async (request) => {
    const context = request.get('useCaseContext')
    if (!context) return request.json({ code: 'auth.signInFirst' }, 401)
    const { reports } = await request.req.json()
    const [{ cadenceId, periodId, itemId, said }] = reports
    const [reportId, now, who] = [randomUUID(), serverNow(), context.actor.accountId]
    const key = request.req.header('idempotency-key')
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(REPORT, [
        ...[
          context.regionId,
          cadenceId,
          periodId,
          itemId,
          reportId,
          said.figure,
          said.claim,
          said.paragraph,
          key,
          now,
          who,
        ],
      ])
      await client.query(AUDIT, [context.regionId, randomUUID(), now, who, reportId, JSON.stringify(reports[0])])
      await client.query('commit')
    } catch (problem) {
      await client.query('rollback')
      throw problem
    } finally {
      client.release()
    }
    const done = { state: 'submitted', revision: 1, late: false }
    return request.json({ outcomes: [{ cadenceId, periodId, itemId, done, problem: null }] }, 200, {
      'cache-control': 'no-store',
    })
  })
}

const settings = readSettings(process.env)
if (!settings.ok) throw new Error(JSON.stringify(settings.refusal))
const server = await startServer(settings.value, {
  prepare: async (house) => void (await house.database.pool.query(TABLES)),
  furtherRoutes: (app, house) => {
    baseline(app, house)
    baselineFiles(app, house)
  },
})
process.stdout.write(`${server.url}\n`)
process.once('SIGTERM', () => void server.stop())
