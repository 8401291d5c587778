import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepDoing } from './keep-doing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Rounds that take so long, the moments at which they began, and what was told of them. */
function kept(tookMs: number, outcome: () => void = () => undefined) {
  const [begun, troubles]: [number[], unknown[]] = [[], []]
  const first = performance.now()
  const round = async (): Promise<void> => {
    begun.push(performance.now() - first)
    await new Promise((resolve) => setTimeout(resolve, tookMs))
    outcome()
  }
  return { begun, troubles, work: keepDoing(round, 1000, (problem) => troubles.push(problem)) }
}

test('does a short round again after the pause', async () => {
  const { begun, work } = kept(10)
  await vi.advanceTimersByTimeAsync(3100)
  expect(begun).toEqual([1000, 2010, 3020])
  await work.stop()
})

test('rests four times as long as a long round took', async () => {
  const { begun, work } = kept(1000)
  await vi.advanceTimersByTimeAsync(12_000)
  expect(begun).toEqual([1000, 6000, 11_000])
  const ended = work.stop()
  await vi.advanceTimersByTimeAsync(1000)
  await ended
})

test('tells of a round that fails, and does the next one', async () => {
  const { begun, troubles, work } = kept(10, () => {
    throw new Error('no line')
  })
  await vi.advanceTimersByTimeAsync(2500)
  expect(begun).toHaveLength(2)
  expect(troubles).toHaveLength(2)
  await work.stop()
})

test('ends after the round under way, and does no further one', async () => {
  const { begun, work } = kept(500)
  await vi.advanceTimersByTimeAsync(1100)
  let isOver = false
  const ended = work.stop().then(() => (isOver = true))
  await vi.advanceTimersByTimeAsync(100)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(400)
  await ended
  await vi.advanceTimersByTimeAsync(60_000)
  expect(begun).toHaveLength(1)
})
