import { sql } from 'kysely'
import { verifyRegion } from '#app/reporting'
import { refusalWords } from '#adapters/http/contract/words'
import { sha256Text } from '#adapters/secrets'
import { withRegionRecords } from '#adapters/store'
import type { House } from '#main/server'
import type { Acknowledged } from './dekad.ts'
import type { Receiver } from './receiver.ts'

interface StoredLine {
  readonly itemId: string
  readonly state: string | null
  readonly figure: string | null
  readonly key: string | null
  readonly submits: number
  readonly signs: number
  readonly accepts: number
}

/** What is wrong with a period after the attack; empty where all that was acknowledged is there once, and the period is wholly sealed. */
export async function faultsOf(house: House, said: Acknowledged): Promise<readonly string[]> {
  const lines = await storedLines(house, said)
  return [
    ...(lines.length === 0 ? ['nothing was asked'] : []),
    ...lines.flatMap((line) => lineFaults(line, said)),
    ...(await periodFaults(house, said)),
    ...(await proofFaults(house, said.district.regionId)),
  ].map((fault) => `${said.district.regionId} ${said.periodId}: ${fault}`)
}

async function storedLines({ database }: House, { district, periodId }: Acknowledged): Promise<readonly StoredLine[]> {
  const logged = (action: string) => sql`(select count(*)::int from audit a where a.region_id = r.region_id
    and a.object_kind = 'report' and a.object_id = r.report_id::text and a.action = ${action})`
  const found = await sql<StoredLine>`
    select l.item_id as "itemId", r.state, r.figure::text as figure, r.request_key as key,
      ${logged('report.submit')} as submits, ${logged('report.sign')} as signs, ${logged('report.accept')} as accepts
    from sheet_line l left join report r on r.region_id = l.region_id and r.cadence_id = l.cadence_id
      and r.period_id = l.period_id and r.item_id = l.item_id
    where l.region_id = ${district.regionId} and l.period_id = ${periodId}`.execute(database.owner)
  return found.rows
}

function lineFaults(line: StoredLine, { submitted }: Acknowledged): readonly string[] {
  const heard = submitted.get(line.itemId) ?? []
  const keys = new Set(heard.map(({ key }) => key))
  const kept = heard.find(({ key }) => key === line.key)
  const times = [line.submits, line.signs, line.accepts]
  return [
    ...(keys.size === 1 ? [] : [`${keys.size} requests were acknowledged for one line`]),
    ...(kept ? [] : ['what was acknowledged is not what is stored']),
    ...(kept && kept.figure !== null && Number(line.figure) !== Number(kept.figure)
      ? [`${line.figure} is stored, ${kept.figure} was acknowledged`]
      : []),
    ...(line.state === 'accepted' ? [] : [`a report is ${line.state ?? 'missing'}`]),
    ...(times.every((count) => count === 1) ? [] : [`the log holds a report's acts ${times.join(', ')} times`]),
  ]
}

async function periodFaults({ database }: House, said: Acknowledged): Promise<readonly string[]> {
  const { regionId: id, cadenceId } = said.district
  const place = `${cadenceId}/${said.periodId}`
  const logged = (action: string) => sql`(select count(*)::int from audit a where a.region_id = ${id}
    and a.action = ${action} and (a.object_id = ${place} or a.body::jsonb ->> 'periodId' = ${said.periodId}))`
  const { rows } = await sql<{ state: string; hashes: string[]; opened: number; closed: number; sealed: number }>`
    select p.state, array(select s.hash from seal s where s.region_id = p.region_id and s.cadence_id = p.cadence_id
        and s.period_id = p.period_id) as hashes,
      ${logged('period.open')} as opened, ${logged('period.close')} as closed, ${logged('period.seal')} as sealed
    from period p where p.region_id = ${id} and p.period_id = ${said.periodId}`.execute(database.owner)
  const [row] = rows
  if (!row || rows.length > 1) return [`${rows.length} periods`]
  const times = [row.opened, row.closed, row.sealed]
  return [
    ...(row.state === 'sealed' && row.hashes.length === 1 ? [] : [`${row.state} with ${row.hashes.length} seals`]),
    ...([...said.seals].every((hash) => row.hashes.includes(hash)) ? [] : ['another seal was acknowledged']),
    ...(said.closed <= 1 ? [] : ['both closers were told that they closed it']),
    ...(times.every((count) => count === 1) ? [] : [`opened, closed, sealed ${times.join(', ')} times by the log`]),
  ]
}

async function proofFaults({ database, files }: House, regionId: string): Promise<readonly string[]> {
  const options = { regionId, sha256: sha256Text, checkFile: (sha256: string) => files.check(sha256) }
  const proof = await withRegionRecords(database, options, (records) => verifyRegion(records, { sha256: sha256Text }))
  return proof.findings.map((finding) => `verify: ${refusalWords(finding, 'en')}`)
}

/** How the outbox stands against what came to the receiver. */
export interface Delivered {
  readonly written: number
  readonly waiting: number
  /** Marked as sent, and never came; or came, and nobody had written it. */
  readonly lost: number
  readonly repeated: number
}

/** Counts the outbox of all regions. */
export async function delivered({ database }: House, { came }: Receiver): Promise<Delivered> {
  const rows = await database.owner.selectFrom('notice_delivery').select(['delivery_id', 'state']).execute()
  const known = new Set(rows.map((row) => row.delivery_id))
  return {
    written: rows.length,
    waiting: rows.filter(({ state }) => state !== 'sent').length,
    lost:
      rows.filter((row) => row.state === 'sent' && !came.has(row.delivery_id)).length +
      [...came.keys()].filter((key) => !known.has(key)).length,
    repeated: [...came.values()].reduce((sum, times) => sum + times - 1, 0),
  }
}
