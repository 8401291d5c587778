import * as scoring from '#app/scoring'
import { accept } from '#core/kit'
import { scoringContract as contract } from '#adapters/http/contract/scoring'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'

/** Schemes, panel sheets, evaluations and their trails. */
export function scoringRoutes(app: GuatuHono): void {
  register(app, contract.scores, async (context, { query }) => {
    const scores = await scoring.readScores(context, query)
    return scores.ok ? accept(sentScores(scores.value)) : scores
  })
  register(app, contract.publishScheme, (context, { body }) => scoring.publishScheme(context, body))
  register(app, contract.runEvaluation, (context, { body }) => scoring.runEvaluation(context, body))
  register(app, contract.recompute, async (context, { params }) => {
    const recomputed = await scoring.recomputeRun(context, params)
    return recomputed.ok ? accept(plain(recomputed.value)) : recomputed
  })
  register(app, contract.trail, async (context, { params }) => {
    const trail = await scoring.readScoreTrail(context, params)
    return trail.ok ? accept(sentTrail(trail.value)) : trail
  })
  register(app, contract.panelSheet, async (context, { query }) => {
    const sheet = await scoring.readPanelSheet(context, query)
    return sheet.ok ? accept(plain(sheet.value)) : sheet
  })
  register(app, contract.givePanelScore, async (context, { body }) => {
    const given = await scoring.givePanelScore(context, body)
    return given.ok ? accept({ done: true as const }) : given
  })
}

/** The lines of the kept sheet name panel members; what is sent are the lines of the view, which do not. */
function sentTrail({ sheet, ...trail }: scoring.ScoreTrail) {
  const { objectId, league, total, bonus, deduction, rank, rankNote } = sheet
  return plain({ ...trail, sheet: { objectId, league, total, bonus, deduction, rank, rankNote } })
}

/** The table shows points; the trails stand on their own pages. */
function sentScores(view: scoring.ScoresView) {
  const leagues = view.leagues.map((league) => ({
    ...league,
    lines: league.lines.map((line) => ({ ...line, metrics: line.metrics.map(({ trail: _trail, ...score }) => score) })),
  }))
  return plain({ ...view, leagues })
}
