import * as reporting from '#app/reporting'
import { accept } from '#core/kit'
import { reportingContract as contract } from '#adapters/http/contract/reporting'
import { type GuatuHono, register } from '#adapters/http/kernel'
import { lineOf } from './present.ts'

/** Duties beside the report: countersign, confirm or object, "not ours", blockages, who reports. */
export function responsibilityRoutes(app: GuatuHono): void {
  register(app, contract.dutyDesk, async (context) => {
    const found = await reporting.readDutyDesk(context)
    if (!found.ok) return found
    const { toHear, ...matters } = found.value
    return accept({
      toHear: toHear.map(({ entry, own, voices }) => ({ line: lineOf(entry), own, voices: [...voices] })),
      toChoose: matters.toChoose.map(({ itemId, itemTitle, unitId, unitName, leads }) => ({
        ...{ itemId, itemTitle, unitId, unitName, leads: [...leads] },
      })),
      toArbitrate: [...matters.toArbitrate],
      ownDisputes: [...matters.ownDisputes],
      toAnswer: [...matters.toAnswer],
      ownBlockages: [...matters.ownBlockages],
    })
  })
  register(app, contract.itemDuties, async (context, { params }) => {
    const found = await reporting.readItemDuties(context, params)
    if (!found.ok) return found
    const { holders, choices, heard, changes, disputes, blockages, ...rest } = found.value
    return accept({
      ...rest,
      holders: [...holders],
      choices: [...choices],
      heard: heard.map(({ periodId, voices }) => ({ periodId, voices: [...voices] })),
      changes: [...changes],
      disputes: [...disputes],
      blockages: blockages.map((blockage) => ({ ...blockage, events: [...blockage.events] })),
    })
  })
  register(app, contract.giveVoices, (context, { body }) => reporting.giveVoices(context, body.voices))
  register(app, contract.chooseReporting, (context, { params, body }) =>
    reporting.chooseReporting(context, { ...params, ...body }),
  )
  disputeRoutes(app)
  register(app, contract.raiseBlockage, (context, { params, body }) =>
    reporting.raiseBlockage(context, { ...params, ...body }),
  )
  register(app, contract.actOnBlockage, (context, { params, body }) =>
    reporting.actOnBlockage(context, { ...params, ...body }),
  )
}

function disputeRoutes(app: GuatuHono): void {
  register(app, contract.disputeDuty, (context, { params, body }) =>
    reporting.disputeDuty(context, { ...params, ...body }),
  )
  register(app, contract.arbitrateDispute, (context, { params, body }) =>
    reporting.arbitrateDispute(context, { ...params, ...body }),
  )
  register(app, contract.withdrawDispute, async (context, { params, body }) => {
    const withdrawn = await reporting.withdrawDispute(context, { ...params, ...body })
    return withdrawn.ok ? accept({ done: true as const }) : withdrawn
  })
}
