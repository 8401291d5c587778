import * as plan from '#app/plan'
import type { WriteDocx } from '#app/publishing'
import { accept } from '#core/kit'
import { planContract as contract } from '#adapters/http/contract/plan'
import type { YearPlanItem } from '#adapters/http/contract/plan'
import { type GuatuHono, register } from '#adapters/http/kernel'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Units' own years: duties, receipts, measures. */
export function yearPlanRoutes(app: GuatuHono, { writeDocx }: { readonly writeDocx: WriteDocx }): void {
  register(app, contract.yearPlan, async (context, { params }) => {
    const found = await plan.readYearPlan(context, params)
    if (!found.ok) return found
    const { parts, ...unit } = found.value
    return accept({
      ...unit,
      parts: parts.map(({ plan: { planId, title, year, version }, receipt, items }) => ({
        ...{ planId, title, year, version },
        receipt: receipt && receiptOf(receipt),
        items: items.map(itemOf),
      })),
    })
  })
  register(app, contract.yearPlanDocx, async (context, { params }) => {
    const file = await plan.yearPlanDocx(context, params, writeDocx)
    return file.ok ? accept({ ...file.value, mediaType: DOCX }) : file
  })
  register(app, contract.receivePlan, async (context, { params, body }) =>
    done(await plan.receivePlan(context, { ...params, ...body })),
  )
  register(app, contract.receipts, async (context, { params }) => {
    const found = await plan.listReceipts(context, params)
    if (!found.ok) return found
    const units = found.value.units.map((unit) => ({ ...unit, receipt: unit.receipt && receiptOf(unit.receipt) }))
    return accept({ version: found.value.version, units })
  })
  register(app, contract.addMeasure, (context, { params, body }) => plan.addMeasure(context, { ...params, ...body }))
  register(app, contract.changeMeasure, async (context, { params, body }) =>
    done(await plan.changeMeasure(context, { ...params, ...body })),
  )
}

function done(result: Awaited<ReturnType<typeof plan.receivePlan>>) {
  return result.ok ? accept({ done: true as const }) : result
}

function receiptOf({ version, signedAt, signedByName }: plan.ReceiptRow) {
  return { version, signedAt, signedByName }
}

function itemOf({ item, role, reports, measures }: plan.YearPlan['parts'][number]['items'][number]): YearPlanItem {
  const { itemId, title, path, kind, timeNodes } = item
  return {
    ...{ itemId, title, path, kind, role, reports },
    target: item.kind === 'indicator' ? targetOf(item.target) : null,
    nodes: timeNodes.map(({ label, due }) => ({ label, due })),
    measures: measures.map(({ measureId, title: words, responsible, dueOn, doneOn, revision }) => ({
      ...{ measureId, title: words, responsible, dueOn, doneOn, revision },
    })),
  }
}

function targetOf({ op, value, unit, due }: { op: string; value: string | null; unit: string; due: string }) {
  return { op, value, unit, due }
}
