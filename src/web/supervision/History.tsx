import type { SupervisionEvent } from '#adapters/http/contract/supervision'
import { useText, When } from '#web/kit'
import { Section } from '#web/ui'
import { supervisionMessages as messages } from './messages.ts'
import { daysAndHours } from './words.ts'

type Key = keyof typeof messages

interface HistoryProps {
  readonly events: readonly SupervisionEvent[]
  readonly hoursInStates: readonly { readonly state: string; readonly hours: number }[]
  readonly actionKey: (action: string) => Key
  readonly stateKey: (state: string) => Key
  /** What the page says already: an event does not say it again. */
  readonly said?: string
}

/** What happened, newest first, and how long each state lasted. */
export function History({ events, hoursInStates, actionKey, stateKey, said }: HistoryProps) {
  const t = useText(messages)
  return (
    <>
      <Section title={t('history')}>
        <ol className="trail">
          {events.toReversed().map((event) => (
            <li key={event.eventNo} className="trail__step">
              <span className="trail__name">{t(actionKey(event.action))}</span>
              <div>
                {event.note && event.note !== said && <p>{event.note}</p>}
                <small>
                  {whoOf(event)} <When at={event.at} />
                </small>
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('clocks')}>
        <ul className="clocks">
          {hoursInStates.map(({ state, hours }) => (
            <li key={state}>
              <span>{t(stateKey(state))}</span>
              <b>{t(hours < 24 ? 'hoursOnly' : 'hours', daysAndHours(hours))}</b>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

/** Who did it; a person whose name begins with his unit's is not named twice. */
function whoOf({ byUnitName, byName }: SupervisionEvent): string {
  return byUnitName === null || byName.startsWith(byUnitName) ? byName : `${byUnitName} ${byName}`
}
