import { Link, useNavigate } from '@tanstack/react-router'
import { insightContract } from '#adapters/http/contract/insight'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Section } from '#web/ui'
import './wall.css'
import { ExceptionLine } from './ExceptionStrip.tsx'
import { leaderMessages as messages } from './leader-messages.ts'
import { WaitingSchedules } from './schedule/WaitingSchedules.tsx'

/** How many exceptions stand on the first page. */
const SHOWN = 8

/** The part of "what needs me" that insight knows: the heaviest exceptions. The first page shows it to those who steer. */
export function NeedsMe() {
  const me = useMe()
  return (
    <>
      {me.data && holds(me.data, 'coordinator') && <WaitingSchedules />}
      <Exceptions />
    </>
  )
}

function Exceptions() {
  const t = useText(messages)
  const navigate = useNavigate()
  const { data: meeting } = useEndpoint(insightContract.meeting, { query: {} })
  if (!meeting || meeting.exceptions.length === 0) return null
  const open = (itemId: string) => void navigate({ to: '/items/$itemId', params: { itemId } })
  return (
    <Section
      title={t('needsMe')}
      aside={
        <span className="needs__links">
          <Link to="/meeting">{t('allExceptions', { count: meeting.exceptions.length })}</Link>
          <Link to="/wall">{t('toWall')}</Link>
        </span>
      }
    >
      <ul className="needs">
        {meeting.exceptions.slice(0, SHOWN).map(({ item }) => (
          <li key={item.itemId}>
            <ExceptionLine item={item} onSelect={open} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
