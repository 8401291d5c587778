import type { LocalDate } from '#core/kit'
import { isLocalDate } from '#core/kit'
import { lastDay } from '../recognisers/deadline.ts'

const YEAR = '(?:(\\d{4})年?)'
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/
const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/
const WORDS = new RegExp(
  `^${YEAR}?(?:(\\d{1,2})月(?:份|(\\d{1,2})日?|(底|末|初|上旬|中旬|下旬))?|(上半年|下半年|第?[一二三四]季度?)|(?:年?(?:底|末|内)|全年))?(?:末|底)?$`,
)
/** Words around a date that do not move it. */
const AROUND = /^(?:计划|力争|确保)?(?:到|至|在|于|截至)?|(?:之前|以前|前|完成|办结|启动|开工|竣工|建成)+$/g
/** 3月—6月, 1至12月: what counts is the end. */
const RANGE = /^(?:(\d{4})年)?.*(?:—+|-+|~|至|到)(?=\d)/

/** The last day that still meets what a cell of deadlines says: 2026-06-30, 2026年6月底前, 6月, 上半年, 年底. Null where it names no day. */
export function dueOfCell(words: string, year: number | null): LocalDate | null {
  const whole = words.normalize('NFKC').replace(/\s+/g, '')
  const plain = whole.replace(AROUND, '')
  const day = DAY.exec(words.normalize('NFKC').trim().replace(AROUND, '')) ?? DAY.exec(plain)
  if (day) return existing(`${day[1]}-${pad(day[2])}-${pad(day[3])}`)
  const month = MONTH.exec(plain)
  if (month) return lastDay({ ...NOTHING, year: Number(month[1]), month: month[2] })
  const range = RANGE.exec(plain)
  const end = range
    ? `${range[1] && !/^\d{4}/.test(plain.slice(range[0].length)) ? `${range[1]}年` : ''}${plain.slice(range[0].length)}`
    : plain
  const found = WORDS.exec(end)
  const stated = found?.[1] === undefined ? year : Number(found[1])
  if (!found || end === '' || stated === null) return null
  return lastDay({ year: stated, month: found[2], day: found[3], part: found[4], half: found[5] })
}

const NOTHING = { month: undefined, day: undefined, part: undefined, half: undefined } as const

function pad(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0')
}

function existing(date: LocalDate): LocalDate | null {
  return isLocalDate(date) ? date : null
}
