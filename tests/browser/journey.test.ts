import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserDesk } from '../support/browser.ts'
import { type Compared, compareAll } from '../journey/compare.ts'
import { type Journey, openJourney } from '../journey/journey.ts'
import { playQuarter } from '../journey/quarter.ts'

const HALF_AN_HOUR = 1_800_000

const desk = openBrowserDesk()
const told: string[] = []
let journey: Journey
beforeAll(async () => {
  journey = await openJourney(desk, (line) => told.push(line))
}, HALF_AN_HOUR)
afterAll(() => journey?.product.remove())

test(
  'a month of the sample district is played by page, sheet and program, and every place shows what was said',
  async () => {
    await playQuarter(journey, 1)
    expect(told.filter((line) => line.endsWith('sealed'))).toHaveLength(3)
    // Every tenth item page: the whole quarter opens all of them (npm run journey).
    const compared: readonly Compared[] = await compareAll(journey, { everyNth: 10 })
    expect(compared.flatMap(({ differences }) => differences)).toEqual([])
    expect(compared.filter(({ count }) => count === 0)).toEqual([])
    expect(compared[0]?.count).toBeGreaterThan(350)
  },
  HALF_AN_HOUR,
)
