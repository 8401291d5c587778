// Writes src/core/kit/holidays.data.ts from the dev dependency chinese-days: the published years with their adjusted
// working days, and the solar dates of the lunar feasts for the years to come. Run again when a new year is published.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const chineseDays = require('chinese-days')
const dataFolder = join(dirname(require.resolve('chinese-days')), 'years')
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'core', 'kit', 'holidays.data.ts')
const FIRST_YEAR = 2023
const LAST_PUBLISHED = 2026
const LAST_YEAR = 2099

const published = []
for (let year = FIRST_YEAR; year <= LAST_PUBLISHED; year += 1) {
  const { holidays, workdays } = JSON.parse(readFileSync(join(dataFolder, `${year}.json`), 'utf8'))
  published.push({ year, off: Object.keys(holidays).sort(), work: Object.keys(workdays).sort() })
}

const monthDay = (date) => date.slice(5)
const feasts = []
for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
  const lunar = (month, day) => monthDay(chineseDays.getSolarDateFromLunar(`${year}-${month}-${day}`).date)
  const qingming = monthDay(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'))
  feasts.push([year, [lunar(1, 1), qingming, lunar(5, 5), lunar(8, 15)]])
}

const list = (dates) => `[${dates.map((date) => `'${date}'`).join(', ')}]`
writeFileSync(
  target,
  `// Written by scripts/make-holidays.mjs from chinese-days (MIT); do not edit by hand.
import type { CalendarYear } from './work-calendar.ts'

/** Days off and adjusted working days as published for each year. */
export const publishedYears: readonly CalendarYear[] = [
${published.map(({ year, off, work }) => `  { year: ${year}, off: ${list(off)}, work: ${list(work)} },`).join('\n')}
]

/** Year → solar month and day of Spring Festival (初一), Qingming, Dragon Boat and Mid-Autumn. */
export const lunarFeasts: Readonly<Record<number, readonly [string, string, string, string]>> = {
${feasts.map(([year, days]) => `  ${year}: ${list(days)},`).join('\n')}
}
`,
)
