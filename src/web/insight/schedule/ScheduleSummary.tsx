import { Link } from '@tanstack/react-router'
import { daysBetween } from '#core/kit'
import { type ScheduleView, scheduleContract } from '#adapters/http/contract/insight'
import { useEndpoint, useText, When } from '#web/kit'
import { LightMark, Loaded, Section } from '#web/ui'
import './schedule.css'
import { scheduleMessages as messages } from './schedule-messages.ts'
import { Warnings } from './SchedulePage.tsx'
import { useTodayAnswer } from './TrajectoryPart.tsx'

/** On an item's page: where it stands today, what its trend warns of, which node comes next, and the way to its schedule. */
export function ScheduleSummary({ itemId }: { readonly itemId: string }) {
  const schedule = useEndpoint(scheduleContract.schedule, { params: { itemId } })
  return <Loaded query={schedule}>{(view) => <Summary view={view} />}</Loaded>
}

function Summary({ view }: { readonly view: ScheduleView }) {
  const t = useText(messages)
  const answer = useTodayAnswer(view)
  const { trajectory, nodes, item, changes } = view
  const next = nodes.nodes.find(({ doneOn }) => doneOn === null)
  const waits = changes.some(({ decided }) => decided === null)
  return (
    <>
      <Warnings warnings={view.warnings} />
      <Section
        title={trajectory ? answer : t('schedule')}
        aside={
          <Link to="/items/$itemId/schedule" params={{ itemId: item.itemId }}>
            {t('open')}
          </Link>
        }
      >
        <p className="way__kinds">
          {trajectory && <span>{t('presentKind', { kind: t(trajectory.present.kind) })}</span>}
          {next && (
            <span>
              <LightMark light={next.light} bare /> <When at={next.due} /> {next.label}
              {next.baselineDue !== null && next.baselineDue !== next.due && `　${shiftOf(next, t)}`}
            </span>
          )}
          {waits && <span className="chip">{t('waiting')}</span>}
        </p>
      </Section>
    </>
  )
}

function shiftOf(
  { due, baselineDue }: ScheduleView['nodes']['nodes'][number],
  t: ReturnType<typeof useText<typeof messages>>,
): string {
  const days = daysBetween(baselineDue ?? due, due)
  return t(days > 0 ? 'later' : 'earlier', { days: Math.abs(days), was: baselineDue ?? due })
}
