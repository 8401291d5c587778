import { addCadence } from '#app/reporting'
import type { Act, ActRule } from '#core/reporting'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'

/** The rhythm of the plan as its text has it: 旬调度、旬简报、月通报、月报、季讲评. */
const acts: readonly { readonly act: Act; readonly rule: ActRule }[] = [
  { act: 'dispatch', rule: rule({ periodKind: 'dekad', dueWorkdays: 1, dueHour: 17, goesTo: '专班办公室' }) },
  { act: 'briefing', rule: rule({ periodKind: 'dekad', dueWorkdays: 4, goesTo: '区委、区政府领导' }) },
  { act: 'circular', rule: rule({ periodKind: 'month', dueWorkdays: 5, goesTo: '各镇街、区直各单位' }) },
  {
    act: 'monthlyReport',
    rule: rule({ periodKind: 'month', dueWorkdays: -1, cutOffDay: 25, goesTo: '市攻坚行动办公室' }),
  },
  { act: 'review', rule: rule({ periodKind: 'quarter', dueWorkdays: 10, goesTo: '区委常委会' }) },
]

function rule(said: Pick<ActRule, 'periodKind' | 'dueWorkdays' | 'goesTo'> & Partial<ActRule>): ActRule {
  return { months: [], anchor: null, dueHour: 18, cutOffDay: null, ...said }
}

/** Sets up the rhythm of the whole plan; answers its cadence. */
export async function tellCadence(stage: Stage, cast: Cast, planId: string): Promise<string> {
  const coordinator = stage(cast.coordinator, momentOf('2026-01-21'))
  const cadence = { planId, name: '旬调度', campaignNo: null, list: null, acts }
  return told(await addCadence(coordinator, cadence), 'cadence').cadenceId
}
