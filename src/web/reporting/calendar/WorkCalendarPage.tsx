import { getRouteApi, Link } from '@tanstack/react-router'
import { reportingContract } from '#adapters/http/contract/reporting'
import type { OutputOf } from '#adapters/http/contract/kit'
import { weekday } from '#core/kit'
import { holds, useAction, useDateText, useEndpoint, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable, ErrorNote, Loaded, Page, Section } from '#web/ui'
import { useWords } from '../words.ts'
import { calendarMessages as messages } from './calendar-messages.ts'
import './calendar.css'
import { type DayRun, runsOf } from './day-runs.ts'
import { LoadCalendar } from './LoadCalendar.tsx'
import { OwnDayForm } from './OwnDayForm.tsx'

const route = getRouteApi('/frame/calendar/work')

interface Spoken {
  readonly t: ReturnType<typeof useText<typeof messages>>
  readonly said: (value: string) => string
}
type WorkYear = OutputOf<typeof reportingContract.workYear>
type Day = WorkYear['days'][number]

/** The work calendar of one year: every day that differs from Monday to Friday, where it comes from, and how to replace it. */
export function WorkCalendarPage() {
  const t = useText(messages)
  const { today } = useWords()
  const me = useMe()
  const shown = route.useSearch().year ?? (Number(today.slice(0, 4)) || undefined)
  const year = useEndpoint(
    reportingContract.workYear,
    { params: { year: shown ?? 0 } },
    { enabled: shown !== undefined },
  )
  const mayManage = me.data !== undefined && holds(me.data, 'coordinator')
  if (shown === undefined) return null
  return (
    <Page
      title={`${t('workCalendar')} · ${t('year', { year: shown })}`}
      lead={t('workCalendarLead')}
      actions={
        <Link to="/calendar" className="button">
          {t('toCalendar')}
        </Link>
      }
    >
      <Years year={shown} />
      <Loaded query={year}>
        {(data) => (
          <>
            <Standing year={data} />
            <DayTable days={data.days} mayManage={mayManage} />
          </>
        )}
      </Loaded>
      {mayManage && (
        <>
          <Section title={t('ownTitle')}>
            <OwnDayForm />
          </Section>
          <Section title={t('loadTitle')}>
            <LoadCalendar />
          </Section>
        </>
      )}
    </Page>
  )
}

function Years({ year }: { readonly year: number }) {
  const t = useText(messages)
  const navigate = route.useNavigate()
  const go = (next: number) => void navigate({ search: { year: next }, replace: true })
  return (
    <div className="months no-print">
      <Button look="quiet" onClick={() => go(year - 1)}>
        {t('previousYear')}
      </Button>
      <Button look="quiet" onClick={() => go(year + 1)}>
        {t('nextYear')}
      </Button>
    </div>
  )
}

function Standing({ year: { year, isProvisional, loaded } }: { readonly year: WorkYear }) {
  const t = useText(messages)
  const words = useWords()
  if (isProvisional) return <p className="note">{t('yearProvisional', { year })}</p>
  if (!loaded) return <p>{t('yearShipped', { year })}</p>
  const { loadedByName: who, fileName: file, loadedAt } = loaded
  return <p>{t('yearLoaded', { who, file, moment: words.moment(loadedAt) })}</p>
}

function DayTable({ days, mayManage }: { readonly days: readonly Day[]; readonly mayManage: boolean }) {
  const t = useText(messages)
  return (
    <DataTable
      caption={t('workCalendar')}
      columns={columnsOf(
        { t, said: useDateText() },
        mayManage,
        days.some(({ name }) => name !== ''),
      )}
      rows={runsOf(days)}
      rowKey={({ first }) => first.date}
    />
  )
}

function columnsOf({ t, said }: Spoken, mayManage: boolean, isNamed: boolean): readonly Column<DayRun<Day>>[] {
  const weekdays = t('weekdays').split(' ')
  const dayOf = (date: string) => `${said(date)} ${weekdays[weekday(date) - 1] ?? ''}`
  const sources = { shipped: t('shipped'), loaded: t('loaded'), own: t('ownDay'), statutory: t('statutory') }
  return [
    {
      id: 'day',
      title: t('day'),
      cell: ({ first: { date }, last }) =>
        date === last ? dayOf(date) : t('dayRun', { from: dayOf(date), to: dayOf(last) }),
    },
    { id: 'work', title: t('arrangement'), cell: ({ first: { work } }) => t(work ? 'dayWorked' : 'dayOff') },
    ...(isNamed ? [{ id: 'name', title: t('name'), cell: ({ first }: DayRun<Day>) => first.name }] : []),
    { id: 'source', title: t('source'), cell: ({ first }) => sources[first.source] },
    {
      id: 'deed',
      title: '',
      cell: ({ first }) => mayManage && first.source === 'own' && <TakeBack date={first.date} />,
    },
  ]
}

function TakeBack({ date }: { readonly date: string }) {
  const t = useText(messages)
  const set = useAction(reportingContract.setOwnDay)
  return (
    <>
      <Button
        look="quiet"
        disabled={set.isPending}
        onClick={() => set.mutate({ params: { date }, body: { work: null, name: '' } })}
      >
        {t('takeBack')}
      </Button>
      <ErrorNote error={set.error} />
    </>
  )
}
