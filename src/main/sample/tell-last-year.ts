import { readSourceFile } from '#adapters/files'
import {
  carryOver,
  closeFinalAccount,
  compareYears,
  correctFinalAccount,
  decideAccountCorrection,
  decideLink,
  explainLine,
  importPlan,
  publishPlan,
  readCarryOver,
  readDraft,
  readFinalAccount,
  saveEntries,
} from '#app/plan'
import {
  acceptReports,
  addCadence,
  closePeriod,
  endCadence,
  openPeriod,
  readPeriod,
  sealPeriod,
  type SheetEntry,
  signReports,
  submitReports,
} from '#app/reporting'
import { dec, groupBy, invariant, periodById } from '#core/kit'
import type { PlanItem } from '#core/plan'
import type { Cast } from './cast.ts'
import { inTurn } from './in-turn.ts'
import { momentOf, type Stage, told } from './sample-region.ts'
import { readDistrictFile } from './story.ts'
import { outcomes } from './tell-dekad.ts'
import { touristsOf2025 } from './tell-schedules.ts'

/** What each indicator of last year came to, month by month: amounts of a running total, or the state at the month's end. */
const months: Readonly<Record<string, readonly string[]>> = {
  游客: touristsOf2025,
  旅游总收入: ['2.8', '4.7', '1.8', '2.5', '4.6', '2', '3', '3.5', '1.4', '4.4', '1.2', '1.7'],
  限额以上商贸单位: ['0', '1', '2', '1', '2', '3', '1', '2', '3', '2', '2', '3'],
  农产品网络零售额: ['0.4', '0.2', '0.2', '0.3', '0.3', '0.3', '0.3', '0.3', '0.3', '0.3', '0.5', '0.3'],
  亿元以上产业项目: ['1', '1', '2', '2', '1', '3', '2', '1', '2', '2', '2', '2'],
  省级专精特新中小企业: ['28', '28', '28', '28', '28', '31', '31', '31', '31', '31', '36', '36'],
  污水管网: ['0', '1', '2', '2', '3', '3', '2', '3', '3', '3', '2', '1'],
  城乡公益性岗位: ['120', '60', '80', '60', '60', '70', '60', '70', '60', '60', '60', '60'],
}

/** Why lines were missed, by a word of their titles. */
const reasons: readonly (readonly [string, string])[] = [
  ['游客', '暑期连续强降雨，景区闭园九天。'],
  ['污水管网', '两个标段让位于轨道施工，结转下年。'],
  ['文旅市场', '接待游客未达目标，原因见该项。'],
  ['排水设施', '污水管网未达目标，原因见该项。'],
  ['物流设施', '物流园用地手续延后，主体已封顶，结转下年。'],
]

/** Indicators of this year that the office has found to be the same matter; the other likely pairs wait for a person. */
const SAME: readonly string[] = [
  '游客',
  '旅游总收入',
  '限额以上商贸单位',
  '亿元以上产业项目签约',
  '省级专精特新中小企业',
]

const CLOSING = '2026-01-12'

/** Tells the plan of last year: published, dispatched by the month, sealed, closed with its account and linked with this year's. */
export async function tellLastYear(stage: Stage, cast: Cast): Promise<void> {
  const planId = await publishLastYear(stage, cast)
  const rule = { periodKind: 'month', months: [], anchor: null, dueWorkdays: 3, dueHour: 18, cutOffDay: null } as const
  const rhythm = { planId, name: '月调度', campaignNo: null, list: null, startsOn: '2025-01-16' }
  const acts = [{ act: 'dispatch', rule: { ...rule, goesTo: '综合协调组' } }] as const
  const january = stage(cast.coordinator, momentOf('2025-01-16'))
  const { cadenceId } = told(await addCadence(january, { ...rhythm, acts }), 'the rhythm of last year')
  for (let month = 1; month <= 12; month += 1)
    await tellMonth(stage, cast, { cadenceId, periodId: `2025-M${String(month).padStart(2, '0')}` })
  told(await endCadence(stage(cast.coordinator, momentOf(CLOSING)), { cadenceId }), 'end the rhythm of last year')
  await closeAccounts(stage, cast, planId)
  await linkWithThisYear(stage, cast)
}

async function publishLastYear(stage: Stage, cast: Cast): Promise<string> {
  const context = stage(cast.coordinator, momentOf('2025-01-15'))
  const file = { bytes: await readDistrictFile('plan-2025.txt'), fileName: '青澜区2025年实施“三大行动”工作方案.txt' }
  const { draftId } = told(await importPlan(context, file, readSourceFile), 'import last year’s plan')
  const { entries } = told(await readDraft(context, { draftId }), 'read last year’s draft')
  const edits = entries.flatMap(({ entry, revision }) =>
    entry.kind === 'item' ? [{ revision, entry: { ...entry, body: settled(entry.body) } }] : [],
  )
  told(await saveEntries(context, { draftId, edits }), 'settle last year’s draft')
  return told(await publishPlan(context, { draftId }), 'publish last year’s plan').planId
}

/** Everything asked of the units by the month: running totals, and of the firms their number with that of the year before as base. */
function settled(item: PlanItem): PlanItem {
  if (item.kind !== 'indicator') return { ...item, frequency: 'month' }
  const isState = item.target.measure === 'stock'
  const kind = item.title.startsWith('新签约') ? 'increment' : item.target.kind
  const target = { ...item.target, kind, due: '2025-12-31', baseline: isState ? '28' : null }
  const accumulation = isState ? 'snapshot' : 'yearToDate'
  return { ...item, target, accumulation, origin: 'own', frequency: 'month', measureConfirmed: true }
}

interface Month {
  readonly cadenceId: string
  readonly periodId: string
}

/** A month: asked on its first days, answered by every unit on its last, accepted, closed and sealed. */
async function tellMonth(stage: Stage, cast: Cast, key: Month): Promise<void> {
  const { first, last } = periodById(key.periodId)
  const opening = stage(cast.coordinator, momentOf(first < '2025-01-16' ? '2025-01-16' : first))
  const { dueAt } = told(await openPeriod(opening, key), `open ${key.periodId}`)
  const { lines } = told(await readPeriod(opening, key), `read ${key.periodId}`)
  const byUnit = groupBy(
    lines.map(({ entry }) => entry),
    ({ unitId }) => unitId,
  )
  await inTurn([...byUnit], 6, async ([unitId, entries]) => {
    const [reporter, signer] = [cast.reporters.get(unitId), cast.signers.get(unitId)]
    invariant(reporter && signer, `${entries[0]?.unitName ?? ''} has no people`)
    const inputs = entries.map((entry) => ({ ...keyOf(entry), revision: 0, requestKey: null, body: answerOf(entry) }))
    const sent = outcomes(await submitReports(stage(reporter, momentOf(last, '15:00')), inputs), 'submit')
    const signed = outcomes(await signReports(stage(signer, momentOf(last, '16:00')), sent), 'sign')
    outcomes(await acceptReports(stage(cast.coordinator, momentOf(last, '17:00')), signed), 'accept')
  })
  const settling = stage(cast.coordinator, new Date(Date.parse(dueAt) + 3_600_000).toISOString())
  told(await closePeriod(settling, key), `close ${key.periodId}`)
  told(await sealPeriod(settling, key), `seal ${key.periodId}`)
}

const keyOf = ({ cadenceId, periodId, itemId }: SheetEntry) => ({ cadenceId, periodId, itemId })

/** The figure of the month; of tasks the market opens in its month, and the logistics park is not finished in the year. */
function answerOf({ item, periodId, last }: SheetEntry) {
  const said = { figure: null, noChange: false, claim: 'onPace', paragraph: '', blockage: null, nodesDone: [] } as const
  const month = Number(periodId.slice(6))
  if (item.kind === 'indicator') {
    const own = Object.entries(months).find(([title]) => item.title.includes(title))?.[1]
    invariant(own, `no figures of last year for ${item.title}`)
    const states = item.accumulation === 'snapshot'
    const amounts = states ? own.slice(month - 1, month) : own.slice(0, month)
    const figure = amounts.reduce((sum, amount) => sum.plus(amount), dec('0')).toFixed()
    return last?.value === figure ? { ...said, noChange: true } : { ...said, figure }
  }
  const due = item.timeNodes.filter((node) => node.due.slice(0, 7) === `2025-${periodId.slice(6)}`)
  if (due.length === 0 || item.title.includes('物流设施')) return { ...said, noChange: last !== null }
  return { ...said, paragraph: '已按期完成。', nodesDone: due.map(({ label }) => label) }
}

/** Every miss says why; all campaigns are closed; a figure that was counted too low is corrected by two persons. */
async function closeAccounts(stage: Stage, cast: Cast, planId: string): Promise<void> {
  const context = stage(cast.coordinator, momentOf(CLOSING, '15:00'))
  const { parts } = told(await readFinalAccount(context, { planId }), 'read the final account')
  for (const { itemId, title, met, reasonRevision } of parts.flatMap(({ lines }) => lines)) {
    const reason = reasons.find(([word]) => title.includes(word))?.[1]
    if (met === true || reason === undefined) continue
    told(await explainLine(context, { planId, itemId, reason, revision: reasonRevision }), `explain ${title}`)
  }
  for (const { campaignNo } of parts)
    told(await closeFinalAccount(context, { planId, campaignNo }), `close campaign ${campaignNo}`)
  const jobs = parts.flatMap(({ lines }) => lines).find(({ title }) => title.includes('城乡公益性岗位'))
  invariant(jobs, 'no jobs in the final account')
  const correction = { planId, itemId: jobs.itemId, newValue: '826', reason: '两个街道12月底新增的6个岗位漏报。' }
  const later = momentOf('2026-01-16')
  const made = told(await correctFinalAccount(stage(cast.coordinator, later), correction), 'correct the account')
  const decision = { correctionId: made.correctionId, approve: true }
  told(await decideAccountCorrection(stage(cast.secondCoordinator, later), decision), 'approve the correction')
}

async function linkWithThisYear(stage: Stage, cast: Cast): Promise<void> {
  const context = stage(cast.coordinator, momentOf('2026-01-21', '11:00'))
  const { suggested } = told(await compareYears(context), 'compare the years')
  for (const { earlier, later } of suggested) {
    if (!SAME.includes(later.title)) continue
    const ids = { earlierItemId: earlier.itemId, laterItemId: later.itemId, confirm: true }
    told(await decideLink(context, ids), `link ${later.title}`)
  }
}

/** A plan of this year that is still being drafted: the office has begun to take over what last year left. */
export async function tellDraft(stage: Stage, cast: Cast, today: string): Promise<void> {
  const context = stage(cast.coordinator, momentOf(today, '08:30'))
  const bytes = await readDistrictFile('draft-services.txt')
  const file = { bytes, fileName: '青澜区2026年服务业提质实施方案（征求意见稿）.txt' }
  const { draftId } = told(await importPlan(context, file, readSourceFile), 'import the draft')
  const { links } = told(await readCarryOver(context, { draftId }), 'what last year left')
  const jobs = links.filter(({ later }) => later.title.includes('城乡公益性岗位'))
  const taken = jobs.map(({ earlier, later }) => ({ earlierItemId: earlier.itemId, laterItemId: later.itemId }))
  told(await carryOver(context, { draftId, links: taken, taskIds: [] }), 'carry over')
}
