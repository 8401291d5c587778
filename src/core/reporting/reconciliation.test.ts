import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedFigures, checkProposal, checkSignature, reconcile } from './reconciliation.ts'
import type { SettlingAct, SideFigure } from './reconciliation.ts'
import { readSideSheet } from './side-sheet.ts'

const at = (minute: number) => `2026-07-21T01:${String(minute).padStart(2, '0')}:00.000Z`
const figure = (side: 'first' | 'second', key: string, value: string | null, minute = 0): SideFigure => ({
  ...{ side, key, label: `项目${key}`, value, carriedFrom: null, at: at(minute) },
})
const propose = (key: string, minute = 5): SettlingAct => ({
  ...{ act: 'propose', key, holds: 'first', value: '12', reason: '以国库支付为准', at: at(minute), by: 'clerk' },
})
const sign = (key: string, side: 'first' | 'second', by: string, minute = 6): SettlingAct => ({
  ...{ act: 'sign', key, side, at: at(minute), by },
})

describe('two sides', () => {
  it.each([
    ['agree by value, not by writing', '12.50', '12.5', 'agreed', '0'],
    ['differ by the last digit, exactly', '0.3', '0.1000000000000000000001', 'open', '0.1999999999999999999999'],
    ['differ where one has nothing', '12', null, 'open', null],
  ])('%s', (_, first, second, standing, gap) => {
    const figures = [figure('first', 'a', first), ...(second === null ? [] : [figure('second', 'a', second)])]
    expect(reconcile(figures, [])).toMatchObject([{ first, second, standing, gap }])
  })

  it('are settled by two signatures, and open again when a figure changes', () => {
    const figures = [figure('first', 'a', '12'), figure('second', 'a', '10')]
    const one = [propose('a'), sign('a', 'first', 'signer1')]
    const both = [...one, sign('a', 'second', 'signer2')]
    expect(reconcile(figures, one)[0]?.standing).toBe('open')
    expect(reconcile(figures, both)[0]).toMatchObject({ standing: 'settled', settlement: { value: '12' } })
    expect(reconcile([...figures, figure('second', 'a', '11', 7)], both)[0]).toMatchObject({
      ...{ standing: 'open', settlement: null },
    })
    expect(reconcile(figures, [...both, propose('a', 8)])[0]).toMatchObject({ standing: 'open' })
    expect(reconcile(figures, both, at(5))[0]).toMatchObject({ standing: 'open', settlement: { signedFirst: null } })
  })

  it('take a figure back', () => {
    expect(reconcile([figure('first', 'a', '1'), figure('first', 'a', null, 1)], [])).toEqual([])
  })

  it('never agree on different decimals, and always on the same', () => {
    const decimal = fc
      .bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
      .map((digits) => `${digits}.${String(digits).slice(-2).replace('-', '0')}`)
    fc.assert(
      fc.property(decimal, decimal, (first, second) => {
        const [line] = reconcile([figure('first', 'a', first), figure('second', 'a', second)], [])
        expect(line?.standing === 'agreed').toBe(first === second)
      }),
    )
  })
})

describe('settling', () => {
  const [line] = reconcile(
    [figure('first', 'a', '12'), figure('second', 'a', '10')],
    [propose('a'), sign('a', 'first', 'one')],
  )
  it('needs a difference, a figure and a reason', () => {
    const asked = { holds: 'first', value: null, reason: '核对凭证' } as const
    expect(checkProposal(line, asked)).toEqual({ ok: true, value: { value: '12' } })
    expect(checkProposal(line, { ...asked, reason: ' ' })).toMatchObject({
      refusal: { code: 'reconciliation.reasonMissing' },
    })
    expect(checkProposal(line, { ...asked, holds: 'neither' })).toMatchObject({
      refusal: { code: 'reconciliation.figureMissing' },
    })
    expect(checkProposal(undefined, asked)).toMatchObject({ refusal: { code: 'reconciliation.keyUnknown' } })
  })

  it('is signed by two persons, one a side', () => {
    expect(checkSignature(line, 'second', ['two']).ok).toBe(true)
    expect(checkSignature(line, 'first', ['two'])).toMatchObject({ refusal: { code: 'reconciliation.alreadySigned' } })
    expect(checkSignature(line, 'second', ['one'])).toMatchObject({
      refusal: { code: 'reconciliation.signedOtherSide' },
    })
    expect(checkSignature(line, 'second', ['deputy', 'one'])).toMatchObject({
      refusal: { code: 'reconciliation.signedOtherSide' },
    })
  })
})

it('an unsettled difference goes into the next round under its own key, once', () => {
  const lines = reconcile(
    [figure('first', 'a', '12'), figure('second', 'a', '10'), figure('first', 'b', '1'), figure('second', 'b', '1')],
    [],
  )
  const carried = carriedFigures(lines, '2026-D19')
  expect(carried.map(({ key, side, value }) => [key, side, value])).toEqual([
    ['a@2026-D19', 'first', '12'],
    ['a@2026-D19', 'second', '10'],
  ])
  const again = reconcile(
    carried.map((one) => ({ ...one, at: at(9) })),
    [],
  )
  expect(carriedFigures(again, '2026-D20').map(({ key, carriedFrom }) => [key, carriedFrom])).toEqual([
    ['a@2026-D19', '2026-D19'],
    ['a@2026-D19', '2026-D19'],
  ])
})

describe('the sheet of a side', () => {
  const rows = (...cells: readonly (readonly string[])[]) =>
    cells.map((one, index) => ({ number: index + 1, cells: one }))

  it('is read by its heads', () => {
    const { entries, findings } = readSideSheet(
      rows(
        ['7月上旬拨付情况'],
        ['项目编号', '项目名称', '累计拨付金额（万元）'],
        ['P-01', '环湖绿道', '1,200.50'],
        ['P-02', '滨江快速', '300'],
      ),
    )
    expect(findings).toEqual([])
    expect(entries).toEqual([
      { key: 'P-01', label: '环湖绿道', value: '1200.5' },
      { key: 'P-02', label: '滨江快速', value: '300' },
    ])
  })

  it('names every row that cannot be read', () => {
    const { findings } = readSideSheet(
      rows(['编号', '名称', '金额'], ['', '甲', '1'], ['P-01', '乙', ''], ['P-02', '丙', '约3'], ['P-02', '丁', '4']),
    )
    expect(findings.map(({ row, fault }) => [row, fault])).toEqual([
      [2, 'keyMissing'],
      [3, 'valueMissing'],
      [4, 'notANumber'],
      [5, 'keyTwice'],
    ])
  })
})
