import { dec } from '#core/kit'
import type { IndicatorItem } from '#core/plan'
import { decideCorrection, makeCorrection } from '#app/reporting'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'
import type { Story } from './story.ts'

/** Tells the corrections after a seal: asked by the unit, approved by the coordinator. */
export async function tellCorrections(
  stage: Stage,
  cast: Cast,
  story: Story,
  { cadenceId, items }: { readonly cadenceId: string; readonly items: readonly IndicatorItem[] },
): Promise<void> {
  for (const one of story.corrections) {
    const item = items.find((indicator) => indicator.title === one.subject)
    const reporter = cast.reporters.get(cast.unitIds.get(one.unit) ?? '')
    if (!item || !reporter) continue
    const asked = {
      cadenceId,
      periodId: one.period,
      itemId: item.itemId,
      newFigure: dec(one.to).toFixed(),
      newClaim: null,
      reason: one.reason,
    }
    const { correctionId } = told(
      await makeCorrection(stage(reporter, momentOf(one.on, '10:00')), asked),
      `correct ${one.subject}`,
    )
    told(
      await decideCorrection(stage(cast.coordinator, momentOf(one.on, '15:00')), { correctionId, approve: true }),
      'approve',
    )
  }
}
