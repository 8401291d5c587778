import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instantAt, workCalendar } from '#core/kit'
import { acceptorDelay, type AskedLines, answeringOf, silentPeriods } from './answering.ts'
import { burdenAccount, formMedians, timeClass } from './burden.ts'
import { type AskedThing, placesApart, twinAsks } from './twin-ask.ts'
import { workingClock } from './working-hours.ts'

const timeZone = 'Asia/Shanghai'
const hours = workingClock(workCalendar(), timeZone)
const at = (day: string, hour: number): string => instantAt(day, hour, timeZone)

describe('working hours', () => {
  it.each([
    ['inside a day', ['2026-03-10', 10], ['2026-03-10', 15], 5],
    ['before the day begins', ['2026-03-10', 7], ['2026-03-10', 10], 1],
    ['over the night', ['2026-03-10', 16], ['2026-03-11', 10], 2],
    ['sent after hours', ['2026-03-10', 22], ['2026-03-11', 10], 1],
    ['over a weekend', ['2026-03-13', 16], ['2026-03-16', 10], 2],
    ['on a Sunday nothing passes', ['2026-03-15', 9], ['2026-03-15', 18], 0],
    ['over the Spring Festival (15 to 23 February)', ['2026-02-14', 16], ['2026-02-24', 10], 2],
    ['backwards', ['2026-03-11', 10], ['2026-03-10', 10], 0],
  ] as const)('%s', (_, from, to, expected) => {
    expect(hours(at(from[0], from[1]), at(to[0], to[1]))).toBe(expected)
  })

  it('add up, whatever lies between', () => {
    const instant = fc
      .tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 23 }))
      .map(([days, hour]) => at(addDays('2026-01-01', days), hour))
    fc.assert(
      fc.property(instant, instant, instant, (...moments) => {
        const [a, b, c] = moments.toSorted() as [string, string, string]
        expect(hours(a, b) + hours(b, c)).toBeCloseTo(hours(a, c), 6)
      }),
    )
  })
})

const line = (part: Partial<AskedLines> = {}): AskedLines => ({
  lines: 1,
  ...{ cadenceId: 'c', periodId: '2026-D07', periodState: 'sealed', unitId: 'u', officeId: 'p/1', state: 'accepted' },
  ...{ late: false, wasReturned: false, leftAt: at('2026-03-10', 10), acceptedAt: at('2026-03-10', 15) },
  ...part,
})
const silent = line({ state: 'notDue', leftAt: null, acceptedAt: null })

describe('how a unit answers', () => {
  it('counts what left it, in time or not, and what came back', () => {
    const lines = [line(), line({ late: true }), line({ wasReturned: true }), silent]
    expect(answeringOf(lines)).toEqual({
      ...{ due: 4, answered: 3, inTime: 2, returned: 1 },
      ...{ completeness: '75', timeliness: '50', returnRate: '33.3' },
    })
  })

  it('does not take what lies returned or withdrawn for answered, nor a draft', () => {
    const states = ['returned', 'withdrawn'] as const
    const lines = [...states.map((state) => line({ state, acceptedAt: null })), line({ state: 'draft', leftAt: null })]
    expect(answeringOf(lines)).toMatchObject({ due: 3, answered: 0, completeness: '0' })
    expect(answeringOf([])).toMatchObject({ completeness: null, timeliness: null, returnRate: null })
  })

  it('names the periods in which nothing came', () => {
    const other = { periodId: '2026-D06' }
    expect(silentPeriods([silent, line({ ...other }), line({ ...silent, ...other })])).toEqual(['2026-D07'])
  })
})

describe('an acceptor', () => {
  it('is measured from the moment a report reaches him, with what still waits', () => {
    const lines = [
      line(),
      line({ acceptedAt: at('2026-03-11', 10) }),
      line({ leftAt: at('2026-03-09', 9), acceptedAt: at('2026-03-09', 10) }),
      line({ state: 'signed', leftAt: at('2026-03-10', 10), acceptedAt: null }),
      silent,
    ]
    expect(acceptorDelay(lines, hours, at('2026-03-12', 10))).toEqual({
      ...{ decided: 3, waiting: 1, medianHours: '5', worstHours: '16' },
    })
    expect(acceptorDelay([silent], hours, at('2026-03-12', 10))).toMatchObject({ medianHours: null, worstHours: null })
  })
})

describe('alike lines', () => {
  const moment = fc.integer({ min: 9, max: 17 }).map((hour) => at('2026-03-10', hour))
  const group = fc.record({
    lines: fc.integer({ min: 1, max: 4 }),
    state: fc.constantFrom(...(['accepted', 'signed', 'returned', 'withdrawn', 'notDue'] as const)),
    late: fc.boolean(),
    wasReturned: fc.boolean(),
    leftAt: fc.option(moment),
    acceptedAt: fc.option(moment),
    periodId: fc.constantFrom('2026-D07', '2026-D08'),
  })

  it('counted together give what they give one by one', () => {
    fc.assert(
      fc.property(fc.array(group.map(line), { maxLength: 8 }), (groups) => {
        const apart = groups.flatMap((one) => Array.from({ length: one.lines }, () => ({ ...one, lines: 1 })))
        const now = at('2026-03-12', 10)
        expect(answeringOf(groups)).toEqual(answeringOf(apart))
        expect(acceptorDelay(groups, hours, now)).toEqual(acceptorDelay(apart, hours, now))
        expect(silentPeriods(groups)).toEqual(silentPeriods(apart))
      }),
    )
  })
})

describe('the burden account', () => {
  const ask = (unitId: string, formId: string, asks: number, month = '2025-M03') => ({
    ...{ unitId, askerId: 'dekad', formId, month, asks },
  })
  const classes = [
    { formId: 'short', seconds: 20, answers: 3 },
    { formId: 'short', seconds: 40, answers: 2 },
    { formId: 'long', seconds: 120, answers: 2 },
    { formId: 'long', seconds: 240, answers: 8 },
    { formId: 'new', seconds: 900, answers: 4 },
  ]

  it('is asks × the median of the form, heaviest first within a month', () => {
    const medians = formMedians(classes)
    expect([...medians]).toEqual([
      ['short', 20],
      ['long', 240],
    ])
    expect(burdenAccount([ask('a', 'short', 2), ask('b', 'long', 1), ask('a', 'new', 9, '2025-M02')], medians)).toEqual(
      [
        { month: '2025-M02', unitId: 'a', askerId: 'dekad', asks: 9, minutes: '0' },
        { month: '2025-M03', unitId: 'b', askerId: 'dekad', asks: 1, minutes: '4' },
        { month: '2025-M03', unitId: 'a', askerId: 'dekad', asks: 2, minutes: '0.7' },
      ],
    )
  })

  it('classes times so that the class never hides more than its width', () => {
    expect([0, 1, 5, 6, 60, 61, 299, 301, 9999].map(timeClass)).toEqual([5, 5, 5, 10, 60, 75, 300, 360, 3600])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3600 }), (seconds) => {
        const end = timeClass(seconds)
        expect(end - seconds).toBeGreaterThanOrEqual(0)
        expect(end - seconds).toBeLessThan(60)
      }),
    )
  })
})

describe('twins among asks', () => {
  const thing = (itemId: string, part: Partial<AskedThing> = {}): AskedThing => ({
    ...{
      itemId,
      kind: 'indicator',
      title: itemId,
      path: '',
      quote: '',
      subject: '新签约项目',
      figureUnit: '个',
      frequency: 'dekad',
    },
    ...{ unitId: 'trade', planTitle: '总体方案', planYear: 2026, cadenceId: 'old', cadenceName: '旬调度', ...part },
  })
  const ids = (twins: ReturnType<typeof twinAsks>) =>
    twins.map(({ asked, other, because }) => [asked.itemId, other.itemId, because])

  it.each([
    ['the same item by another cadence', thing('a'), thing('a'), [['a', 'a', 'sameItem']]],
    [
      'another item with the same subject',
      thing('a'),
      thing('b', { subject: '新签约 “项目”' }),
      [['a', 'b', 'sameSubject']],
    ],
    ['another unit of measure', thing('a'), thing('b', { figureUnit: '亿元' }), []],
    ['another unit that answers', thing('a'), thing('b', { unitId: 'build' }), []],
    ['another year', thing('a'), thing('b', { planYear: 2025 }), []],
    ['asked of nobody', thing('a', { unitId: null }), thing('a', { unitId: null }), []],
  ])('%s', (_, asked, other, expected) => {
    expect(ids(twinAsks([asked], [other]))).toEqual(expected)
  })

  it('tells two of one title apart by heading, by plan where these are two, by their words under one heading', () => {
    const one = { planTitle: '总体方案', path: '附件1/二/1', quote: '新增限额以上商贸单位26家' }
    expect(placesApart(one, { ...one, path: '附件2/三' })).toEqual({ place: '附件1/二/1', otherPlace: '附件2/三' })
    expect(placesApart(one, { ...one, planTitle: '招商方案' }).otherPlace).toBe('招商方案 附件1/二/1')
    expect(placesApart(one, { ...one, quote: '限额以上商贸单位达到210家' })).toEqual({
      place: '附件1/二/1 新增限额以上商贸单位26家',
      otherPlace: '附件1/二/1 限额以上商贸单位达到210家',
    })
  })

  it('finds them inside one cadence too, each pair once', () => {
    expect(ids(twinAsks([thing('a'), thing('b'), thing('c', { subject: '其他' })], []))).toEqual([
      ['a', 'b', 'sameSubject'],
    ])
  })
})
