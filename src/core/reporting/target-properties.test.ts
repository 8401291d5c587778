import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec, periodById } from '#core/kit'
import { type IndicatorItem, stockFlowFinding } from '#core/plan'
import { rateOf } from './rate-parts.ts'
import { countedRecognitions, funnelOf, recognisedFigure } from './recognition.ts'
import { factsOfTarget, type StatedFact } from './target-fact.ts'

const day = fc
  .integer({ min: 0, max: 364 })
  .map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10))

describe('rates', () => {
  it('are exact to four places, never above a hundred where nothing beyond the whole is counted, and never divide by nothing', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(count, count, (part, whole) => {
        const rate = rateOf({ numerator: String(part), denominator: String(whole) }, '%')
        expect(rate === null).toBe(whole === 0)
        if (rate === null) return
        const back = dec(rate).times(whole).dividedBy(100)
        expect(back.minus(part).abs().lte(dec(whole).times('0.0000005'))).toBe(true)
        if (part <= whole) expect(dec(rate).lte(100)).toBe(true)
      }),
    )
  })
})

describe('recognised rows', () => {
  const row = fc.record({
    filedOn: day,
    admittedOn: fc.option(day),
    recognisedOn: fc.option(day),
    document: fc.constant('批文'),
    lookedAt: fc.option(fc.constant('2026-07-01T00:00:00.000Z')),
    withdrawalReason: fc.option(fc.constant('重复')),
  })
  const item = {
    ...{ kind: 'indicator', origin: 'own', recognised: true, accumulation: 'yearToDate' },
    target: { measure: 'flow', baseline: null },
  } as IndicatorItem

  it('narrow from state to state, and only standing recognised ones of the time count', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const funnel = funnelOf(rows)
        expect(funnel.filed).toBeGreaterThanOrEqual(funnel.admitted)
        expect(funnel.admitted).toBeGreaterThanOrEqual(funnel.recognised)
        expect(funnel.recognised).toBeGreaterThanOrEqual(funnel.lookedAt)
        const year = recognisedFigure(item, rows, periodById('2026-M12'))
        expect(year).toEqual({ ok: true, value: String(funnel.recognised) })
        const june = countedRecognitions(item, rows, periodById('2026-M06'))
        expect(june.every(({ recognisedOn }) => recognisedOn !== null && recognisedOn <= '2026-06-30')).toBe(true)
      }),
    )
  })

  it('sum up: the periods of a year together are its running total', () => {
    const perPeriod = { ...item, accumulation: 'perPeriod' } as IndicatorItem
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const months = Array.from({ length: 12 }, (_, at) => `2026-M${String(at + 1).padStart(2, '0')}`)
        const sum = months.reduce((all, id) => all + countedRecognitions(perPeriod, rows, periodById(id)).length, 0)
        expect(sum).toBe(countedRecognitions(item, rows, periodById('2026-M12')).length)
      }),
    )
  })
})

describe('stock and flow', () => {
  const amount = fc.integer({ min: -100_000, max: 100_000 }).map((value) => dec(value).dividedBy(1000).toFixed())
  it('agree exactly where the stock is the baseline and what was added, and nowhere else', () => {
    fc.assert(
      fc.property(amount, amount, amount, (baseline, flow, off) => {
        const stock = dec(baseline).plus(flow).plus(off).toFixed()
        const finding = stockFlowFinding({ of: 'figure', baseline, flow, stock })
        expect(finding === null).toBe(dec(off).isZero())
      }),
    )
  })
})

describe('stated facts', () => {
  it('count from their approval on, the last approved one in place of the others', () => {
    const approval = fc.option(fc.integer({ min: 10, max: 28 }).map((at) => `2026-03-${at}T00:00:00.000Z`))
    fc.assert(
      fc.property(fc.array(approval, { maxLength: 8 }), (approvals) => {
        const stated = approvals.map((approvedAt, at): StatedFact => ({
          ...{
            factId: String(at),
            itemId: 'i',
            document: '公报',
            statedAt: '',
            statedBy: '',
            approvedAt,
            refusedAt: null,
          },
          fact: { kind: 'baseline', value: String(at) },
        }))
        const counting = stated.filter(({ approvedAt }) => approvedAt !== null)
        const last = counting.reduce<StatedFact | null>(
          (best, one) => (best === null || (one.approvedAt ?? '') >= (best.approvedAt ?? '') ? one : best),
          null,
        )
        expect(factsOfTarget(stated).baseline).toBe(last === null ? null : last.factId)
        expect(factsOfTarget(stated, '2026-03-01T00:00:00.000Z').baseline).toBeNull()
      }),
    )
  })
})
