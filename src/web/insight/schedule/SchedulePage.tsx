import { getRouteApi, Link } from '@tanstack/react-router'
import { warningWords } from '#core/insight'
import { type ScheduleView, scheduleContract } from '#adapters/http/contract/insight'
import { useEndpoint, useLanguage, useText } from '#web/kit'
import { Loaded, Page, Section } from '#web/ui'
import '../item.css'
import '../wall.css'
import './schedule.css'
import { targetText, useInputWords } from '../figures.ts'
import { NodesPart } from './NodesPart.tsx'
import { PeriodTargetsPart } from './PeriodTargetsPart.tsx'
import { ScheduleHistory } from './ScheduleHistory.tsx'
import { scheduleMessages as messages } from './schedule-messages.ts'
import { TrajectoryPart } from './TrajectoryPart.tsx'

const route = getRouteApi('/frame/items/$itemId/schedule')

/** How one item is to go: trajectory, time nodes, figures per period, and every change of them. */
export function SchedulePage() {
  const { itemId } = route.useParams()
  const schedule = useEndpoint(scheduleContract.schedule, { params: { itemId } })
  return <Loaded query={schedule}>{(view) => <Schedule key={itemId} view={view} />}</Loaded>
}

function Schedule({ view }: { readonly view: ScheduleView }) {
  const t = useText(messages)
  const { itemId, title, target, due, unitName } = view.item
  const lead = [target ? targetText(target) : '', due ? t('dueBy', { due }) : '', unitName ?? '']
  return (
    <Page
      title={t('scheduleOf', { title })}
      lead={lead.filter((part) => part !== '').join('　')}
      actions={
        <>
          <Link to="/items/$itemId" params={{ itemId }} className="button button--quiet">
            {t('backToItem')}
          </Link>
          <Link to="/gantt" search={{ plan: view.plan.planId }} className="button button--quiet">
            {t('toGantt')}
          </Link>
        </>
      }
    >
      <Warnings warnings={view.warnings} />
      {view.trajectory ? (
        <TrajectoryPart view={view} way={view.trajectory} />
      ) : (
        view.item.kind === 'indicator' && <p className="note">{t('noWay')}</p>
      )}
      <NodesPart view={view} />
      <PeriodTargetsPart view={view} />
      <ScheduleHistory view={view} />
    </Page>
  )
}

/** What the trend warns of before the period closes. */
export function Warnings({ warnings }: Pick<ScheduleView, 'warnings'>) {
  const t = useText(messages)
  const { language } = useLanguage()
  const inputWords = useInputWords()
  if (warnings.length === 0) return null
  return (
    <Section title={t('warnings')}>
      <ul className="findings">
        {warnings.map((warning) => (
          <li key={warning.rule} className="findings__bad">
            {warningWords({ ...warning, inputs: inputWords(warning.inputs) })[language]}
          </li>
        ))}
      </ul>
    </Section>
  )
}
