import * as reporting from '#app/reporting'
import { accept, type Result } from '#core/kit'
import { reportingContract as contract } from '#adapters/http/contract/reporting'
import { type GuatuHono, register } from '#adapters/http/kernel'
import { correctionOf, lineOf } from './present.ts'
import { cadenceOf } from './rhythm-routes.ts'

/** Cadences, periods, seals and corrections. */
export function periodRoutes(app: GuatuHono): void {
  register(app, contract.periods, async (context) => {
    const found = await reporting.listPeriods(context)
    if (!found.ok) return found
    const { cadences, head } = found.value
    return accept({
      cadences: cadences.map(({ cadence, periods, nextPeriodId, opensNext }) => ({
        cadence: cadenceOf(cadence),
        periods: periods.map((period) => ({ ...period })),
        nextPeriodId,
        opensNext: opensNext && { ...opensNext },
      })),
      head: head && { seq: head.seq, periodId: head.periodId, hash: head.hash, sealedAt: head.sealedAt },
    })
  })
  register(app, contract.previewPeriod, async (context, { params }) =>
    ask(await reporting.previewPeriod(context, params)),
  )
  register(app, contract.openPeriod, async (context, { params }) => ask(await reporting.openPeriod(context, params)))
  register(app, contract.period, async (context, { params }) => {
    const found = await reporting.readPeriod(context, params)
    if (!found.ok) return found
    const { cadence, period, burden, units, lines, corrections } = found.value
    return accept({
      cadence: cadenceOf(cadence),
      period: { ...period },
      burden: burden && { ...burden },
      units: units.map((unit) => ({ ...unit })),
      lines: lines.map(({ entry, outcome }) => ({ ...lineOf(entry), outcome })),
      corrections: corrections.map(correctionOf),
    })
  })
  register(app, contract.closePeriod, (context, { params }) => reporting.closePeriod(context, params))
  register(app, contract.sealPeriod, (context, { params }) => reporting.sealPeriod(context, params))
  correctionRoutes(app)
}

function correctionRoutes(app: GuatuHono): void {
  register(app, contract.corrections, async (context) => {
    const found = await reporting.listCorrections(context)
    return found.ok ? accept({ corrections: found.value.map(correctionOf) }) : found
  })
  register(app, contract.makeCorrection, (context, { body }) => reporting.makeCorrection(context, body))
  register(app, contract.decideCorrection, async (context, { params, body }) => {
    const decided = await reporting.decideCorrection(context, { ...params, ...body })
    return decided.ok ? accept({ done: true as const }) : decided
  })
}

function ask(found: Awaited<ReturnType<typeof reporting.openPeriod>>): Result<{
  dueAt: string
  items: number
  units: number
  unowned: string[]
}> {
  return found.ok ? accept({ ...found.value, unowned: [...found.value.unowned] }) : found
}
