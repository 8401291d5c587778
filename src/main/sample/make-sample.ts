import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { settleTables } from '#adapters/store'
import { moveClock } from '#app/organisation'
import type { ItemRow } from '#app/plan'
import { listPeriods, verifyFigure } from '#app/reporting'
import { invariant, nextPeriod, parsePeriod, type Period } from '#core/kit'
import type { IndicatorItem } from '#core/plan'
import { type House, sampleAccountsFile } from '#main/server'
import type { Telling } from './answers.ts'
import { type Cast, givePasswords } from './cast.ts'
import { momentOf, type Stage, stageOn, told } from './sample-region.ts'
import { settleDistrict } from './settle-district.ts'
import { readStory, type Story } from './story.ts'
import { tellActs, tellCadence } from './tell-cadences.ts'
import { tellCorrections } from './tell-corrections.ts'
import { tellDekad } from './tell-dekad.ts'
import { tellBlockages, tellDuties, tellReceipts } from './tell-duties.ts'
import { tellDraft, tellLastYear } from './tell-last-year.ts'
import { meetsAfter, tellMeeting } from './tell-meetings.ts'
import { tellNotices, tellNoticesOfDekad, tellReading, tellRules } from './tell-notices.ts'
import { tellOrders } from './tell-orders.ts'
import { tellPosts, tellSuccessions } from './tell-organisation.ts'
import { tellBriefing, tellPublication } from './tell-papers.ts'
import { tellProblems } from './tell-problems.ts'
import { tellReleases } from './tell-releases.ts'
import { tellLists } from './tell-lists.ts'
import { tellMovedSchedules, tellSchedules } from './tell-schedules.ts'
import { tellRecognitions, tellTargets } from './tell-targets.ts'
import { tellScheme, tellScores } from './tell-scores.ts'

/** Told of each step, for the terminal. */
export type Progress = (step: string) => void

/**
 * Makes the sample district by the product's own use cases: founds the region, imports and settles the plan, then tells January to
 * July dekad by dekad. The accounts that may be tried are written last: their file says that the sample is whole.
 */
export async function makeSample(house: House, dataFolder: string, progress: Progress): Promise<void> {
  const stage = stageOn(house)
  const story = await readStory()
  progress('方案：读取、核定、印发 plan')
  const { cast, page, items, indicators, telling } = await settleDistrict(
    house,
    stage,
    story,
    momentOf(story.clock.start),
  )
  const { planId } = page.plan
  progress('上年方案 last year’s plan')
  await tellLastYear(stage, cast)
  await tellRules(stage, cast, story.clock.start)
  const cadenceId = await tellCadence(stage, cast, planId)
  await tellReleases(stage, cast, story, indicators)
  await tellTargets(
    stage,
    cast,
    story,
    items.map((row) => row.item),
  )
  const rowIds = new Map<string, string>()
  await tellScheme(stage, cast, planId)
  await tellSchedules(stage, cast, items)
  await tellPosts(
    stage,
    cast,
    items.map((row) => row.item),
  )
  await tellOrders(stage, cast, story)
  await tellReceipts(stage, cast, page.plan, items)
  await tellLists(stage, cast, items)
  await settleTables(house.database)
  for (const period of dekadsOf(story.clock.firstDekad, story.clock.open)) {
    progress(`调度 ${period.id}`)
    const openUntil = period.id === story.clock.open ? story.clock.today : null
    await tellRecognitions(stage, cast, story, { items: indicators, period, rowIds })
    await tellSuccessions(house, stage, cast, period)
    await tellDekad(stage, cast, telling, { cadenceId, periodId: period.id, openUntil })
    await tellVerifications(stage, cast, telling, indicators, period)
    if (openUntil === null) await tellNoticesOfDekad(stage, cast, period)
    if (meetsAfter(period.id))
      await tellMeeting(stage, cast, { planId, periodId: period.id, sealedOn: await lastSealedOn(stage, cast) })
    // Told in a minute, a month outgrows what the planner knew of the tables: without this it walks through all of them.
    if (period.last.slice(8) > '27') await settleTables(house.database)
  }
  await tellAfterwards(stage, cast, { story, cadenceId, planId, items, indicators }, progress)
  const accounts = await givePasswords(stage, tryable(cast))
  await writeFile(join(dataFolder, sampleAccountsFile), JSON.stringify(accounts, null, 1), { mode: 0o600 })
}

interface Told {
  readonly story: Story
  readonly cadenceId: string
  readonly planId: string
  readonly items: readonly ItemRow[]
  readonly indicators: readonly IndicatorItem[]
}

/** What is told once the months are: corrections, problems, orders, papers, scores, and the clock set to the story's day. */
async function tellAfterwards(
  stage: Stage,
  cast: Cast,
  { story, cadenceId, planId, items, indicators }: Told,
  progress: Progress,
): Promise<void> {
  progress('更正、问题、督办、简报、公开 corrections, problems, orders, briefing, public page')
  await tellCorrections(stage, cast, story, { cadenceId, items: indicators })
  await tellMovedSchedules(stage, cast, items)
  const all = items.map((row) => row.item)
  await tellProblems(stage, cast, story, all)
  await tellBlockages(stage, cast, story.clock.today)
  await tellDuties(stage, cast, { cadenceId, periodId: story.clock.open, today: story.clock.today }, items)
  await tellReading(stage, cast, story.clock.today)
  await tellNotices(stage, cast, story.clock.today)
  await tellScores(stage, cast, planId)
  await tellPapers(stage, cast, planId, story)
  await tellActs(stage, cast, planId, story.clock.today)
  await tellDraft(stage, cast, story.clock.today)
  told(
    await moveClock(stage(cast.coordinator, momentOf(story.clock.start)), { to: momentOf(story.clock.today) }),
    'clock',
  )
}

/** The day of the last seal so far. */
async function lastSealedOn(stage: Stage, cast: Cast): Promise<string> {
  const { head } = told(await listPeriods(stage(cast.coordinator, momentOf('2026-07-31'))), 'periods')
  invariant(head, 'nothing is sealed yet')
  return head.sealedAt.slice(0, 10)
}

/** What leaves the office on the day after the last seal. */
async function tellPapers(stage: Stage, cast: Cast, planId: string, story: Telling['story']): Promise<void> {
  const { head } = told(await listPeriods(stage(cast.coordinator, momentOf(story.clock.today))), 'periods')
  if (!head) return
  const on = head.sealedAt.slice(0, 10)
  await tellBriefing(stage, cast, planId, { seq: head.seq, on })
  await tellPublication(stage, cast, planId, on)
}

function dekadsOf(first: string, last: string): readonly Period[] {
  const periods: Period[] = []
  for (let period = parsePeriod(first); period && period.id <= last; period = nextPeriod(period)) periods.push(period)
  return periods
}

/** Completions that somebody outside the unit has checked on the spot or on paper. */
async function tellVerifications(
  stage: Stage,
  cast: Cast,
  { paths }: Telling,
  indicators: readonly IndicatorItem[],
  period: Period,
): Promise<void> {
  for (const item of indicators) {
    const day = paths.get(item.itemId)?.verifiedOn
    if (day === undefined || day < period.first || day > period.last) continue
    const input = { itemId: item.itemId, periodId: null, basis: 'inspector', note: '现场核查，与申报一致。' } as const
    told(await verifyFigure(stage(cast.inspector, momentOf(day, '15:30')), input), `verify ${item.title}`)
  }
}

/** One of each kind, for visitors to try. */
function tryable(cast: Cast): readonly Cast['coordinator'][] {
  const unit = (name: string) => cast.unitIds.get(name) ?? ''
  const [reporter, signer] = [cast.reporters.get(unit('区住建局')), cast.signers.get(unit('区住建局'))]
  const other = cast.reporters.get(unit('区文旅体局'))
  const staff = cast.staff.get(4)
  const { coordinator, secondCoordinator, inspector, leader, administrator, securityOfficer, auditor } = cast
  const people = [
    coordinator,
    leader,
    reporter,
    signer,
    other,
    staff,
    inspector,
    secondCoordinator,
    ...cast.panel.slice(0, 1),
    administrator,
    securityOfficer,
    auditor,
  ]
  return people.filter((person) => person !== undefined)
}
