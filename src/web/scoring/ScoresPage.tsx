import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { scoringContract as contract, type Scores } from '#adapters/http/contract/scoring'
import { holds, periodName, useEndpoint, useLanguage, useMe, useText } from '#web/kit'
import { Empty, Loaded, Page, SelectField } from '#web/ui'
import { LeagueTable } from './LeagueTable.tsx'
import { scoringMessages as messages } from './messages.ts'
import { DueQuarter } from './DueQuarter.tsx'
import { RecomputeNote } from './RecomputeNote.tsx'
import { SchemeSection } from './SchemeSection.tsx'
import './scoring.css'

/** Leagues of one evaluation, what is due to be evaluated, and the scheme. */
export function ScoresPage() {
  const search = useSearch({ from: '/frame/scores' })
  const scores = useEndpoint(contract.scores, { query: { planId: search.plan, runId: search.run } })
  const t = useText(messages)
  return (
    <Loaded query={scores} title={t('scores')}>
      {(data) => <ScoresView scores={data} />}
    </Loaded>
  )
}

function ScoresView({ scores }: { readonly scores: Scores }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const me = useMe()
  const { run, plan, due } = scores
  const lead = run
    ? t('scoresLead', {
        ...{ period: periodName(run.periodId, language), version: run.schemeVersion, by: run.runByName },
        at: run.runAt,
      })
    : ''
  const sheet = me.data && holds(me.data, 'panelMember') && (
    <Link className="button button--primary" to="/panel">
      {t('panel')}
    </Link>
  )
  return (
    <Page title={t('scores')} lead={lead} actions={sheet}>
      {due && plan && <DueQuarter due={due} planId={plan.planId} mayRun={scores.may.run} />}
      {run === null ? (
        <Empty text={t(plan === null ? 'noPlan' : 'noRuns')} />
      ) : (
        <>
          <div className="toolbar">
            <RunChoice scores={scores} />
            <RecomputeNote runId={run.runId} />
          </div>
          {scores.leagues.map((league) => (
            <LeagueTable key={league.league} league={league} scores={scores} runId={run.runId} />
          ))}
        </>
      )}
      {plan && <SchemeSection scores={scores} planId={plan.planId} today={me.data?.region.today} />}
    </Page>
  )
}

function RunChoice({ scores }: { readonly scores: Scores }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const navigate = useNavigate({ from: '/scores' })
  return (
    <SelectField
      label={t('period')}
      value={scores.run?.runId ?? ''}
      options={scores.runs.map(({ runId, periodId }) => ({ value: runId, label: periodName(periodId, language) }))}
      onChange={(event) => void navigate({ search: (before) => ({ ...before, run: event.target.value }) })}
    />
  )
}
