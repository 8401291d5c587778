import { addCadence, holdAct, readCalendar } from '#app/reporting'
import type { Act, ActRule } from '#core/reporting'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'

type Said = Pick<ActRule, 'periodKind' | 'dueWorkdays' | 'goesTo'> & Partial<ActRule>

const held = (act: Act, said: Said) => ({
  act,
  rule: { months: [], anchor: null, dueHour: 18, cutOffDay: null, ...said },
})

/** The rhythm of the plan as its text has it: 旬调度、旬简报、月通报、月报、季讲评. */
const main = [
  held('dispatch', { periodKind: 'dekad', dueWorkdays: 1, dueHour: 17, goesTo: '专班办公室' }),
  held('briefing', { periodKind: 'dekad', dueWorkdays: 4, goesTo: '区委、区政府领导' }),
  held('circular', { periodKind: 'month', dueWorkdays: 5, goesTo: '各镇街、区直各单位' }),
  held('monthlyReport', { periodKind: 'month', dueWorkdays: -1, cutOffDay: 25, goesTo: '市攻坚行动办公室' }),
  held('review', { periodKind: 'quarter', dueWorkdays: 10, goesTo: '区委常委会' }),
]

/** Twice a year, whatever else is dispatched. */
const campaign = [held('circular', { periodKind: 'month', months: [3, 9], dueWorkdays: 5, goesTo: '区政府常务会议' })]

/** From August on the list of projects has a rhythm of its own, and so have the tasks. */
const MONDAY = '2026-08-03'
const projects = [
  held('dispatch', { periodKind: 'week', dueWorkdays: 1, dueHour: 12, goesTo: '项目专班办公室' }),
  held('reconciliation', { periodKind: 'twoWeek', anchor: MONDAY, dueWorkdays: 2, goesTo: '区财政局、区发改局' }),
  held('circular', { periodKind: 'twoWeek', anchor: MONDAY, dueWorkdays: 3, goesTo: '各项目单位' }),
]
const tasks = [
  held('dispatch', { periodKind: 'month', dueWorkdays: 3, goesTo: '综合协调组' }),
  held('review', { periodKind: 'quarter', dueWorkdays: 10, goesTo: '区政府常务会议' }),
]

/** Why a figure that seems to be asked twice is asked. */
const reason = '两处表述相近，责任单位和口径不同，分别填报。'

/** Sets up the rhythms with which the plan begins; answers the cadence of its dekads. */
export async function tellCadence(stage: Stage, cast: Cast, planId: string): Promise<string> {
  const coordinator = stage(cast.coordinator, momentOf('2026-01-21'))
  const whole = { planId, campaignNo: null, list: null }
  const { cadenceId } = told(await addCadence(coordinator, { ...whole, name: '旬调度', acts: main, reason }), 'dekads')
  told(await addCadence(coordinator, { ...whole, name: '安全生产大督查', acts: campaign }), 'months')
  return cadenceId
}

/** Papers that are not out yet when visitors come. */
const STILL_OWED: readonly string[] = ['circular 2026-M06', 'monthlyReport 2026-M07']

/** What was sent and held besides the briefing that is in the product; and the rhythms that begin in August. */
export async function tellActs(stage: Stage, cast: Cast, planId: string, today: string): Promise<void> {
  const evening = stage(cast.coordinator, momentOf(today, '08:00'))
  const { acts } = told(await readCalendar(evening, { from: '2026-01-21', to: today }), 'read the calendar')
  for (const { cadenceId, act, periodId, state, dueAt } of acts) {
    if (state !== 'overdue' || STILL_OWED.includes(`${act} ${periodId}`)) continue
    const at = stage(cast.coordinator, new Date(Date.parse(dueAt) - 3 * 3_600_000).toISOString())
    const note = '按时印发。'
    told(await holdAct(at, { cadenceId, act, periodId, note }), `hold ${act} ${periodId}`)
  }
  const lists = [
    { name: '项目周调度', list: 'project', startsOn: MONDAY, acts: projects },
    { name: '任务清单月调度', list: 'task', startsOn: '2026-08-01', acts: tasks },
  ] as const
  for (const one of lists) told(await addCadence(evening, { planId, campaignNo: null, reason, ...one }), one.name)
}
