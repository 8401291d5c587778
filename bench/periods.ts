import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addCadence, closePeriod, openPeriod, sealPeriod } from '#app/reporting'
import { type House, openHouse, readSettings } from '#main/server'
import type { Result } from '#core/kit'
import { median, type Report, rounded } from './kit/figures.ts'
import { environmentOf } from './kit/folder.ts'
import { insertPlan, type MadePlan } from './made-plan.ts'

const SIZES = [150, 300, 600, 1200] as const
const MEASURED = 600
const UNITS = 60
const RUNS = 3
const MOST_MS = { open: 2000, seal: 3000 }
/** What an item may cost with the most items, against the fewest: 1 is linear. */
const MOST_GROWTH = 1.5

interface Taken {
  readonly open: number
  readonly seal: number
}

/** Opening a period, and closing and sealing it, as the coordinator's presses do it: 60 units, a report accepted for every line. */
export async function measurePeriods(folder: string, report: Report): Promise<void> {
  const settings = readSettings(environmentOf(folder))
  if (!settings.ok) throw new Error(settings.refusal.code)
  const house = await openHouse(settings.value)
  const taken = new Map<number, Taken>()
  try {
    for (const items of SIZES) taken.set(items, await inRegionOf(house, items))
  } finally {
    await house.close()
  }
  for (const act of ['open', 'seal'] as const) {
    const ms = (items: number): number => taken.get(items)?.[act] ?? Number.NaN
    const name = act === 'open' ? 'opening' : 'closing and sealing'
    report({
      part: 'periods',
      name,
      text: `${name} of ${MEASURED} items in ${UNITS} units: ${ms(MEASURED).toFixed(0)} ms (at most ${MOST_MS[act]})`,
      ratio: rounded(ms(MEASURED), 0),
      atMost: MOST_MS[act],
      figures: Object.fromEntries(SIZES.map((items) => [`ms${items}`, rounded(ms(items), 1)])),
    })
    const [least, most] = [SIZES[0], SIZES.at(-1) ?? SIZES[0]]
    const growth = ms(most) / most / (ms(least) / least)
    report({
      part: 'periods',
      name: `growth of ${name}`,
      text: `${name} by items: ${SIZES.map((items) => `${items} in ${ms(items).toFixed(0)} ms`).join(', ')}; per item × ${growth.toFixed(2)}`,
      ratio: rounded(growth),
      atMost: MOST_GROWTH,
      figures: { growth: rounded(growth) },
    })
  }
}

/** A region of its own with so many items; three dekads one after the other, so that the later ones know the figures before. */
async function inRegionOf(house: House, items: number): Promise<Taken> {
  const plan = await insertPlan(house.database.owner, { regionId: `bench-${items}`, items, units: UNITS })
  const at = (now: string) =>
    house.contextFor(
      { regionId: plan.regionId, timeZone: 'Asia/Shanghai', clockAt: now },
      { accountId: plan.accountId, regionId: plan.regionId, roles: [{ role: 'coordinator' }] },
    )
  const rule = {
    periodKind: 'dekad',
    months: [],
    anchor: null,
    dueWorkdays: 1,
    dueHour: 18,
    cutOffDay: null,
    goesTo: '',
  } as const
  const rhythm = {
    planId: plan.planId,
    name: '旬调度',
    campaignNo: null,
    list: null,
    acts: [{ act: 'dispatch', rule }],
  } as const
  const { cadenceId } = done(await addCadence(at('2026-01-02T01:00:00Z'), rhythm))
  const runs: Taken[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    const period = { cadenceId, periodId: `2026-D0${run + 1}` }
    const opened = await timed(async () => done(await openPeriod(at('2026-01-05T01:00:00Z'), period)))
    await acceptAll(house, plan, period)
    const sealed = await timed(async () => {
      done(await closePeriod(at('2026-03-05T01:00:00Z'), period))
      done(await sealPeriod(at('2026-03-05T02:00:00Z'), period))
    })
    if (run > 0) runs.push({ open: opened, seal: sealed })
  }
  return { open: median(runs.map(({ open }) => open)), seal: median(runs.map(({ seal }) => seal)) }
}

/** An accepted report for every line of the period, as people would have left it. */
async function acceptAll(
  house: House,
  { regionId, accountId }: MadePlan,
  { cadenceId, periodId }: { cadenceId: string; periodId: string },
): Promise<void> {
  const [at, by] = ['2026-01-05T02:00:00Z', accountId]
  await sql`
    insert into report (region_id, cadence_id, period_id, item_id, report_id, unit_id, figure_period_id, state, revision, figure,
      claim, paragraph, submitted_at, submitted_by, signed_at, signed_by, decided_at, decided_by, changed_at, changed_by, request_key)
    select region_id, cadence_id, period_id, item_id, gen_random_uuid(), unit_id, figure_period_id, 'accepted', 3, 7, 'onPace', '按计划推进。',
      ${at}, ${by}, ${at}, ${by}, ${at}, ${by}, ${at}, ${by}, ${randomUUID()}
    from sheet_line where region_id = ${regionId} and cadence_id = ${cadenceId}::uuid and period_id = ${periodId}`.execute(
    house.database.owner,
  )
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.detail ?? {})}`)
  return result.value
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
