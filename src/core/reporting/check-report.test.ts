import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorItem, Target, TaskItem } from '#core/plan'
import { accumulated, noChangeRun, unchangedFigure } from './accumulation.ts'
import { checkReport } from './check-report.ts'
import { reportingRefusals } from './refusals.ts'
import type { ReportBody } from './types.ts'

const target: Target = {
  subject: '新增就业',
  kind: 'increment',
  op: '>=',
  value: '1000',
  valueHigh: null,
  unit: '人',
  commitment: 'firm',
  measure: 'flow',
  baseline: null,
  relativeTo: null,
  due: '2025-12-31',
}

const task: TaskItem = {
  kind: 'task',
  itemId: 't',
  campaignNo: 1,
  path: '附件1',
  title: '举办招聘会',
  sentence: null,
  quote: '举办招聘会',
  duties: [],
  openList: false,
  leaderInCharge: null,
  responsiblePerson: null,
  timeNodes: [{ label: '完成场地', due: '2025-06-30' }],
  frequency: 'dekad',
}

const indicator = (parts: Partial<IndicatorItem> = {}): IndicatorItem => ({
  ...task,
  kind: 'indicator',
  target,
  accumulation: 'yearToDate',
  origin: 'own',
  trajectory: { kind: 'linear' },
  taskId: null,
  measureConfirmed: true,
  ...parts,
})

const body = (parts: Partial<ReportBody> = {}): ReportBody => ({
  figure: null,
  noChange: false,
  claim: null,
  paragraph: '',
  blockage: null,
  nodesDone: [],
  evidence: [],
  ...parts,
})

const outcome = (report: ReportBody, item: IndicatorItem | TaskItem, previous: string | null = null): string | null => {
  const checked = checkReport(report, { item, previous })
  return checked.ok ? checked.value.figure : checked.refusal.code
}

const blockage = { what: '用地未批', needs: '区自然资源局', by: '2025-07-01' }

describe('checkReport', () => {
  it('takes met or not met for a target in words, and no percentage', () => {
    const words = {
      ...target,
      kind: 'qualitative',
      measure: 'hold',
      value: null,
      unit: '',
      test: '同比增幅大于0',
    } as const
    const item = indicator({ target: words, accumulation: 'snapshot' })
    const answered = (figure: string) => checkReport(body({ figure }), { item, previous: null })
    expect([answered('1'), answered('0')]).toMatchObject([
      { ok: true, value: { figure: '1' } },
      { ok: true, value: { figure: '0' } },
    ])
    for (const figure of ['95', '0.5', '-1', '100'])
      expect(answered(figure)).toMatchObject({ ok: false, refusal: { code: 'report.verdictNotFigure' } })
  })

  it.each<[string, Partial<ReportBody>, IndicatorItem | TaskItem, string | null, string | null]>([
    ['a figure, cleaned', { figure: '１,200.50' }, indicator(), null, '1200.5'],
    ['no change repeats a running total', { noChange: true }, indicator(), '480', '480'],
    ['no change repeats a state', { noChange: true }, indicator({ accumulation: 'snapshot' }), '24', '24'],
    ['no change of a period is 0', { noChange: true }, indicator({ accumulation: 'perPeriod' }), null, '0'],
    ['no change without anything to repeat', { noChange: true }, indicator(), null, 'report.nothingToRepeat'],
    ['no change and a figure', { noChange: true, figure: '5' }, indicator(), '4', 'report.noChangeWithFigure'],
    ['no figure', {}, indicator(), null, 'report.figureMissing'],
    ['blank figure', { figure: '  ' }, indicator(), null, 'report.figureMissing'],
    ['words for a figure', { figure: '约五百' }, indicator(), null, 'report.figureNotNumber'],
    ['a figure for a task', { figure: '5', claim: 'onPace' }, task, null, 'report.figureNotAsked'],
    ['a running total that falls', { figure: '400' }, indicator(), '480', 'report.decreaseNeedsWord'],
    [
      'a running total that falls, with a word',
      { figure: '400', paragraph: '核减重复统计' },
      indicator(),
      '480',
      '400',
    ],
    ['a state may fall', { figure: '400' }, indicator({ accumulation: 'snapshot' }), '480', '400'],
    ['a negative count', { figure: '-3' }, indicator({ accumulation: 'perPeriod' }), null, 'report.negativeNeedsWord'],
    [
      'a negative growth',
      { figure: '-3' },
      indicator({ target: { ...target, kind: 'growth' }, accumulation: 'snapshot' }),
      null,
      '-3',
    ],
    [
      'more than all',
      { figure: '101' },
      indicator({ target: { ...target, kind: 'coverage' } }),
      null,
      'report.over100NeedsWord',
    ],
    ['a task without claim', {}, task, null, 'report.claimMissing'],
    ['a task with claim', { claim: 'onPace' }, task, null, null],
    ['done without evidence', { claim: 'done' }, task, null, 'report.doneNeedsEvidence'],
    ['done with evidence', { claim: 'done', evidence: ['ab'] }, task, null, null],
    ['blocked without blockage', { claim: 'blocked' }, task, null, 'report.blockedNeedsBlockage'],
    ['blocked with blockage', { claim: 'blocked', blockage }, task, null, null],
    [
      'blockage without whose help',
      { claim: 'blocked', blockage: { ...blockage, needs: ' ' } },
      task,
      null,
      'report.blockageIncomplete',
    ],
    [
      'blockage by no date',
      { claim: 'blocked', blockage: { ...blockage, by: '2025-02-30' } },
      task,
      null,
      'report.blockageDate',
    ],
    ['a node of its own', { claim: 'onPace', nodesDone: ['完成场地'] }, task, null, null],
    ['a node that is not its own', { claim: 'onPace', nodesDone: ['竣工'] }, task, null, 'report.nodeUnknown'],
    ['too many words', { claim: 'onPace', paragraph: '长'.repeat(2001) }, task, null, 'report.paragraphTooLong'],
  ])('%s', (_name, parts, item, previous, expected) => {
    expect(outcome(body(parts), item, previous)).toBe(expected)
  })
})

describe('accumulation', () => {
  const counted = (values: string[], noChange = false) =>
    values.map((value, index) => ({ figurePeriodId: `2025-D0${index + 1}`, value, noChange }))

  it('takes the latest, or adds up', () => {
    expect(accumulated('yearToDate', counted(['1', '3', '7']))).toBe('7')
    expect(accumulated('snapshot', counted(['9', '3']))).toBe('3')
    expect(accumulated('perPeriod', counted(['0.1', '0.2']))).toBe('0.3')
    expect(accumulated('perPeriod', [])).toBeNull()
  })

  it('does not move by "no change", whatever the accumulation', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }).map(String), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('yearToDate' as const, 'perPeriod' as const, 'snapshot' as const),
        (all, accumulation) => {
          const before = counted(all)
          const unchanged = unchangedFigure(accumulation, all.at(-1) ?? null)
          expect(accumulated(accumulation, [...before, ...counted([unchanged ?? 'none'])])).toBe(
            accumulated(accumulation, before),
          )
        },
      ),
    )
  })

  it.each([
    [[], 0],
    [[false], 0],
    [[false, true, true], 2],
    [[true, true], 2],
    [[true, false], 0],
  ])('%s is a run of %i', (flags, run) => {
    expect(noChangeRun(flags.map((noChange) => ({ noChange })))).toBe(run)
  })
})

it('words every refusal in both languages, without exclamation marks', () => {
  const faulty = Object.entries(reportingRefusals).filter(
    ([, { zh, en }]) => zh.trim() === '' || en.trim() === '' || /[!！]/.test(zh + en),
  )
  expect(faulty).toEqual([])
})
