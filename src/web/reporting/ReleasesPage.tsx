import { Link } from '@tanstack/react-router'
import { reportingContract, type Series } from '#adapters/http/contract/reporting'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { type Column, DataTable, Empty, Figure, Loaded, Page, Section } from '#web/ui'
import { Judged, ReleaseForm } from './ReleaseForm.tsx'
import { releaseMessages as messages } from './release-messages.ts'
import './reporting.css'
import { ComparisonsSection } from './targets/ComparisonsSection.tsx'
import { SeriesSection } from './targets/SeriesSection.tsx'
import { shown, useWords } from './words.ts'

type Text = ReturnType<typeof useText<typeof messages>>

/** Series that come by release, with the latest figure and its source; the coordinator takes a release in. */
export function ReleasesPage() {
  const t = useText(messages)
  const me = useMe()
  const series = useEndpoint(reportingContract.series)
  const mayImport = me.data !== undefined && holds(me.data, 'coordinator')
  return (
    <Page title={t('releases')} lead={t('releasesLead')}>
      <Loaded query={series}>
        {({ series: rows }) =>
          rows.length === 0 ? (
            <Empty text={t('noSeries')}>
              <p>{t('noSeriesText')}</p>
            </Empty>
          ) : (
            <>
              {mayImport && (
                <Section title={t('importTitle')}>
                  <ReleaseForm series={rows} />
                </Section>
              )}
              <Section title={t('series')} aside={<span className="chip">{rows.length}</span>}>
                <SeriesTable series={rows} />
              </Section>
            </>
          )
        }
      </Loaded>
      <ComparisonsSection mayChange={mayImport} />
      <SeriesSection mayChange={mayImport} />
    </Page>
  )
}

function SeriesTable({ series }: { readonly series: readonly Series[] }) {
  const t = useText(messages)
  const words = useWords()
  return <DataTable caption={t('series')} columns={columnsOf(t, words)} rows={series} rowKey={(one) => one.itemId} />
}

function columnsOf(t: Text, words: ReturnType<typeof useWords>): readonly Column<Series>[] {
  return [
    {
      id: 'title',
      title: t('series'),
      cell: (one) => (
        <>
          <Link to="/items/$itemId" params={{ itemId: one.itemId }}>
            {one.title}
          </Link>{' '}
          <span className="chip">{t(one.origin)}</span>
        </>
      ),
    },
    {
      id: 'period',
      title: t('period'),
      cell: ({ latest }) => <span className="nowrap">{latest ? words.period(latest.periodId) : t('none')}</span>,
    },
    {
      id: 'figure',
      title: t('latest'),
      figure: true,
      cell: ({ latest, figureUnit }) => (
        <>
          <Figure value={latest ? shown(latest.value) : null} unit={figureUnit} />
          {latest?.estimate && <span className="chip">{t('estimate')}</span>}
          {latest && <Judged {...latest} />}
        </>
      ),
    },
    {
      id: 'source',
      title: t('source'),
      cell: ({ latest }) => latest && `${latest.body}，${latest.document}（${words.moment(latest.releasedOn)}）`,
    },
  ]
}
