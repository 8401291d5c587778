import { givePanelScore, publishScheme, readPanelSheet, runEvaluation } from '#app/scoring'
import type { Cast } from './cast.ts'
import { chance } from './figure-path.ts'
import { inTurn } from './in-turn.ts'
import { momentOf, type SamplePerson, type Stage, told } from './sample-region.ts'

/** The quarter that the sample judges: the last one that is over and sealed. */
const QUARTER = '2026-Q2'

/** Publishes the scheme before its first quarter begins: nobody is judged by rules made afterwards. */
export async function tellScheme(stage: Stage, cast: Cast, planId: string): Promise<void> {
  const context = stage(cast.coordinator, momentOf('2026-01-26', '10:00'))
  told(await publishScheme(context, { planId, effectiveFrom: QUARTER }), 'scheme')
}

/** The panel fills its sheets after the quarter, then the quarter is evaluated. */
export async function tellScores(stage: Stage, cast: Cast, planId: string): Promise<void> {
  await inTurn(cast.panel, 1, (member) => fillSheet(stage, member, planId))
  const context = stage(cast.coordinator, momentOf('2026-07-22', '15:00'))
  told(await runEvaluation(context, { planId, periodId: QUARTER }), 'evaluate')
}

async function fillSheet(stage: Stage, member: SamplePerson, planId: string): Promise<void> {
  const context = stage(member, momentOf('2026-07-20', '10:00'))
  const sheet = told(await readPanelSheet(context, { planId, periodId: QUARTER }), 'panel sheet')
  for (const metric of sheet.metrics) {
    for (const { objectId, may } of sheet.objects) {
      if (!may) continue
      const draw = chance(`${member.login}/${metric.metricId}/${objectId}`)
      const abstained = draw > 0.96
      const score = abstained ? null : String(72 + Math.floor(draw * 25))
      const line = { planId, periodId: QUARTER, metricId: metric.metricId, objectId, score, abstained, note: '' }
      told(await givePanelScore(context, line), `panel ${objectId}`)
    }
  }
}
