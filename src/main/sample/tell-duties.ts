import { listAccounts, disableAccount } from '#app/organisation'
import { addMeasure, type ItemRow, receivePlan } from '#app/plan'
import {
  actOnBlockage,
  answerByLink,
  arbitrateDispute,
  chooseReporting,
  disputeDuty,
  giveVoices,
  inviteRespondent,
  readDutyDesk,
  readPeriod,
  type SheetEntry,
} from '#app/reporting'
import { addDays } from '#core/kit'
import type { Cast } from './cast.ts'
import { momentOf, type SamplePerson, type Stage, told } from './sample-region.ts'

/** Units that have not signed for the plan yet: the coordinator sees them. */
const UNSIGNED: readonly string[] = ['区税务局', '青澜农商银行', '区残联']

/** Bodies that answer by link: the first of them that still has something to answer. */
const OUTSIDE: readonly string[] = ['区人民法院', '青澜农商银行', '区税务局', '国网青澜供电公司']

/** Units sign for the plan after it was issued, and two of them write down how they mean to do it. */
export async function tellReceipts(
  stage: Stage,
  cast: Cast,
  { planId, version }: { readonly planId: string; readonly version: number },
  items: readonly ItemRow[],
): Promise<void> {
  for (const [unitId, signer] of cast.signers) {
    if (UNSIGNED.some((name) => cast.unitIds.get(name) === unitId)) continue
    // Units that are named as members only have nothing to sign for.
    await receivePlan(stage(signer, momentOf('2026-01-22', '16:00')), { planId, version, unitId })
  }
  for (const unit of ['区住建局', '区文旅体局']) {
    const unitId = cast.unitIds.get(unit) ?? ''
    const reporter = cast.reporters.get(unitId)
    const own = items.filter((row) => row.reportingUnitId === unitId).slice(0, 2)
    for (const [index, { item }] of own.entries()) {
      if (!reporter) continue
      const said = { title: measures[index] ?? '', responsible: '分管副局长', dueOn: '2026-06-30', doneOn: null }
      const at = momentOf('2026-02-02', '10:00')
      told(await addMeasure(stage(reporter, at), { ...said, itemId: item.itemId, unitId }), `measure of ${unit}`)
    }
  }
}

const measures = ['倒排工期，逐月核对，月末报分管领导。', '与镇街各明确一名联络员，半月会商一次。']

/** Blockages that reports have brought: answered by their level and settled, but for the last two. */
export async function tellBlockages(stage: Stage, cast: Cast, today: string): Promise<void> {
  const offices = [...cast.staff.values(), cast.coordinator]
  for (const office of offices) {
    const { toAnswer } = told(await readDutyDesk(stage(office, momentOf(today))), 'blockages')
    for (const { blockageId, revision, raisedAt, unitId } of toAnswer) {
      const raisedOn = raisedAt.slice(0, 10)
      if (raisedOn > '2026-07-01') continue
      const note = '已召开协调会，明确由产权单位在五个工作日内确认。'
      const answered = { blockageId, revision, action: 'answer', note } as const
      told(await actOnBlockage(stage(office, momentOf(addDays(raisedOn, 2))), answered), 'answer a blockage')
      const reporter = cast.reporters.get(unitId)
      if (!reporter || raisedOn > '2026-06-15') continue
      const settled = { blockageId, revision: revision + 1, action: 'resolve', note: '问题已解决，恢复施工。' } as const
      told(await actOnBlockage(stage(reporter, momentOf(addDays(raisedOn, 9))), settled), 'settle a blockage')
    }
  }
}

/** What the open dekad shows beside its reports. */
export async function tellDuties(
  stage: Stage,
  cast: Cast,
  open: { readonly cadenceId: string; readonly periodId: string; readonly today: string },
  items: readonly ItemRow[],
): Promise<void> {
  const now = momentOf(open.today, '09:30')
  await tellChoice(stage, cast, items, now)
  await tellVoices(stage, cast, now)
  const { lines } = told(await readPeriod(stage(cast.coordinator, now), open), 'the open dekad')
  const unsent = lines.map(({ entry }) => entry).filter(({ report }) => report === null)
  await tellDisputes(stage, cast, unsent, now)
  await tellRespondent(stage, cast, unsent, now)
}

/** Of several leads the office chooses who reports: whoever keeps the books. */
const CHOICE = {
  title: '残疾人“两项补贴”',
  unit: '区民政局',
  reason: '补贴发放台账由该单位掌握，由其统一填报。',
} as const

async function tellChoice(stage: Stage, cast: Cast, items: readonly ItemRow[], now: string): Promise<void> {
  const found = items.find(({ item }) => item.title === CHOICE.title)
  const [staff, unitId] = [cast.staff.get(found?.item.campaignNo ?? 0), cast.unitIds.get(CHOICE.unit)]
  if (!found || !staff || unitId === undefined || found.reportingUnitId === unitId) return
  const choice = { itemId: found.item.itemId, unitId, reason: CHOICE.reason }
  told(await chooseReporting(stage(staff, now), choice), 'choose who reports')
}

/** One supporting unit confirms, another objects; of two further leads likewise. The others are still heard. */
async function tellVoices(stage: Stage, cast: Cast, now: string): Promise<void> {
  const tried = ['区住建局', '区文旅体局'].map((name) => cast.unitIds.get(name))
  const untried = (people: ReadonlyMap<string, SamplePerson>) =>
    [...people].flatMap(([unitId, person]) => (tried.includes(unitId) ? [] : [person]))
  await speak(stage, untried(cast.reporters), now, 'support')
  await speak(stage, untried(cast.signers), now, 'countersign')
}

const ANSWERS = [
  { answer: 'agrees', note: '' },
  { answer: 'objects', note: '其中一项由本单位实施，口径待核对。' },
] as const

async function speak(
  stage: Stage,
  people: readonly SamplePerson[],
  now: string,
  kind: 'support' | 'countersign',
): Promise<void> {
  let given = 0
  for (const person of people) {
    const said = ANSWERS[given]
    if (!said) return
    const { toHear } = told(await readDutyDesk(stage(person, now)), 'to hear')
    const asked = toHear.find(({ own }) => own.kind === kind)
    if (!asked) continue
    const { cadenceId, periodId, itemId, report } = asked.entry
    const voice = { cadenceId, periodId, itemId, revision: report?.revision ?? 0, unitId: asked.own.unitId, ...said }
    told(await giveVoices(stage(person, now), [voice]), 'a word on a report')
    given += 1
  }
}

/** One "not ours" waits for its office; one was decided: the unit keeps the item. */
async function tellDisputes(stage: Stage, cast: Cast, unsent: readonly SheetEntry[], now: string): Promise<void> {
  const able = unsent.filter(
    ({ unitName, item, officeUnitId, unitId }) =>
      !['区住建局', '区文旅体局', ...OUTSIDE].includes(unitName) && officeUnitId !== unitId && item.campaignNo !== null,
  )
  for (const [index, { itemId, unitId, item }] of able.slice(0, 2).entries()) {
    const [reporter, staff] = [cast.reporters.get(unitId), cast.staff.get(item.campaignNo ?? 0)]
    if (!reporter || !staff) continue
    const said = { itemId, unitId, proposedUnitId: null, reason: '机构改革后，此项职责已划出本单位。' }
    const { disputeId } = told(await disputeDuty(stage(reporter, now), said), 'not ours')
    if (index === 0) continue
    const decision = { disputeId, revision: 1, toUnitId: null, reason: '三定方案未调整，仍由该单位负责。' }
    told(await arbitrateDispute(stage(staff, now), decision), 'arbitrate')
  }
}

/** A court or a bank has no account any more: it answers by link, one line so far. */
async function tellRespondent(stage: Stage, cast: Cast, unsent: readonly SheetEntry[], now: string): Promise<void> {
  const name = OUTSIDE.find((one) => unsent.some(({ unitName }) => unitName === one))
  const line = unsent.find(({ unitName }) => unitName === name)
  if (!line) return
  await closeAccounts(stage, cast, line.unitId, now)
  const { cadenceId, periodId, unitId, itemId, item, last } = line
  const link = { cadenceId, periodId, unitId, respondent: '办公室联络员', expiresOn: addDays(now.slice(0, 10), 5) }
  const { token } = told(await inviteRespondent(stage(cast.coordinator, now), link), `link for ${line.unitName}`)
  const figure = item.kind === 'indicator' ? (last?.value ?? '0') : null
  const words = { claim: 'onPace', paragraph: '按计划推进。', blockage: null, nodesDone: [] } as const
  const body = { figure, noChange: false, ...words }
  const reports = [{ cadenceId, periodId, itemId, revision: 0, body }]
  const nobody = { accountId: '', login: '', displayName: '', roles: [{ role: 'publicReader' }] } as const
  told(await answerByLink(stage(nobody, now), { token, requestKey: null, reports }), 'answer by link')
}

async function closeAccounts(stage: Stage, cast: Cast, unitId: string, now: string): Promise<void> {
  const administrator = stage(cast.administrator, now)
  const people: readonly SamplePerson[] = told(await listAccounts(administrator), 'accounts')
  for (const { accountId, roles } of people) {
    if (!roles.some((grant) => grant.unitId === unitId && grant.role !== 'taskForceStaff')) continue
    told(await disableAccount(administrator, { accountId, serverNow: now }), 'close an account')
  }
}
