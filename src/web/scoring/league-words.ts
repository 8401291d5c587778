import type { LeagueKind, MetricScore, ScoreLine } from '#adapters/http/contract/scoring'

type Both = { readonly zh: string; readonly en: string }

/** What the leagues are called. */
export const leagueNames: Readonly<Record<LeagueKind, Both>> = {
  taskForces: { zh: '专班', en: 'Task forces' },
  bureaus: { zh: '部门', en: 'Bureaus' },
  townships: { zh: '乡镇街道', en: 'Townships and streets' },
  stateCompanies: { zh: '国有企业', en: 'State companies' },
}

/** Why a metric is left out. */
export const leftOutNames: Readonly<Record<NonNullable<MetricScore['leftOut']>, Both>> = {
  noDuty: { zh: '无此项职责，不计入', en: 'no such duty, left out' },
  notDue: { zh: '尚未到期，不计入', en: 'not due yet, left out' },
  noPanel: { zh: '无人评分，不计入', en: 'nobody gave a score, left out' },
  noPeriodBefore: { zh: '无上期可比，不计入', en: 'no period before, left out' },
  leagueTooSmall: { zh: '同组不足，不计入', en: 'league too small, left out' },
}

/** Why there is no rank. */
export const rankNotes: Readonly<Record<NonNullable<ScoreLine['rankNote']>, Both>> = {
  leagueTooSmall: { zh: '同组不足，不排名', en: 'league too small to be ranked' },
  vetoed: { zh: '一票否决，不参加排名', en: 'vetoed, not ranked' },
  nothingToJudge: { zh: '本期无可评事项', en: 'nothing to judge this period' },
}
