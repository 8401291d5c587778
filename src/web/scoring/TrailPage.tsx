import { Link, useParams } from '@tanstack/react-router'
import { dec } from '#core/kit'
import { scoringContract as contract, type ScoreTrail } from '#adapters/http/contract/scoring'
import { periodName, useEndpoint, useLanguage, useText } from '#web/kit'
import { Loaded, Page, Section } from '#web/ui'
import { leagueNames, leftOutNames, rankNotes } from './league-words.ts'
import { scoringMessages as messages } from './messages.ts'
import { TrailTable } from './TrailTable.tsx'
import './scoring.css'

/** A score down to its records: every point opens to the lines that gave it, and each line to its record. */
export function TrailPage() {
  const params = useParams({ from: '/frame/scores/$runId/$objectId' })
  const trail = useEndpoint(contract.trail, { params })
  const t = useText(messages)
  return (
    <Loaded query={trail} title={t('scores')}>
      {(data) => <Trail trail={data} />}
    </Loaded>
  )
}

function Trail({ trail }: { readonly trail: ScoreTrail }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { sheet, run, objectName } = trail
  const rank =
    sheet.rank === null
      ? sheet.rankNote
        ? rankNotes[sheet.rankNote][language]
        : ''
      : t('rankNo', { rank: sheet.rank })
  const lead = t('trailLead', {
    ...{ league: leagueNames[sheet.league][language], period: periodName(run.periodId, language), rank },
  })
  return (
    <Page title={`${objectName} · ${dec(sheet.total).toFixed(2)}`} lead={lead}>
      <p className="no-print">
        <Link to="/scores" search={{ run: run.runId }}>
          {t('back')}
        </Link>
      </p>
      <p className="trail__how">{t('how')}</p>
      {trail.dimensions.map((dimension) => (
        <Section key={dimension.dimensionId} title={dimension.words[language]}>
          {dimension.metrics.map((metric) => {
            const score = trail.metrics.find(({ metricId }) => metricId === metric.metricId)
            return score && <MetricTrail key={metric.metricId} name={metric.words[language]} score={score} />
          })}
        </Section>
      ))}
    </Page>
  )
}

type Scored = ScoreTrail['metrics'][number]

function MetricTrail({ name, score }: { readonly name: string; readonly score: Scored }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { leftOut, points, outOf, share, spread, trail } = score
  if (leftOut !== null && trail.length === 0)
    return (
      <p className="trail__metric is-left-out">
        <b>{name}</b> {leftOutNames[leftOut][language]}
      </p>
    )
  return (
    <details className="trail__metric">
      <summary>
        <b>{name}</b>
        <span className="figure">
          {leftOut === null
            ? t('outOf', { points: dec(points).toFixed(2), outOf: dec(outOf).toFixed(2) })
            : leftOutNames[leftOut][language]}
        </span>
        {share !== null && <span className="figure">{`${dec(share).times(100).toFixed(2)}%`}</span>}
        {spread && <small>{t('spread', spread)}</small>}
        <small>{t('lines', { count: trail.length })}</small>
      </summary>
      {trail.length === 0 ? <p>{t('noLines')}</p> : <TrailTable lines={trail} />}
    </details>
  )
}
