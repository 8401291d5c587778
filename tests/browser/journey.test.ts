import { afterAll, beforeAll, expect, test } from 'vitest'
import { insightContract } from '#adapters/http/contract/insight'
import { eventually, openBrowserDesk } from '../support/browser.ts'
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

test('long pages begin with a part: the rest stands at a press, and the search finds it', async () => {
  const { coordinator } = journey.district.cast
  const { items } = await (await journey.as(coordinator)).ask(insightContract.wall, { query: {} })
  const plan = `plans/${journey.planId}`
  const page = await journey.page(coordinator, `${plan}?view=duties&list=tasks`)
  const rows = page.getByRole('table', { name: '事项' }).getByRole('row')
  const others = page.getByRole('button', { name: /^显示其余 \d+ 行$/ })
  const folded = Number(/\d+/.exec(await others.innerText())?.[0])
  expect(await rows.count()).toBe(1 + 30)
  await others.click()
  await page.waitForURL(/all=yes/)
  expect(await rows.count()).toBe(1 + 30 + folded)

  await journey.page(coordinator, `${plan}/account`)
  const first = page.getByRole('table').first().getByRole('row')
  await first.first().waitFor()
  expect(await first.count()).toBe(1 + 10)
  const last = items.filter(({ campaignNo }) => campaignNo === 1).at(-1)?.title ?? ''
  const link = page.getByRole('table').first().getByRole('link', { name: last, exact: true })
  expect(await link.count()).toBe(0)
  await page.getByRole('searchbox', { name: '查找事项、单位' }).fill(last)
  await link.first().waitFor()
})

test('on a phone the wall shows all that is red or yellow, and folds the rest by campaign', async () => {
  const { coordinator, leader } = journey.district.cast
  const { items } = await (await journey.as(coordinator)).ask(insightContract.wall, { query: {} })
  const heavy = items.filter(({ light }) => light === 'red' || light === 'yellow')
  const page = await journey.page(leader)
  await page.setViewportSize({ width: 360, height: 740 })
  await journey.page(leader, 'wall')
  const campaigns = page.getByRole('region', { name: /攻坚/ })
  const shown = campaigns.getByRole('listitem')
  await campaigns.first().waitFor()
  expect(await shown.count()).toBe(heavy.filter(({ campaignNo }) => campaignNo !== null).length)
  const rest = page.getByRole('button', { name: /^其余\d+项/ })
  const folds = await rest.count()
  for (let left = folds; left > 0; left -= 1) {
    await rest.first().click()
    await eventually(() => rest.count(), left - 1)
  }
  expect(await shown.count()).toBe(items.filter(({ campaignNo }) => campaignNo !== null).length)
  expect(new URL(page.url()).searchParams.get('all')?.split('-')).toHaveLength(folds)
})
