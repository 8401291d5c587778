import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodById, periodsEndingIn } from '#core/kit'
import type { Duty, Frequency, IndicatorItem, Origin, PlanItem, TaskItem } from '#core/plan'
import { dueItems, figurePeriodDue } from './due-figures.ts'
import { commonReleaseRules, expectedReleases, releaseDueAt } from './release-calendar.ts'
import { countersigners, openSheets, reportingUnit } from './sheets.ts'

const duty = (unit: string, role: Duty['role']): Duty => ({ unit, role })

const task = (
  itemId: string,
  frequency: Frequency,
  duties: readonly Duty[] = [duty('区商务局', 'lead')],
): TaskItem => ({
  kind: 'task',
  itemId,
  campaignNo: 1,
  path: '附件1/二',
  title: '推动消费扩容',
  sentence: null,
  quote: '推动消费扩容',
  duties,
  openList: false,
  leaderInCharge: null,
  responsiblePerson: null,
  timeNodes: [],
  frequency,
})

const indicator = (itemId: string, origin: Origin): IndicatorItem => ({
  ...task(itemId, 'month'),
  kind: 'indicator',
  target: {
    subject: '社会消费品零售总额',
    kind: 'growth',
    op: '>=',
    value: '6',
    valueHigh: null,
    unit: '%',
    commitment: 'firm',
    measure: 'hold',
    baseline: null,
    relativeTo: null,
    due: '2025-12-31',
  },
  accumulation: 'snapshot',
  origin,
  trajectory: { kind: 'linear' },
  taskId: null,
  measureConfirmed: true,
})

describe('figurePeriodDue', () => {
  it('asks every dekad exactly once over the weeks of ten years, those with a 53rd week among them', () => {
    const weeks = periodsEndingIn('week', '2020-01-01', '2030-01-10')
    const asked = weeks.flatMap((week) => figurePeriodDue('dekad', week)?.id ?? [])
    const dekads = periodsEndingIn('dekad', '2020-01-01', '2030-01-06').map(({ id }) => id)
    expect(asked.filter((id) => id >= '2020-D01' && id <= '2029-D36')).toEqual(dekads.filter((id) => id <= '2029-D36'))
    expect(weeks.some(({ id }) => id.endsWith('W53'))).toBe(true)
  })

  it.each<[Frequency, string, string | null]>([
    ['dekad', '2025-D07', '2025-D07'],
    ['month', '2025-D07', null],
    ['month', '2025-D09', '2025-M03'],
    ['quarter', '2025-D09', '2025-Q1'],
    ['halfYear', '2025-D09', null],
    ['halfYear', '2025-D18', '2025-H1'],
    ['year', '2025-D36', '2025'],
    ['year', '2025-D35', null],
    ['dekad', '2025-M03', '2025-D09'],
    ['month', '2025-W14', '2025-M03'],
    ['month', '2025-W15', null],
    ['month', '2025-Q1', '2025-M03'],
  ])('%s in %s → %s', (frequency, collecting, figurePeriod) => {
    expect(figurePeriodDue(frequency, periodById(collecting))?.id ?? null).toBe(figurePeriod)
  })

  it('asks for every figure of a year exactly once in a dekad cadence', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.constantFrom<Frequency>('dekad', 'month', 'quarter', 'halfYear', 'year'),
        (year, frequency) => {
          const [from, to] = [`${year}-01-01`, `${year}-12-31`]
          const asked = periodsEndingIn('dekad', from, to).flatMap(
            (period) => figurePeriodDue(frequency, period)?.id ?? [],
          )
          expect(asked).toEqual(periodsEndingIn(frequency, from, to).map((period) => period.id))
        },
      ),
    )
  })
})

describe('dueItems', () => {
  it('never asks units for what comes by release, nor for what is finished', () => {
    const items: PlanItem[] = [
      indicator('own', 'own'),
      indicator('gdp', 'statutory'),
      indicator('customs', 'official'),
      task('done', 'dekad'),
    ]
    const due = dueItems(items, periodById('2025-D09'), new Set(['done']))
    expect(due.map(({ item }) => item.itemId)).toEqual(['own'])
  })
})

describe('reportingUnit', () => {
  const [commerce, finance, street] = [
    duty('区商务局', 'lead'),
    duty('区财政局', 'lead'),
    duty('祝丰镇', 'responsible'),
  ]

  it.each<[string, Duty[], string | null, string | null]>([
    ['the lead', [street, commerce], null, '区商务局'],
    ['the first of several leads', [commerce, finance], null, '区商务局'],
    ['the lead that the office chose', [commerce, finance], '区财政局', '区财政局'],
    ['a choice that is no lead changes nothing', [commerce, street], '祝丰镇', '区商务局'],
    ['the first responsible where no lead is named', [street, duty('西洞庭街道', 'responsible')], null, '祝丰镇'],
    ['never a supporting unit', [duty('区税务局', 'support'), duty('区妇联', 'participate')], null, null],
    ['nobody', [], null, null],
  ])('%s', (_name, duties, chosen, unit) => {
    expect(reportingUnit(duties, chosen)).toBe(unit)
  })

  it('has the other leads countersign', () => {
    expect(countersigners([commerce, finance, street], '区财政局')).toEqual(['区商务局'])
  })
})

describe('openSheets', () => {
  const unitIds = new Map([
    ['区商务局', 'u1'],
    ['祝丰镇', 'u2'],
  ])
  const facts = { finished: new Set<string>(), chosen: new Map<string, string>(), unitIds }

  it('makes one sheet a unit with only what is due, and tells what nobody answers for', () => {
    const items = [
      task('a', 'dekad'),
      task('b', 'month'),
      task('c', 'dekad', [duty('祝丰镇', 'responsible')]),
      task('d', 'dekad', [duty('区妇联', 'support')]),
      task('e', 'dekad', [duty('不认识的单位', 'lead')]),
      task('f', 'dekad'),
    ]
    expect(openSheets(items, periodById('2025-D07'), facts)).toEqual({
      sheets: [
        { unitId: 'u1', lines: ['a', 'f'].map((itemId) => ({ itemId, unitId: 'u1', figurePeriodId: '2025-D07' })) },
        { unitId: 'u2', lines: [{ itemId: 'c', unitId: 'u2', figurePeriodId: '2025-D07' }] },
      ],
      unowned: ['d', 'e'],
    })
  })

  it('opens no sheet where nothing is due', () => {
    expect(openSheets([task('b', 'month')], periodById('2025-D07'), facts).sheets).toEqual([])
  })
})

describe('expectedReleases', () => {
  it('brings January and February together', () => {
    const releases = expectedReleases(commonReleaseRules.monthly, 2025)
    expect(releases).toHaveLength(11)
    expect(releases[0]).toEqual({ figurePeriodId: '2025-M02', dueOn: '2025-03-20' })
    expect(releases.at(-1)).toEqual({ figurePeriodId: '2025-M12', dueOn: '2026-01-20' })
  })

  it('brings quarterly accounts by quarter and R&D expenditure the next year', () => {
    expect(expectedReleases(commonReleaseRules.quarterly, 2025).map((release) => release.dueOn)).toEqual([
      '2025-04-25',
      '2025-07-25',
      '2025-10-25',
      '2026-01-25',
    ])
    expect(expectedReleases(commonReleaseRules.yearly, 2025)).toEqual([{ figurePeriodId: '2025', dueOn: '2026-09-30' }])
  })

  it('uses the last day of a short month, and is missing from the end of that day on', () => {
    const rule = { ...commonReleaseRules.monthly, day: 31, januaryWithFebruary: false }
    const [january] = expectedReleases(rule, 2025)
    expect(january).toEqual({ figurePeriodId: '2025-M01', dueOn: '2025-02-28' })
    expect(january && releaseDueAt(january, 'Asia/Shanghai')).toBe('2025-02-28T16:00:00.000Z')
  })
})
