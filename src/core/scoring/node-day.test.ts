import { expect, it } from 'vitest'
import { nodeDay } from './index.ts'

it.each<[string, string, string | null, string | undefined, string | null]>([
  ['open', '2026-03-15', null, undefined, null],
  ['reported before its day', '2026-03-15', '2026-03-10', '2026-D07', '2026-03-10'],
  ['in the dekad of its due day', '2026-03-15', '2026-03-20', '2026-D08', '2026-03-15'],
  ['in the dekad after it', '2026-03-15', '2026-03-31', '2026-D09', '2026-03-31'],
  ['asked by the month: nobody could say it earlier', '2026-03-15', '2026-03-31', '2026-M03', '2026-03-15'],
  ['asked by the month, a month later', '2026-03-15', '2026-04-30', '2026-M04', '2026-04-30'],
  ['asked by the week, in its own week', '2026-03-11', '2026-03-15', '2026-W11', '2026-03-11'],
  ['asked by the week, a week later though in the same dekad', '2026-03-11', '2026-03-20', '2026-W12', '2026-03-20'],
  ['on the first day of the period', '2026-03-16', '2026-03-22', '2026-W12', '2026-03-16'],
  ['on the day before it began', '2026-03-15', '2026-03-22', '2026-W12', '2026-03-22'],
])('a node counts as done: %s', (_, due, doneOn, reportedIn, expected) => {
  expect(nodeDay({ due, doneOn }, reportedIn)).toBe(expected)
})
