import { type Result, accept, refuse } from '#core/kit'
import { planLists, type Projection } from '#core/plan'
import type { WorkbookView } from '#core/publishing'
import { type Context, requireRight } from '#app/kit'
import type { ItemFilter } from './plan-store.ts'

/** The three lists of a plan as a workbook, narrowed like the page that it was asked from. */
export async function buildPlanLists(
  context: Context,
  input: { planId: string; filter: ItemFilter; projection: Projection },
): Promise<Result<{ fileName: string; workbook: WorkbookView }>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(
    async ({ plans, organisation }): Promise<Result<{ fileName: string; workbook: WorkbookView }>> => {
      const plan = await plans.plan(input.planId)
      const content = plan && (await plans.content(plan.planId, plan.version))
      if (!content) return refuse('plan.notFound')
      const rows = await plans.items(plan.planId, input.filter)
      const author = (await organisation.region())?.name ?? ''
      const options = { projection: input.projection, author, date: context.today }
      const workbook = planLists(
        { title: plan.title, campaigns: content.campaigns },
        rows.map(({ item, alsoIn }) => ({ item, alsoIn })),
        options,
      )
      const lists = input.projection === 'works' ? '项目任务政策清单' : '目标任务责任清单'
      return accept({ fileName: `${plan.title} ${lists}.xlsx`, workbook })
    },
  )
}
