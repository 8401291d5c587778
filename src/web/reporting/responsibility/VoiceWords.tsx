import type { Voice } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { useWords } from '../words.ts'
import { responsibilityMessages as messages } from './messages.ts'

/** What other units say of a report: who has agreed, who objects and why, whose silence counts as consent. */
export function VoiceWords({ voices }: { readonly voices: readonly Voice[] }) {
  const t = useText(messages)
  const words = useWords()
  if (voices.length === 0) return null
  return (
    <ul className="voices">
      {voices.map(({ unitId, unitName, kind, state, note, givenAt }) => (
        <li key={unitId} className={state === 'objects' ? 'voices__one is-against' : 'voices__one'}>
          <span>
            {t(kind === 'countersign' ? 'countersignRole' : 'supportRole')} {unitName}
          </span>{' '}
          <b>{t(`${state}_${kind}`)}</b>
          {note && ` ${note}`}
          {givenAt && <span className="ask__unit"> {words.moment(givenAt)}</span>}
        </li>
      ))}
    </ul>
  )
}
