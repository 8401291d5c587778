import { type Result, accept } from '#core/kit'
import { type BurdenLine, burdenAccount, formIdOf, formMedians, minutesText } from '#core/reporting'
import { cellsApart } from '#core/plan'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { AskedField, AskedFieldRow, MonthlyAsk, TwinRow } from './ports.ts'

/** The burden of a unit by a cadence in the month, with their names. */
export interface NamedBurden extends BurdenLine {
  readonly unitName: string
  readonly askerName: string
}

/** A month of the account as a whole. */
export interface BurdenMonth {
  readonly month: string
  readonly asks: number
  readonly units: number
  readonly minutes: string
}

/** The account of a month, open to everybody who works in the region. */
export interface BurdenView {
  readonly month: string
  readonly months: readonly BurdenMonth[]
  readonly lines: readonly NamedBurden[]
  /** Median seconds of the field's form; null where too few have answered to say. */
  readonly fields: readonly (AskedField & { readonly medianSeconds: number | null })[]
  readonly twins: readonly TwinRow[]
}

/** Reads what was asked in a month (the running one where none is named), of whom, by whom, and how long it takes. */
export async function readBurden(
  context: Context,
  input: { readonly month?: string | undefined },
): Promise<Result<BurdenView>> {
  const right = requireRight(context, 'burden.read', {})
  if (!right.ok) return right
  const month = input.month ?? `${context.today.slice(0, 4)}-M${context.today.slice(5, 7)}`
  return context.read(async (stores) => {
    const medians = formMedians(await stores.asks.formClasses())
    const asks = await stores.asks.monthlyAsks(Number(month.slice(0, 4)), context.timeZone)
    const fields = await withCellsApart(stores, await stores.asks.askedFields(month, context.timeZone))
    const records = asks.map(({ unitId, cadenceId, kind, month: own, asks: count }) => ({
      ...{ unitId, askerId: cadenceId, formId: formIdOf(cadenceId, kind), month: own, asks: count },
    }))
    const names = new Map(asks.map((ask) => [`${ask.unitId} ${ask.cadenceId}`, ask]))
    const account = burdenAccount(records, medians)
    return accept({
      month,
      months: monthsOf(asks, medians),
      lines: account
        .filter((line) => line.month === month)
        .map((line) => {
          const { unitName = '', askerName = '' } = names.get(`${line.unitId} ${line.askerId}`) ?? {}
          return { ...line, unitName, askerName }
        }),
      fields: fields.map((field) => ({
        ...field,
        medianSeconds: medians.get(formIdOf(field.cadenceId, field.kind)) ?? null,
      })),
      twins: await stores.asks.twins(),
    })
  })
}

/** Fields with the words of table rows as one line: 1｜招商｜新签约项目24个. */
async function withCellsApart(stores: Stores, rows: readonly AskedFieldRow[]): Promise<readonly AskedField[]> {
  const texts = new Map<string, readonly string[]>()
  for (const { planId, version } of rows)
    if (!texts.has(planId))
      texts.set(
        planId,
        (await stores.insight.issuedTexts(planId, version)).map(({ text }) => text),
      )
  return rows.map(({ itemId, title, quote, kind, cadenceId, askerName, units, asks, planId, sentence }) => ({
    ...{ itemId, title, kind, cadenceId, askerName, units, asks },
    quote: cellsApart({ sentence, quote }, texts.get(planId) ?? []),
  }))
}

function monthsOf(asks: readonly MonthlyAsk[], medians: ReadonlyMap<string, number>): BurdenMonth[] {
  const months = [...new Set(asks.map(({ month }) => month))].sort()
  return months.map((month) => {
    const own = asks.filter((ask) => ask.month === month)
    const seconds = own.reduce(
      (sum, { cadenceId, kind, asks: count }) => sum + count * (medians.get(formIdOf(cadenceId, kind)) ?? 0),
      0,
    )
    const count = own.reduce((sum, ask) => sum + ask.asks, 0)
    return { month, asks: count, units: new Set(own.map(({ unitId }) => unitId)).size, minutes: minutesText(seconds) }
  })
}

/** Median seconds of each form that enough have answered: what the list of a reporter adds up. */
export async function readFormTimes(
  context: Context,
): Promise<Result<readonly { readonly formId: string; readonly medianSeconds: number }[]>> {
  const right = requireRight(context, 'burden.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const medians = formMedians(await stores.asks.formClasses())
    return accept([...medians].map(([formId, medianSeconds]) => ({ formId, medianSeconds })))
  })
}
