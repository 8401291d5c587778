import type { CalendarChange } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { useWords } from '../words.ts'
import { calendarMessages as messages } from './calendar-messages.ts'

/** Periods whose due moment moves, from when to when. */
export function MovedList({ moved }: { readonly moved: CalendarChange['moved'] }) {
  const t = useText(messages)
  const words = useWords()
  if (moved.length === 0) return <p>{t('noneMoved')}</p>
  return (
    <>
      <p>{t('moved', { count: moved.length })}</p>
      <ul>
        {moved.map(({ cadenceId, cadenceName, periodId, from, dueAt }) => (
          <li key={`${cadenceId} ${periodId}`}>
            {t('movedFromTo', {
              what: `${cadenceName} ${words.period(periodId)}`,
              from: words.moment(from),
              to: words.moment(dueAt),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
