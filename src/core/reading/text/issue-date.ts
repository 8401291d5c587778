import { isLocalDate } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { chineseNumber } from './numerals.ts'

/** The day on which a report was given, in the line under its title. */
const GIVEN = /^(?:—{1,2}|\()?((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日在.{4,60}(?:会议|大会|全会)上?\)?$/
const DRAWN_UP = /^\(?成文日期\)?:?((?:19|20)\d{2})[-年/.](\d{1,2})[-月/.](\d{1,2})日?/
const DATE = /^\(?((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:印发)?\)?$/
const HAN_DATE = /^([二〇零一三四五六七八九○]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/

/** The day that a line states as its whole: 2025年3月6日, 二〇二五年三月六日, (2025年1月9日在某市…大会上); null for other lines. */
export function dateOf(words: string): LocalDate | null {
  const plain = DATE.exec(words) ?? GIVEN.exec(words)
  const han = HAN_DATE.exec(words)
  const parts = plain
    ? [plain[1], plain[2], plain[3]]
    : han
      ? [han[1]?.replace(/○/g, '〇'), han[2], han[3]].map((part) => String(chineseNumber(part ?? '') ?? ''))
      : null
  return parts ? isoDate(['', ...parts]) : null
}

/** The date of year, month and day as the groups of a match give them. */
function isoDate([, year = '', month = '', day = '']: readonly (string | undefined)[]): LocalDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}

/** Whether a line says on which day a report was given. */
export function isGiven(words: string): boolean {
  return GIVEN.test(words)
}

/** The day behind 成文日期 in the head of a page; null where the line says none. */
export function drawnUpOn(words: string): LocalDate | null {
  const match = DRAWN_UP.exec(words)
  return match && isoDate(match)
}
