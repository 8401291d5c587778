import type { LocalDate } from '#core/kit'

/** 成文日期 in Arabic numerals without leading zeros: 2025年3月5日. */
export function officialDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** Text without the control characters that XML cannot hold. */
export function printable(text: string): string {
  let kept = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const forbidden =
      (code < 0x20 && code !== 0x0a) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
    kept += code === 0x09 ? ' ' : forbidden ? '' : character
  }
  return kept
}
