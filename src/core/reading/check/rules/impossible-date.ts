import { lastDayOfMonth } from '#core/kit'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const BEFORE = /(?:(20\d{2})\s*年\s*)?(\d{1,2})\s*$/
const DAY = /月\s*(\d{1,2})\s*日/y
/** 13月 in 共13月 does not exist either; a span of months is 13个月. */
const MONTHS = 12

function dateAt(text: string, at: number): Hit[] {
  const before = BEFORE.exec(text.slice(Math.max(0, at - 14), at))
  DAY.lastIndex = at
  const day = DAY.exec(text)
  if (!before?.[2]) return []
  const month = Number(before[2])
  const span = { start: at - before[0].length, end: day ? at + day[0].length : at + 1 }
  const words = text.slice(span.start, span.end).replace(/\s/g, '')
  if (month < 1 || month > MONTHS) return [{ places: [span], detail: { words } }]
  if (!day?.[1]) return []
  // Without a year 29 February may exist.
  const last = Number(lastDayOfMonth(Number(before[1] ?? 2024), month).slice(8))
  return Number(day[1]) < 1 || Number(day[1]) > last ? [{ places: [span], detail: { words } }] : []
}

/** A month or day that no calendar has. */
export const impossibleDate: PlanRule = {
  id: 'plan.impossibleDate',
  severity: 'error',
  title: both('日期不存在', 'A date that does not exist'),
  why: both('9月31日、2月30日之类的时限无法执行。', 'Nobody can meet 31 September.'),
  messages: {
    main: {
      message: both('“{words}”不是日历上的日期。', '“{words}” is no date of the calendar.'),
      remedy: both('改正日期。', 'Correct the date.'),
    },
  },
  examples: {
    valid: ['一、任务\n2026年9月30日前完成验收。', '一、任务\n工期13个月，2月29日前完成。'],
    invalid: ['一、任务\n⟦2026年9月31日⟧前完成验收。'],
  },
  check: ({ text, anchors }) =>
    anchors()
      .of('月')
      .flatMap((at) => dateAt(text, at)),
}
