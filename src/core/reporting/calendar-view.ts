import { periodById, periodWords } from '#core/kit'
import type { Words } from '#core/kit'
import type { Act } from './cadence.ts'

/** One moment in a calendar program. `uid` stays the same while the thing itself does, whatever its moment. */
export interface CalendarEvent {
  readonly uid: string
  readonly at: string
  readonly title: string
  readonly detail: string
}

/** A calendar as a program reads it. */
export interface CalendarView {
  readonly name: string
  readonly madeAt: string
  readonly events: readonly CalendarEvent[]
}

/** What an act is called. */
export const actWords: Readonly<Record<Act, Words>> = {
  dispatch: { zh: '调度', en: 'dispatch' },
  reconciliation: { zh: '对账', en: 'reconciliation' },
  circular: { zh: '通报', en: 'circular' },
  review: { zh: '讲评', en: 'review' },
  briefing: { zh: '简报', en: 'briefing' },
  monthlyReport: { zh: '月报', en: 'monthly report' },
}

/** An act of a period as its due moment stands in a calendar program. `lines`: how many answers a unit still owes; null = no sheet of its own. */
export interface DueEvent {
  readonly cadenceId: string
  readonly cadenceName: string
  readonly planTitle: string
  readonly act: Act
  readonly periodId: string
  readonly dueAt: string
  readonly goesTo: string
  readonly lines: number | null
}

/** The event of an act. */
export function dueEvent(due: DueEvent, regionId: string, language: 'zh' | 'en'): CalendarEvent {
  const period = periodWords(periodById(due.periodId))[language]
  const act = actWords[due.act][language]
  const to = { zh: `，报送${due.goesTo}`, en: `, to ${due.goesTo}` }[language]
  const sheet = {
    zh: `${due.cadenceName}填报截止：${period}，${due.lines}项`,
    en: `${due.cadenceName}: ${due.lines} reports due, ${period}`,
  }
  const plain = { zh: `${due.cadenceName}·${act}截止：${period}`, en: `${due.cadenceName}, ${act} due: ${period}` }
  return {
    uid: `${due.act}-${due.cadenceId}-${due.periodId}@${regionId}.guatu`,
    at: due.dueAt,
    title: due.lines === null ? plain[language] : sheet[language],
    detail: `${due.planTitle}${due.goesTo === '' ? '' : to}`,
  }
}

/** The event of a report that came back. */
export function returnedEvent(
  returned: {
    readonly reportId: string
    readonly itemTitle: string
    readonly returnDueAt: string
    readonly periodId: string
  },
  regionId: string,
  language: 'zh' | 'en',
): CalendarEvent {
  const period = periodWords(periodById(returned.periodId))[language]
  const words = { zh: `退回重报：${returned.itemTitle}`, en: `Returned, answer again: ${returned.itemTitle}` }
  return {
    uid: `return-${returned.reportId}@${regionId}.guatu`,
    at: returned.returnDueAt,
    title: words[language],
    detail: period,
  }
}
