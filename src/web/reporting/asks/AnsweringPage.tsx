import { getRouteApi, Link } from '@tanstack/react-router'
import { type AnsweringView, askContract } from '#adapters/http/contract/reporting'
import { addressOf, periodName, useEndpoint, useLanguage, useText } from '#web/kit'
import { type Column, DataTable, Empty, Loaded, Page, Section, SelectField } from '#web/ui'
import { AnsweringTrend } from './AnsweringTrend.tsx'
import './asks.css'
import { askMessages as messages } from './messages.ts'

type Unit = AnsweringView['units'][number]
type Office = AnsweringView['offices'][number]
const SORTS = ['completeness', 'timeliness', 'returnRate', 'due'] as const
type Sort = (typeof SORTS)[number]

const route = getRouteApi('/frame/answering')

/** Completeness, timeliness, returns and acceptors' delay: over the year, or in one period of it. */
export function AnsweringPage() {
  const t = useText(messages)
  const { period, cadence, sort = 'completeness' } = route.useSearch()
  const query = { periodId: period, cadenceId: cadence }
  const view = useEndpoint(askContract.answering, { query })
  return (
    <Page
      title={t('title')}
      lead={view.data && <Lead view={view.data} />}
      actions={
        <>
          <Link to="/burden" className="button">
            {t('toBurden')}
          </Link>
          <a className="button" href={addressOf(askContract.answeringSheet, { query })} download>
            {t('export')}
          </a>
        </>
      }
    >
      <Loaded query={view}>
        {(data) =>
          data.periods.length === 0 ? (
            <Empty text={t('nothingDue')} />
          ) : (
            <>
              <AnsweringTrend periods={data.periods} />
              <Chooser view={data} />
              <Section title={t('byUnit')} aside={<span className="chip">{data.units.length}</span>}>
                <UnitTable units={sorted(data.units, sort)} />
              </Section>
              <Section title={t('byOffice')}>
                <OfficeTable offices={data.offices} />
                <p className="asks__note">{t('hoursNote')}</p>
              </Section>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Lead({ view: { whole } }: { readonly view: AnsweringView }) {
  const t = useText(messages)
  const { due, answered, completeness, timeliness } = whole
  if (completeness === null || timeliness === null) return <>{t('nothingDue')}</>
  return <>{t('lead', { due, answered, completeness, timeliness })}</>
}

/** The year or one of its periods, and by what the units are sorted: both stand in the address. */
function Chooser({ view }: { readonly view: AnsweringView }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const options = view.periods.toReversed().map(({ cadenceId, cadenceName, periodId }) => ({
    value: `${cadenceId} ${periodId}`,
    label: `${periodName(periodId, language)} · ${cadenceName}`,
  }))
  const choose = (value: string) => {
    const [cadence, period] = value === '' ? [undefined, undefined] : value.split(' ')
    void navigate({ search: { ...search, cadence, period }, replace: true })
  }
  return (
    <div className="asks__choice no-print">
      <SelectField
        label={t('period')}
        value={search.period === undefined ? '' : `${search.cadence ?? ''} ${search.period}`}
        options={[{ value: '', label: t('wholeYear', { year: view.year }) }, ...options]}
        onChange={(event) => choose(event.target.value)}
      />
      <SelectField
        label={t('sort')}
        value={search.sort ?? 'completeness'}
        options={SORTS.map((value) => ({ value, label: t(value) }))}
        onChange={(event) =>
          void navigate({
            search: { ...search, sort: SORTS.find((one) => one === event.target.value) },
            replace: true,
          })
        }
      />
    </div>
  )
}

/** Where something has to be asked stands at the top: least complete, least in time, most returned, most due. */
function sorted(units: readonly Unit[], by: Sort): readonly Unit[] {
  const weight = (unit: Unit): number => {
    const value = Number(unit[by] ?? 100)
    return by === 'completeness' || by === 'timeliness' ? value : -value
  }
  return units.toSorted((a, b) => weight(a) - weight(b))
}

const percent = (share: string | null): string => (share === null ? '—' : `${share}%`)

function UnitTable({ units }: { readonly units: readonly Unit[] }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const columns: readonly Column<Unit>[] = [
    { id: 'unit', title: t('unit'), lead: true, cell: (unit) => unit.unitName },
    { id: 'due', title: t('due'), figure: true, cell: (unit) => unit.due },
    { id: 'answered', title: t('answered'), figure: true, cell: (unit) => unit.answered },
    { id: 'completeness', title: t('completeness'), figure: true, cell: (unit) => percent(unit.completeness) },
    { id: 'timeliness', title: t('timeliness'), figure: true, cell: (unit) => percent(unit.timeliness) },
    { id: 'returned', title: t('returnRate'), figure: true, cell: (unit) => percent(unit.returnRate) },
    {
      id: 'silent',
      title: t('silent'),
      cell: (unit) => unit.silentPeriods.map((periodId) => periodName(periodId, language)).join('、'),
    },
  ]
  return <DataTable caption={t('byUnit')} columns={columns} rows={units} rowKey={({ unitId }) => unitId} />
}

function OfficeTable({ offices }: { readonly offices: readonly Office[] }) {
  const t = useText(messages)
  const hours = (value: string | null) => (value === null ? '—' : t('hours', { hours: value }))
  const columns: readonly Column<Office>[] = [
    { id: 'office', title: t('office'), lead: true, cell: ({ officeName }) => officeName || t('coordinator') },
    { id: 'due', title: t('due'), figure: true, cell: (office) => office.due },
    { id: 'completeness', title: t('completeness'), figure: true, cell: (office) => percent(office.completeness) },
    { id: 'timeliness', title: t('timeliness'), figure: true, cell: (office) => percent(office.timeliness) },
    { id: 'returned', title: t('returnRate'), figure: true, cell: (office) => percent(office.returnRate) },
    { id: 'decided', title: t('decided'), figure: true, cell: (office) => office.decided },
    { id: 'waiting', title: t('waiting'), figure: true, cell: (office) => office.waiting },
    { id: 'median', title: t('medianHours'), figure: true, cell: (office) => hours(office.medianHours) },
    { id: 'worst', title: t('worstHours'), figure: true, cell: (office) => hours(office.worstHours) },
  ]
  return <DataTable caption={t('byOffice')} columns={columns} rows={offices} rowKey={({ officeId }) => officeId} />
}
