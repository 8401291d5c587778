import * as reporting from '#app/reporting'
import { reportingContract as contract } from '#adapters/http/contract/reporting'
import type { Cadence } from '#adapters/http/contract/reporting'
import { type GuatuHono, register } from '#adapters/http/kernel'

/** Setting up, changing and ending cadences. */
export function rhythmRoutes(app: GuatuHono): void {
  register(app, contract.addCadence, (context, { body }) => reporting.addCadence(context, body))
  register(app, contract.changeCadence, (context, { params, body }) =>
    reporting.changeCadence(context, { ...params, ...body }),
  )
  register(app, contract.endCadence, (context, { params }) => reporting.endCadence(context, params))
}

/** A cadence as pages read it. */
export function cadenceOf(row: reporting.CadenceRow): Cadence {
  const { cadenceId, planId, planTitle, planYear, name, campaignNo, campaignName, list, endsOn } = row
  return {
    ...{ cadenceId, planId, planTitle, planYear, name, campaignNo, campaignName, list, endsOn },
    opensByItself: row.opensAfter !== null,
    acts: row.acts.map(({ act, fromDay, rule }) => ({
      ...{ act, fromDay },
      rule: rule && { ...rule, months: [...rule.months] },
    })),
  }
}
