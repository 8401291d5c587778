import { randomInt } from 'node:crypto'
import { expect, it } from 'vitest'
import { torture } from '../torture/torture.ts'

const ROUNDS = 10

it('keeps everything that it acknowledged, once, through ten kills of server, database and messenger', async () => {
  const seed = randomInt(1_000_000)
  const done = await torture({ rounds: ROUNDS, seed, verifyEvery: ROUNDS })
  const told = `seed ${seed}: ${JSON.stringify(done.rounds)}`
  expect(done.rounds, told).toHaveLength(ROUNDS)
  expect(
    done.rounds.flatMap(({ faults }) => faults),
    told,
  ).toEqual([])
  expect(done.rounds.filter(({ isUnderWay }) => isUnderWay).length, told).toBeGreaterThan(0)
  expect(done.verified, told).toMatchObject({ code: 0 })
  expect(done.written, told).toBeGreaterThan(0)
  expect([done.waiting, done.lost], told).toEqual([0, 0])
  expect(done.repeated, told).toBeLessThanOrEqual(done.attacksOnMessages)
}, 600_000)
