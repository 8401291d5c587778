const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  幺: 1,
}
const places: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const groups: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }
const contracted: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' }

/** Digits read one by one: 二〇二五 = 2025. Needs two or more, else it is an ordinary number. */
function parseDigitString(text: string): number | null {
  if (text.length < 2) return null
  let value = 0
  for (const sign of text) {
    const digit = digits[sign]
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/** A group below 万: 三千零五十二, 十五, 两百三 (colloquial: 230). null where it is badly formed. */
function parseSmall(text: string): number | null {
  let [value, pending, lastPlace, zero] = [0, -1, 10_000, false]
  for (const sign of text) {
    const digit = digits[sign]
    const place = places[sign]
    if (digit === 0) {
      if (pending >= 0) return null
      zero = true
    } else if (digit !== undefined) {
      if (pending >= 0) return null
      pending = digit
    } else if (place !== undefined && place < lastPlace) {
      if (pending < 0 && place !== 10) return null
      value += (pending < 0 ? 1 : pending) * place
      ;[pending, lastPlace, zero] = [-1, place, false]
    } else return null
  }
  if (pending < 0) return zero && text.length > 1 ? null : value
  const colloquial = !zero && lastPlace > 10 && lastPlace < 10_000
  return value + pending * (colloquial ? lastPlace / 10 : 1)
}

function parseGrouped(text: string): number | null {
  for (const group of ['亿', '億', '万', '萬']) {
    const at = text.lastIndexOf(group)
    if (at < 0) continue
    const unit = groups[group] ?? 1
    const high = parseGrouped(text.slice(0, at))
    const rest = text.slice(at + 1)
    if (high === null || high === 0) return null
    // 一万五 = 15000: a lone digit after a group counts its next lower place.
    const low = rest.length === 1 && (digits[rest] ?? 0) > 0 ? ((digits[rest] ?? 0) * unit) / 10 : parseLow(rest)
    return low === null || low >= unit ? null : high * unit + low
  }
  return text === '' ? null : parseSmall(text)
}

const parseLow = (text: string): number | null => (text === '' ? 0 : parseGrouped(text))

/**
 * Reads a whole number written in Chinese: 一百二十三, 两千, 十万, 二〇二五, 廿三, 壹仟贰佰, 一万五 (15000), 三亿零二.
 * null where the text is not one number, or where it exceeds what a number can hold exactly.
 */
export function parseChineseNumber(text: string): number | null {
  const plain = [...text].map((sign) => contracted[sign] ?? sign).join('')
  if (plain === '') return null
  const value = parseDigitString(plain) ?? parseGrouped(plain)
  return value !== null && Number.isSafeInteger(value) ? value : null
}

const signs = '零一二三四五六七八九'

function formatSmall(value: number): string {
  let text = ''
  let gap = false
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10
    if (digit === 0) gap ||= text !== ''
    else {
      text += (gap ? '零' : '') + (signs[digit] ?? '') + name
      gap = false
    }
  }
  return text
}

function formatAny(value: number): string {
  for (const [unit, name] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (value < unit) continue
    const [high, low] = [Math.floor(value / unit), value % unit]
    if (low === 0) return formatAny(high) + name
    return `${formatAny(high)}${name}${low < unit / 10 ? '零' : ''}${formatAny(low)}`
  }
  return formatSmall(value)
}

/** Writes a whole number from 0 up in Chinese as headings and dates do: 10 = 十, 110 = 一百一十, 1005 = 一千零五. */
export function formatChineseNumber(value: number): string {
  if (value === 0) return '零'
  const text = formatAny(value)
  return text.startsWith('一十') ? text.slice(1) : text
}

/** Writes digits one by one, as years are written: 2025 = 二〇二五. */
export function formatChineseDigits(text: string | number): string {
  return String(text).replace(/\d/g, (digit) => (digit === '0' ? '〇' : (signs[Number(digit)] ?? digit)))
}
