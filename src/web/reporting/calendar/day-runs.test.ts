import { expect, it } from 'vitest'
import { runsOf } from './day-runs.ts'

const day = (date: string, more: { work?: boolean; name?: string; source?: string } = {}) => ({
  ...{ date, work: false, name: '', source: 'shipped' },
  ...more,
})
const shape = (days: Parameters<typeof runsOf>[0]) => runsOf(days).map(({ first, last }) => [first.date, last])

it('joins days that follow one another, over the end of a month, and parts work from rest', () => {
  expect(
    shape([
      ...[day('2026-09-30'), day('2026-10-01'), day('2026-10-02')],
      ...[day('2026-10-03', { work: true }), day('2026-10-05')],
    ]),
  ).toEqual([
    ['2026-09-30', '2026-10-02'],
    ['2026-10-03', '2026-10-03'],
    ['2026-10-05', '2026-10-05'],
  ])
})

it('keeps apart what has another name or source, and every day of the region’s own', () => {
  const own = { source: 'own', name: '防汛' }
  expect(
    shape([
      ...[day('2026-05-01', { name: '劳动节' }), day('2026-05-02')],
      ...[day('2026-06-01', own), day('2026-06-02', own)],
    ]),
  ).toHaveLength(4)
  expect(runsOf([])).toEqual([])
})
