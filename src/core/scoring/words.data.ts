import type { Words } from '#core/kit'
import type { LeagueKind } from './scheme.ts'
import type { LeftOut, RankNote } from './types.ts'

/** Why a metric was left out; the sheet says so beside the metric. */
export const leftOutWords: Readonly<Record<LeftOut, Words>> = {
  noDuty: { zh: '无此项职责，不计入', en: 'no such duty, left out' },
  notDue: { zh: '尚未到期，不计入', en: 'not due yet, left out' },
  noPanel: { zh: '无人评分，不计入', en: 'nobody gave a score, left out' },
  noPeriodBefore: { zh: '无上期可比，不计入', en: 'no period before, left out' },
  leagueTooSmall: { zh: '同组不足，不计入', en: 'league too small, left out' },
}

/** Why a sheet has no rank. */
export const rankNoteWords: Readonly<Record<RankNote, Words>> = {
  leagueTooSmall: { zh: '同组不足，不排名', en: 'league too small to be ranked' },
  vetoed: { zh: '一票否决，不参加排名', en: 'vetoed, not ranked' },
  nothingToJudge: { zh: '本期无可评事项', en: 'nothing to judge this period' },
}

/** What the leagues are called. */
export const leagueWords: Readonly<Record<LeagueKind, Words>> = {
  taskForces: { zh: '专班', en: 'task forces' },
  bureaus: { zh: '部门', en: 'bureaus' },
  townships: { zh: '乡镇街道', en: 'townships and streets' },
  stateCompanies: { zh: '国有企业', en: 'state companies' },
}
