import { parseArgs } from 'node:util'
import { openBrowser } from '../support/visitors.ts'
import { compareAll, tableOf } from './compare.ts'
import { openJourney } from './journey.ts'
import { takePictures } from './pictures.ts'
import { playQuarter } from './quarter.ts'

// A step of an office day on a machine that may be busy.
const PATIENCE_MS = 120_000

const { values } = parseArgs({
  options: { months: { type: 'string', default: '3' }, pictures: { type: 'string' } },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const browser = await openBrowser(PATIENCE_MS)
const journey = await openJourney(browser, say)
try {
  await playQuarter(journey, Number(values.months))
  const compared = await compareAll(journey, { everyNth: 1 })
  const differences = compared.flatMap((one) => one.differences)
  for (const line of differences) say(line)
  say(tableOf(compared))
  const faults = values.pictures === undefined ? [] : await takePictures(journey, values.pictures)
  for (const line of [...faults, ...browser.complaints()]) say(line)
  process.exitCode = differences.length + faults.length === 0 ? 0 : 1
} catch (problem) {
  say(`The pages as they stood: ${await browser.picture()}`)
  throw problem
} finally {
  await browser.close()
  await journey.product.remove()
}
