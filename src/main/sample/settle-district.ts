import { readSourceFile } from '#adapters/files'
import { importPlan, type ItemRow, listItems, type PlanPage, publishPlan, readPlanPage } from '#app/plan'
import type { IndicatorItem } from '#core/plan'
import type { House } from '#main/server'
import type { Telling } from './answers.ts'
import { type Cast, castPerson, castPlan, foundSample } from './cast.ts'
import { readExpectedIndicators } from './expected.ts'
import { pathOfPromise } from './match-promises.ts'
import { momentOf, type Stage, told } from './sample-region.ts'
import { settleDraft } from './settle-draft.ts'
import { readSamplePlan, type Story } from './story.ts'

/** The sample district before its first dekad: everybody has an account, the plan is in force, nothing has been asked yet. */
export interface District {
  readonly cast: Cast
  readonly page: PlanPage
  readonly items: readonly ItemRow[]
  readonly indicators: readonly IndicatorItem[]
  readonly telling: Telling
}

/** Founds the region, lets everybody in, and publishes the sample plan. `clockAt` is where the region's own clock then stands. */
export async function settleDistrict(house: House, stage: Stage, story: Story, clockAt: string): Promise<District> {
  const founders = await foundSample(house, stage, clockAt)
  const centre = { ...founders, ...(await castCentre(house, stage, founders)) }
  const page = await publishSamplePlan(stage, centre.coordinator, story)
  const cast = await castPlan(house, stage, centre, page)
  const { planId } = page.plan
  const items = told(await listItems(stage(cast.coordinator, momentOf('2026-01-21')), { planId, filter: {} }), 'items')
  const indicators = items.flatMap(({ item }) => (item.kind === 'indicator' ? [item] : []))
  const paths = pathsOf(await readExpectedIndicators(), indicators, story)
  return { cast, page, items, indicators, telling: { story, paths, toldNodes: new Set() } }
}

async function castCentre(house: House, stage: Stage, founders: Parameters<typeof castPerson>[2]) {
  const person = (login: string, displayName: string, role: 'coordinator' | 'inspector' | 'leader') =>
    castPerson(house, stage, founders, { login, displayName, grant: { role } })
  return {
    coordinator: await person('xietiao', '综合协调组经办甲', 'coordinator'),
    secondCoordinator: await person('xietiao2', '综合协调组经办乙', 'coordinator'),
    inspector: await person('ducha', '督查室督查员甲', 'inspector'),
    leader: await person('quzhang', '区委副书记、区长', 'leader'),
  }
}

async function publishSamplePlan(stage: Stage, coordinator: Cast['coordinator'], story: Telling['story']) {
  const context = stage(coordinator, momentOf(story.clock.start, '10:00'))
  const file = { bytes: await readSamplePlan(), fileName: '青澜区2026年实施“六大攻坚”总体方案.docx' }
  const { draftId } = told(await importPlan(context, file, readSourceFile), 'import the plan')
  await settleDraft(context, draftId, { story, promises: await readExpectedIndicators() })
  const published = told(await publishPlan(context, { draftId }), 'publish the plan')
  return told(await readPlanPage(context, { planId: published.planId }), 'read the plan')
}

function pathsOf(
  promises: Awaited<ReturnType<typeof readExpectedIndicators>>,
  indicators: readonly IndicatorItem[],
  story: Telling['story'],
): Telling['paths'] {
  return new Map(
    promises.flatMap((promise) => {
      const path = pathOfPromise(promise, story)
      const item = indicators.find(
        (one) =>
          one.title === promise.subject && one.target.kind === promise.kind && one.target.value === promise.value,
      )
      return path && item ? [[item.itemId, path] as const] : []
    }),
  )
}
