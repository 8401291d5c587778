import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText, closingFaults, faultsOf, genre, mutated } from './any-text.fixture.ts'
import { samplePlan } from './sample-plan.data.ts'

/** 2,000 texts together; `npm run fuzz` reads 100,000. */
const RUNS = { genre: 1000, mutated: 400, anyText: 600 }

describe('reading any text: no crash, spans inside the text, quotes that stand there, twice the same, folded once for all', () => {
  it.each([
    ['put together from pieces of the genre', genre, RUNS.genre],
    ['a plan that was cut, doubled and mixed', mutated, RUNS.mutated],
    ['any characters', anyText, RUNS.anyText],
  ])(
    '%s',
    (_, arbitrary, numRuns) => {
      fc.assert(
        fc.property(arbitrary, (text) => {
          expect(faultsOf(text)).toEqual([])
        }),
        { numRuns },
      )
    },
    240_000,
  )
})

describe('texts on which it failed once', () => {
  const actions = '一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n'
  it.each([
    ['a slip inside the name of the framework', `青澜区2026年实施“三大（行动”总体方案\n${actions}`],
    ['a space inside it', `青澜区2026年实施“三大 行动”总体方案\n${actions}`],
    ['cells that begin with a closing mark', '\t6月底前社会消费品零售总额\t〕…到2025年牵头负责('],
    ['a line of stars before a closing mark', '-区发改局①\n**\n\n》1.1亿元《严禁'],
    ['a cell that is a closing mark', '\u200b\n百分之五的通知、配合\t)\t'],
    [
      'a bracket of one kind left open, one of another kind closed',
      '青澜区办公室关于印发《青澜区直各单位：\n现将《方案》印发给你们，请认真贯彻执行。\n青澜区办公室\n2025年3月6日\n）青澜区方案\n为推动经济稳中向好，制定本方案。',
    ],
    ['a round bracket and a square one', '（\n\n《]'],
  ])('%s', (_, text) => {
    expect(faultsOf(text)).toEqual([])
  })
})

describe('a closing paragraph', () => {
  it('changes nothing before it', () => {
    expect(closingFaults(samplePlan)).toEqual([])
  })
})
