import { Link } from '@tanstack/react-router'
import { scheduleContract } from '#adapters/http/contract/insight'
import { useEndpoint, useText } from '#web/kit'
import { Section } from '#web/ui'
import { scheduleMessages as messages } from './schedule-messages.ts'

/** What the coordinator has to decide: changes of schedules, oldest first. */
export function WaitingSchedules() {
  const t = useText(messages)
  const { data } = useEndpoint(scheduleContract.waitingSchedules)
  if (!data || data.changes.length === 0) return null
  return (
    <Section title={t('waitingTitle')}>
      <ul className="lines">
        {data.changes.map((change) => (
          <li key={change.changeId}>
            <Link to="/items/$itemId/schedule" params={{ itemId: change.itemId }}>
              {change.title}
            </Link>{' '}
            <small>{[change.unitName, change.reason].filter(Boolean).join('　')}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
