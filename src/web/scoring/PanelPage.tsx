import { useSearch } from '@tanstack/react-router'
import { scoringContract as contract, type LeagueKind, type PanelSheet } from '#adapters/http/contract/scoring'
import { periodName, useEndpoint, useLanguage, useText } from '#web/kit'
import { Empty, Loaded, Page, Section, SideScroll } from '#web/ui'
import { leagueNames } from './league-words.ts'
import { scoringMessages as messages } from './messages.ts'
import { GivenCell, PanelCell } from './PanelCell.tsx'
import './scoring.css'

/** A panel member's own sheet: objects by metrics, guidance above. */
export function PanelPage() {
  const search = useSearch({ from: '/frame/panel' })
  const sheet = useEndpoint(contract.panelSheet, { query: { planId: search.plan, periodId: search.period } })
  const t = useText(messages)
  return (
    <Loaded query={sheet} title={t('panel')}>
      {(data) => <Sheet sheet={data} />}
    </Loaded>
  )
}

function Sheet({ sheet }: { readonly sheet: PanelSheet }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const period = periodName(sheet.periodId, language)
  const leagues = [...new Set(sheet.objects.map(({ league }) => league))]
  const all = sheet.objects.filter(({ may }) => may).length * sheet.metrics.length
  return (
    <Page
      title={t('panelTitle', { period })}
      lead={sheet.planTitle}
      actions={sheet.hasScheme && <span className="chip">{t('progress', { given: sheet.scores.length, all })}</span>}
    >
      {!sheet.hasScheme ? (
        <Empty text={t('panelNoScheme', { period })} />
      ) : (
        <>
          <p className="note">{t(sheet.closed ? 'panelClosed' : 'panelLead')}</p>
          <dl className="panel__guidance">
            {sheet.metrics.map(({ metricId, words, guidance }) => (
              <div key={metricId}>
                <dt>{words[language]}</dt>
                <dd>{guidance?.[language]}</dd>
              </div>
            ))}
          </dl>
          {leagues.map((league) => (
            <PanelLeague key={league} league={league} sheet={sheet} />
          ))}
        </>
      )}
    </Page>
  )
}

function PanelLeague({ league, sheet }: { readonly league: LeagueKind; readonly sheet: PanelSheet }) {
  const t = useText(messages)
  const { language } = useLanguage()
  return (
    <Section title={leagueNames[league][language]}>
      <SideScroll label={leagueNames[league][language]}>
        <table className="table panel">
          <thead>
            <tr>
              <th scope="col">{t('object')}</th>
              {sheet.metrics.map(({ metricId, words }) => (
                <th key={metricId} scope="col">
                  {words[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.objects
              .filter((object) => object.league === league)
              .map((object) => (
                <tr key={object.objectId}>
                  <th scope="row">{object.name}</th>
                  {object.may ? (
                    sheet.metrics.map((metric) => (
                      <td key={metric.metricId} data-label={metric.words[language]}>
                        {sheet.closed ? (
                          <GivenCell {...{ sheet, object, metric }} />
                        ) : (
                          <PanelCell {...{ sheet, object, metric }} />
                        )}
                      </td>
                    ))
                  ) : (
                    <td colSpan={sheet.metrics.length} className="panel__own">
                      {t('ownUnit')}
                    </td>
                  )}
                </tr>
              ))}
          </tbody>
        </table>
      </SideScroll>
    </Section>
  )
}
