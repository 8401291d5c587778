import { expect, it } from 'vitest'
import { correctedFigure } from './corrected-figure.ts'

const by = (at: string) => ({ at, name: '', unitName: null, forName: null })
const correction = (newFigure: string | null, approvedAt: string | null) => ({
  ...{ oldFigure: '0.62', newFigure, oldClaim: null, newClaim: null, reason: '误计' },
  ...{ made: by('2026-06-01T01:00:00.000Z'), approved: approvedAt === null ? null : by(approvedAt) },
})

it.each([
  ['none', [], null],
  ['one that waits', [correction('0.56', null)], null],
  ['one of the claim alone', [correction('0.62', '2026-06-02T01:00:00.000Z')], null],
  ['one', [correction('0.56', '2026-06-02T01:00:00.000Z')], { old: '0.62', now: '0.56' }],
  [
    'the last of two',
    [correction('0.58', '2026-06-05T01:00:00.000Z'), correction('0.56', '2026-06-02T01:00:00.000Z')],
    { old: '0.62', now: '0.58' },
  ],
  ['one that takes the figure back', [correction(null, '2026-06-02T01:00:00.000Z')], { old: '0.62', now: null }],
])('a figure with %s', (_, corrections, expected) => {
  expect(correctedFigure({ figure: '0.62', corrections })).toEqual(expected)
})
