import { getRouteApi, Link } from '@tanstack/react-router'
import { askContract, type BurdenView } from '#adapters/http/contract/reporting'
import { periodName, useEndpoint, useLanguage, useText } from '#web/kit'
import { type Column, DataTable, Figure, Loaded, Page, Section } from '#web/ui'
import './asks.css'
import { askMessages as messages } from './messages.ts'

type Month = BurdenView['months'][number]
type Line = BurdenView['lines'][number]
type Field = BurdenView['fields'][number]

const route = getRouteApi('/frame/burden')

/** The burden account of a month: which unit was asked how much by whom, each asked field with its sentence, what is asked twice. */
export function BurdenPage() {
  const t = useText(messages)
  const { month } = route.useSearch()
  const view = useEndpoint(askContract.burden, { query: { month } })
  return (
    <Page
      title={t('burdenTitle')}
      lead={view.data && <Lead view={view.data} />}
      actions={
        <Link to="/answering" className="button">
          {t('toAnswering')}
        </Link>
      }
    >
      <Loaded query={view}>
        {(data) => (
          <>
            <p className="asks__note">{t('burdenNote')}</p>
            <Section title={t('months')}>
              <MonthTable months={data.months} />
            </Section>
            <Section title={t('byUnitAndAsker')} aside={<span className="chip">{data.lines.length}</span>}>
              <LineTable lines={data.lines} />
            </Section>
            <Twins twins={data.twins} />
            <Section title={t('fields')} aside={<span className="chip">{data.fields.length}</span>}>
              <FieldTable fields={data.fields} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Lead({ view: { month, months } }: { readonly view: BurdenView }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const own = months.find((one) => one.month === month)
  const name = periodName(month, language)
  if (!own) return <>{t('burdenNone', { month: name })}</>
  return <>{t('burdenLead', { month: name, units: own.units, asks: own.asks, minutes: own.minutes })}</>
}

function useMonthColumns(): readonly Column<Month>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  return [
    {
      id: 'month',
      title: t('month'),
      lead: true,
      cell: ({ month }) => (
        <Link to="/burden" search={{ month }}>
          {periodName(month, language)}
        </Link>
      ),
    },
    { id: 'units', title: t('units'), figure: true, cell: ({ units }) => units },
    { id: 'asks', title: t('asks'), figure: true, cell: ({ asks }) => <Figure value={String(asks)} /> },
    { id: 'minutes', title: t('minutes'), figure: true, cell: ({ minutes }) => <Figure value={minutes} /> },
  ]
}

function MonthTable({ months }: { readonly months: readonly Month[] }) {
  const t = useText(messages)
  const columns = useMonthColumns()
  return <DataTable caption={t('months')} columns={columns} rows={months} rowKey={({ month }) => month} />
}

/** Whose burden is heaviest stands first; the long rest is there at a press. */
const FIRST_ROWS = 20

function useLineColumns(): readonly Column<Line>[] {
  const t = useText(messages)
  return [
    { id: 'unit', title: t('unit'), lead: true, cell: ({ unitName }) => unitName },
    { id: 'asker', title: t('asker'), cell: ({ askerName }) => askerName },
    { id: 'asks', title: t('asks'), figure: true, cell: ({ asks }) => asks },
    { id: 'minutes', title: t('minutes'), figure: true, cell: ({ minutes }) => <Figure value={minutes} /> },
  ]
}

function LineTable({ lines }: { readonly lines: readonly Line[] }) {
  const t = useText(messages)
  const columns = useLineColumns()
  return (
    <DataTable
      caption={t('byUnitAndAsker')}
      columns={columns}
      rows={lines}
      rowKey={({ unitId, askerId }) => `${unitId} ${askerId}`}
      atFirst={FIRST_ROWS}
    />
  )
}

function useFieldColumns(): readonly Column<Field>[] {
  const t = useText(messages)
  return [
    {
      id: 'field',
      title: t('field'),
      lead: true,
      cell: ({ itemId, title, quote }) => (
        <>
          <Link to="/items/$itemId" params={{ itemId }}>
            {title}
          </Link>
          <small className="list__sub asks__quote" title={quote}>
            {quote}
          </small>
        </>
      ),
    },
    { id: 'asker', title: t('asker'), cell: ({ askerName }) => askerName },
    { id: 'units', title: t('units'), figure: true, cell: ({ units }) => units },
    { id: 'times', title: t('times'), figure: true, cell: ({ asks }) => asks },
    {
      id: 'median',
      title: t('median'),
      figure: true,
      cell: ({ medianSeconds }) => (medianSeconds === null ? '—' : t('seconds', { seconds: medianSeconds })),
    },
  ]
}

function FieldTable({ fields }: { readonly fields: readonly Field[] }) {
  const t = useText(messages)
  const columns = useFieldColumns()
  return (
    <DataTable
      caption={t('fields')}
      columns={columns}
      rows={fields}
      rowKey={({ itemId, cadenceId }) => `${itemId} ${cadenceId}`}
      atFirst={FIRST_ROWS}
    />
  )
}

function Twins({ twins }: { readonly twins: BurdenView['twins'] }) {
  const t = useText(messages)
  return (
    <Section title={t('twins')} aside={<span className="chip">{twins.length}</span>}>
      {twins.length === 0 ? (
        <p className="asks__note">{t('noTwins')}</p>
      ) : (
        <ul className="twins">
          {twins.map((twin) => (
            <li key={`${twin.itemId} ${twin.otherItemId} ${twin.cadenceName}`}>
              {twin.because === 'sameItem' ? t('twinSame', { title: twin.title }) : <TwinPlaces twin={twin} />}
              <small className="list__sub">
                {t('twinWhy', {
                  ...{ cadence: twin.cadenceName, reason: twin.reason, who: twin.decidedByName },
                  moment: twin.decidedAt,
                })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Both items with their places in the plans, each a link: they often have one title. */
function TwinPlaces({ twin }: { readonly twin: BurdenView['twins'][number] }) {
  const t = useText(messages)
  const { itemId, title, place, otherItemId, otherTitle, otherPlace } = twin
  return (
    <>
      {t('twinSubject')}
      <PlacedItem itemId={itemId} title={title} place={place} />
      {t('twinAnd')}
      <PlacedItem itemId={otherItemId} title={otherTitle} place={otherPlace} />
    </>
  )
}

function PlacedItem({ itemId, title, place }: { itemId: string; title: string; place: string }) {
  return (
    <>
      <Link to="/items/$itemId" params={{ itemId }}>
        {title}
      </Link>{' '}
      {place !== '' && <span className="chip">{place}</span>}
    </>
  )
}
