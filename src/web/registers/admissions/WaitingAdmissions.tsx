import { Link } from '@tanstack/react-router'
import { registersContract as contract } from '#adapters/http/contract/registers'
import { useEndpoint, useText } from '#web/kit'
import { Section } from '#web/ui'
import { useAdmissionWords } from './Admissions.tsx'
import { admissionMessages as messages } from './messages.ts'

/** What comes on to lists or leaves them once the reader approves it, oldest first. */
export function WaitingAdmissions() {
  const t = useText(messages)
  const wordsOf = useAdmissionWords()
  const { data } = useEndpoint(contract.waitingAdmissions)
  if (!data || data.admissions.length === 0) return null
  return (
    <Section title={t('waitingTitle')}>
      <ul className="lines">
        {data.admissions.map((one) => (
          <li key={one.admissionId}>
            {one.of.what === 'row' ? (
              <Link to="/lists/$listId" params={{ listId: one.of.listId }}>
                {one.title}
              </Link>
            ) : (
              <Link to="/items/$itemId" params={{ itemId: one.of.itemId }}>
                {one.title}
              </Link>
            )}{' '}
            <small>{[wordsOf(one), one.reason].join('　')}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
