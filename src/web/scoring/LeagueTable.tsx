import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { League, MetricScore, ScoreLine, Scores } from '#adapters/http/contract/scoring'
import { dec } from '#core/kit'
import { useLanguage, useText } from '#web/kit'
import { Section, SideScroll } from '#web/ui'
import { leagueNames, leftOutNames, rankNotes } from './league-words.ts'
import { scoringMessages as messages } from './messages.ts'

interface LeagueTableProps {
  readonly league: League
  readonly scores: Scores
  readonly runId: string
}

/** One league: rank, total, and the points of every metric under its dimension. */
export function LeagueTable({ league, scores, runId }: LeagueTableProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const note = league.ranked ? t('byRank') : t('notRanked', { count: scores.smallestLeague })
  return (
    <Section
      title={leagueNames[league.league][language]}
      aside={
        <span className="scores__note">
          {t('count', { count: league.lines.length })} · {note}
        </span>
      }
    >
      <SideScroll label={leagueNames[league.league][language]}>
        <table className="table scores">
          <thead>
            <tr>
              <th rowSpan={2} scope="col" className="is-figure">
                {t('rank')}
              </th>
              <th rowSpan={2} scope="col">
                {t('object')}
              </th>
              <th rowSpan={2} scope="col" className="is-figure">
                {t('total')}
              </th>
              {scores.dimensions.map(({ dimensionId, words, metrics }) => (
                <th key={dimensionId} scope="colgroup" colSpan={metrics.length} className="scores__dimension">
                  {words[language]}
                </th>
              ))}
            </tr>
            <tr>
              {scores.dimensions.flatMap(({ metrics }) =>
                metrics.map(({ metricId, words }, index) => (
                  <th key={metricId} scope="col" className={`is-figure ${index === 0 ? 'is-first' : ''}`}>
                    {words[language]}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {league.lines.map((line) => (
              <ObjectRow key={line.objectId} line={line} scores={scores} runId={runId} />
            ))}
          </tbody>
        </table>
      </SideScroll>
    </Section>
  )
}

function ObjectRow({
  line,
  scores,
  runId,
}: {
  readonly line: ScoreLine
  readonly scores: Scores
  readonly runId: string
}) {
  const { language } = useLanguage()
  const { objectId, name, total, rank, rankNote } = line
  return (
    <tr>
      <td className="is-figure">{rank ?? <span title={rankNote ? rankNotes[rankNote][language] : ''}>—</span>}</td>
      <th scope="row">
        <Link to="/scores/$runId/$objectId" params={{ runId, objectId }}>
          {name}
        </Link>
      </th>
      <td className="is-figure scores__total">{dec(total).toFixed(2)}</td>
      {scores.dimensions.map(({ dimensionId, metrics }) => (
        <Fragment key={dimensionId}>
          {metrics.map(({ metricId }, index) => (
            <MetricCell
              key={metricId}
              first={index === 0}
              score={line.metrics.find((one) => one.metricId === metricId)}
            />
          ))}
        </Fragment>
      ))}
    </tr>
  )
}

function MetricCell({ score, first }: { readonly score: MetricScore | undefined; readonly first: boolean }) {
  const { language } = useLanguage()
  const look = `is-figure ${first ? 'is-first' : ''}`
  if (!score || score.leftOut !== null)
    return (
      <td className={`${look} is-left-out`} title={score?.leftOut ? leftOutNames[score.leftOut][language] : ''}>
        —
      </td>
    )
  return (
    <td className={look}>
      {dec(score.points).toFixed(1)}
      <small>/{dec(score.outOf).toFixed(1)}</small>
    </td>
  )
}
