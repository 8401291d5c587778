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
  ])('%s', (_, arbitrary, numRuns) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        expect(faultsOf(text)).toEqual([])
      }),
      { numRuns },
    )
  })
})

describe('a closing paragraph', () => {
  it('changes nothing before it', () => {
    expect(closingFaults(samplePlan)).toEqual([])
  })
})
