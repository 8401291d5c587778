import { type ActOfPeriod, reportingContract } from '#adapters/http/contract/reporting'
import { addDays, localDateAt, weekday } from '#core/kit'
import { useEndpoint, useText } from '#web/kit'
import { rhythmMessages } from '../rhythm-messages.ts'
import { useWords } from '../words.ts'
import { calendarMessages as messages } from './calendar-messages.ts'

interface MonthGridProps {
  readonly month: string
  readonly today: string
  readonly acts: readonly ActOfPeriod[]
}

/** The month at a glance: what is due on each day, and which days are off or worked instead. A phone shows the list alone. */
export function MonthGrid({ month, today, acts }: MonthGridProps) {
  const t = useText(messages)
  const { timeZone } = useWords()
  const year = useEndpoint(reportingContract.workYear, { params: { year: Number(month.slice(0, 4)) } })
  const special = new Map((year.data?.days ?? []).map((day) => [day.date, day]))
  return (
    <div className="month-grid" role="presentation">
      {t('weekdays')
        .split(' ')
        .map((name) => (
          <span key={name} className="month-grid__head">
            {name}
          </span>
        ))}
      {daysShown(month).map((date) => {
        const day = special.get(date)
        const work = day?.work ?? weekday(date) <= 5
        return (
          <div key={date} className={classOf(date, { month, today, work })}>
            <span className="month-grid__day">
              {Number(date.slice(8))}
              {day && <small title={day.name}>{day.name || t(day.work ? 'work' : 'rest')}</small>}
            </span>
            {acts
              .filter(({ dueAt }) => localDateAt(dueAt, timeZone) === date)
              .map((act) => (
                <GridAct key={`${act.cadenceId} ${act.act} ${act.periodId}`} act={act} />
              ))}
          </div>
        )
      })}
    </div>
  )
}

/** Whole weeks, Monday first, that hold the month. */
function daysShown(month: string): readonly string[] {
  const first = `${month}-01`
  const start = addDays(first, 1 - weekday(first))
  const days = Array.from({ length: 42 }, (_, index) => addDays(start, index))
  return days.filter(
    (_, index) => days[index - (index % 7)]?.startsWith(month) || days[index - (index % 7) + 6]?.startsWith(month),
  )
}

function classOf(date: string, { month, today, work }: { month: string; today: string; work: boolean }): string {
  const marks = [!date.startsWith(month) && 'is-outside', date === today && 'is-today', !work && 'is-off']
  return ['month-grid__cell', ...marks.filter((mark) => mark !== false)].join(' ')
}

function GridAct({ act }: { readonly act: ActOfPeriod }) {
  const t = useText(rhythmMessages)
  const { period } = useWords()
  return (
    <span className={`month-grid__act act__light--${act.state}`} title={`${act.cadenceName} ${period(act.periodId)}`}>
      {act.act === 'dispatch' ? act.cadenceName : t(act.act)}
    </span>
  )
}
