import { type Result, accept, localDateAt } from '#core/kit'
import { targetWords } from '#core/plan'
import { composeYearPlan, type YearPlanPaper } from '#core/publishing'
import type { Context } from '#app/kit'
import type { NamedFile, WriteDocx } from '#app/publishing'
import { readYearPlan, type YearPlanPart } from './year-plan.ts'

/** A unit's own year as a Word file in the official layout, with what the unit has signed for and its own measures. */
export async function yearPlanDocx(
  context: Context,
  input: { readonly unitId: string },
  writeDocx: WriteDocx,
): Promise<Result<NamedFile>> {
  const year = await readYearPlan(context, input)
  if (!year.ok) return year
  const { unitName, parts } = year.value
  const paper = { unitName, date: context.today, parts: parts.map((part) => partOf(part, context.timeZone)) }
  return accept({
    bytes: await writeDocx(composeYearPlan(paper)),
    fileName: `${unitName}年度计划.docx`.replace(/[\\/:*?"<>|]/g, ''),
  })
}

function partOf({ plan, receipt, items }: YearPlanPart, timeZone: string): YearPlanPaper['parts'][number] {
  return {
    planTitle: plan.title,
    version: plan.version,
    receipt: receipt && {
      ...{ version: receipt.version, by: receipt.signedByName, on: localDateAt(receipt.signedAt, timeZone) },
    },
    lines: items.map(({ item, role, reports, measures }) => ({
      ...{ title: item.title, role, reports, nodes: item.timeNodes, measures },
      target: item.kind === 'indicator' ? targetWords(item.target).zh : '',
    })),
  }
}
