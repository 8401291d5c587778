const DIGITS = new Map(
  Object.entries({ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }),
)
const TENS = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000 }))
const MYRIADS = new Map(Object.entries({ 万: 10_000, 亿: 100_000_000 }))

function positional(text: string): number | null {
  let total = 0
  for (const unit of text) {
    const digit = DIGITS.get(unit)
    if (digit === undefined) return null
    total = total * 10 + digit
  }
  return total
}

/** The whole number that a Chinese numeral writes (二十一 → 21, 一百零五 → 105, 二〇二五 → 2025); null where it is not one. */
export function chineseNumber(text: string): number | null {
  if (text === '') return null
  const plain = positional(text)
  if (plain !== null) return plain
  let total = 0
  let section = 0
  let digit = -1
  for (const unit of text) {
    const value = DIGITS.get(unit)
    const ten = TENS.get(unit)
    const myriad = MYRIADS.get(unit)
    if (value !== undefined) digit = value
    else if (ten !== undefined) {
      section += (digit < 0 ? 1 : digit) * ten
      digit = -1
    } else if (myriad !== undefined) {
      total = (total + section + Math.max(digit, 0)) * myriad
      section = 0
      digit = -1
    } else return null
  }
  return total + section + Math.max(digit, 0)
}
