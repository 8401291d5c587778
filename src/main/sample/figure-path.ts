import { dayNumber, dec, type Dec, decimalText, lastDayOfMonth, type LocalDate } from '#core/kit'
import type { IndicatorItem } from '#core/plan'
import type { Story, StoryPath } from './story.ts'

/** Units that are counted in whole things: their figures are rounded down. */
const WHOLE = /^[家个件条户人名套座处台辆起项宗次所栋亩]|^场次|^人次|^台套|^万户/

/** The figure of an own indicator on a day of the story, as a decimal string; null where there is none yet. */
export function figureOn(item: IndicatorItem, path: StoryPath, day: LocalDate, story: Story): string | null {
  if (path.reachedOn !== undefined) return reached(item, path, day)
  if (path.months) return path.months[monthIndex(day)] ?? null
  const { value, baseline, measure, due } = item.target
  if (value === null) return null
  const share = shareOn(path, day, due, story, item.title)
  const from = measure === 'flow' ? dec(0) : dec(baseline ?? 0)
  const figure = from.plus(dec(value).minus(from).times(share))
  return decimalText(rounded(figure, item))
}

function reached(item: IndicatorItem, path: StoryPath, day: LocalDate): string {
  const done = path.reachedOn !== null && path.reachedOn !== undefined && day >= path.reachedOn
  const { value, baseline, measure } = item.target
  if (measure === 'once') return done ? '1' : '0'
  return done ? (value ?? '0') : (baseline ?? '0')
}

/** The last month that has ended by this day; inside a month, the one before. */
function monthIndex(day: LocalDate): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return day === lastDayOfMonth(year, month) ? month - 1 : month - 2
}

function shareOn(path: StoryPath, day: LocalDate, due: LocalDate, story: Story, subject: string): Dec {
  const begin = dayNumber(`${due.slice(0, 4)}-01-01`) - 1
  const pace = dec(dayNumber(day) - begin).div(dayNumber(due) - begin)
  const wobble = dec(path.noise ?? story.noise).times(dec(String(chance(`${story.seed}/${subject}/${day}`) * 2 - 1)))
  const share = pace.times(tempoOn(story.tempos[path.tempo ?? 'steady'] ?? ['1'], day).plus(wobble))
  if (share.lt(0)) return dec(0)
  return share.gt(1) ? dec(1) : share
}

/** Between two month ends the tempo changes evenly; before the first month end it is the first one's. */
function tempoOn(tempos: readonly string[], day: LocalDate): Dec {
  const month = Number(day.slice(5, 7))
  const last = dec(tempos[month - 1] ?? tempos.at(-1) ?? '1')
  const before = dec(tempos[month - 2] ?? tempos[0] ?? '1')
  const length = Number(lastDayOfMonth(Number(day.slice(0, 4)), month).slice(8))
  return before.plus(last.minus(before).times(dec(Number(day.slice(8))).div(length)))
}

function rounded(figure: Dec, item: IndicatorItem): Dec {
  const down = item.target.measure === 'reduce' ? 'up' : 'down'
  if (WHOLE.test(item.target.unit)) return down === 'up' ? figure.ceil() : figure.floor()
  const decimals = Math.min(2, (item.target.value?.split('.')[1]?.length ?? 0) + 1)
  return figure.toDecimalPlaces(decimals)
}

/** A number in [0, 1) that depends on the words alone (FNV-1a, mixed), so that every making of the sample is the same. */
export function chance(words: string): number {
  let hash = 2_166_136_261
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507)
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296
}
