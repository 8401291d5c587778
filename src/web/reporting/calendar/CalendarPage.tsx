import { getRouteApi, Link } from '@tanstack/react-router'
import { type ActOfPeriod, reportingContract } from '#adapters/http/contract/reporting'
import { addDays, lastDayOfMonth } from '#core/kit'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable, Empty, Loaded, Page, Section } from '#web/ui'
import { useWords } from '../words.ts'
import { ActTable } from './ActTable.tsx'
import { calendarMessages as messages } from './calendar-messages.ts'
import './calendar.css'
import { FeedList } from './FeedList.tsx'
import { MonthGrid } from './MonthGrid.tsx'

const route = getRouteApi('/frame/calendar')

/** Who owes what to whom by when: a month at a time, what is overdue from before first. */
export function CalendarPage() {
  const { today } = useWords()
  if (today === '') return null
  return <CalendarOf today={today} />
}

function CalendarOf({ today }: { readonly today: string }) {
  const t = useText(messages)
  const words = useWords()
  const search = route.useSearch()
  const me = useMe()
  const month = search.month ?? today.slice(0, 7)
  const days = daysOf(month)
  const calendar = useEndpoint(reportingContract.calendar, { query: days })
  const mayRun = me.data !== undefined && holds(me.data, 'coordinator')
  const inUnit = me.data !== undefined && holds(me.data, 'reporter', 'signer')
  const concerns = (act: ActOfPeriod) => search.mine !== true || act.own !== null
  const overdue = (calendar.data?.overdue ?? []).filter(concerns)
  const late = [...overdue, ...(calendar.data?.acts ?? []).filter(concerns)].filter(({ state }) => state === 'overdue')
  const count = calendar.data && (late.length > 0 ? t('overdueCount', { count: late.length }) : t('allDone'))
  return (
    <Page title={t('calendar')} lead={`${t('calendarLead')}${count ?? ''}`} actions={<MonthActions month={month} />}>
      <Months month={month} inUnit={inUnit} />
      <Loaded query={calendar}>
        {({ acts, returned }) => (
          <>
            {overdue.length > 0 && (
              <Section title={t('overdueTitle')} aside={<span className="chip">{overdue.length}</span>}>
                <ActTable caption={t('overdueTitle')} acts={overdue} mayRun={mayRun} />
              </Section>
            )}
            {returned.length > 0 && <Returned returned={returned} />}
            <MonthGrid month={month} today={today} acts={acts.filter(concerns)} />
            <Section title={words.period(month.replace('-', '-M'))}>
              {acts.some(concerns) ? (
                <ActTable caption={t('calendar')} acts={acts.filter(concerns)} mayRun={mayRun} />
              ) : (
                <Empty text={t('nothingDue')}>
                  <p>{t('nothingDueText')}</p>
                </Empty>
              )}
            </Section>
          </>
        )}
      </Loaded>
      <FeedList />
    </Page>
  )
}

function daysOf(month: string): { readonly from: string; readonly to: string } {
  return { from: `${month}-01`, to: lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5))) }
}

function MonthActions({ month }: { readonly month: string }) {
  const t = useText(messages)
  return (
    <Link to="/calendar/work" search={{ year: Number(month.slice(0, 4)) }} className="button">
      {t('workCalendar')}
    </Link>
  )
}

/** The month before, this one and the next, and for units what concerns them alone: each in the address. */
function Months({ month, inUnit }: { readonly month: string; readonly inUnit: boolean }) {
  const t = useText(messages)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { from, to } = daysOf(month)
  const go = (next: string | undefined) => void navigate({ search: { ...search, month: next }, replace: true })
  return (
    <div className="months no-print">
      <Button look="quiet" onClick={() => go(addDays(from, -1).slice(0, 7))}>
        {t('previous')}
      </Button>
      <Button look="quiet" onClick={() => go(undefined)}>
        {t('thisMonth')}
      </Button>
      <Button look="quiet" onClick={() => go(addDays(to, 1).slice(0, 7))}>
        {t('next')}
      </Button>
      {inUnit && (
        <label className="months__mine">
          <input
            type="checkbox"
            checked={search.mine === true}
            onChange={(event) =>
              void navigate({ search: { ...search, mine: event.target.checked || undefined }, replace: true })
            }
          />
          {t('mine')}
        </label>
      )}
    </div>
  )
}

interface ReturnedReport {
  readonly reportId: string
  readonly itemTitle: string
  readonly returnDueAt: string
}

function Returned({ returned }: { readonly returned: readonly ReturnedReport[] }) {
  const t = useText(messages)
  const { moment } = useWords()
  return (
    <Section title={t('returnedTitle')}>
      <DataTable
        caption={t('returnedTitle')}
        columns={returnedColumns(t, moment)}
        rows={returned}
        rowKey={({ reportId }) => reportId}
      />
    </Section>
  )
}

function returnedColumns(
  t: ReturnType<typeof useText<typeof messages>>,
  moment: (instant: string) => string,
): readonly Column<ReturnedReport>[] {
  return [
    { id: 'due', title: t('newDue'), cell: ({ returnDueAt }) => moment(returnDueAt) },
    { id: 'item', title: t('item'), lead: true, cell: ({ itemTitle }) => <Link to="/">{itemTitle}</Link> },
  ]
}
