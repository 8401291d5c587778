const DIGITS = '〇一二三四五六七八九'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'

/**
 * Writes a list number as Word shows it in one of the formats of ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat).
 * A number that the format cannot show, and a format that is not known, give plain digits.
 */
export function formatNumber(value: number, format: string): string {
  const write = FORMATS[format]
  return (value > 0 || format === 'decimalZero' ? write?.(value) : undefined) ?? String(value)
}

const FORMATS: Readonly<Record<string, (value: number) => string | undefined>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value)?.toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value)?.toLowerCase(),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10),
  chineseCounting: counting,
  chineseCountingThousand: (value) => thousands(value, '〇一二三四五六七八九', '十百千', '零'),
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: (value) => thousands(value, '〇一二三四五六七八九', '十百千', '零'),
  japaneseCounting: japanese,
  japaneseDigitalTenThousand: digits,
  ideographDigital: digits,
  taiwaneseDigital: digits,
  chineseLegalSimplified: (value) => thousands(value, LEGAL, '拾佰仟', '零'),
  ideographLegalTraditional: (value) => thousands(value, '零壹貳參肆伍陸柒捌玖', '拾佰仟', '零'),
  ideographTraditional: (value) => STEMS[value - 1],
  ideographZodiac: (value) => BRANCHES[value - 1],
}

function enclosed(value: number, first: number, count: number): string | undefined {
  return value <= count ? String.fromCodePoint(first + value - 1) : undefined
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}

/** A … Z, then AA, BB, CC: Word repeats the letter instead of counting on to AB. */
function letters(value: number): string | undefined {
  const turn = Math.floor((value - 1) / 26) + 1
  return turn > 30 ? undefined : String.fromCodePoint(65 + ((value - 1) % 26)).repeat(turn)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string | undefined {
  if (value >= 32_768) return undefined
  let rest = value
  let text = ''
  for (const [amount, letter] of ROMAN) {
    text += letter.repeat(Math.floor(rest / amount))
    rest %= amount
  }
  return text
}

/** 一〇二: digit by digit. */
function digits(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)))
}

/** 十一, 二十三; from 100 on digit by digit (一〇一). */
function counting(value: number): string {
  if (value >= 100) return digits(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`
  return head + (ones === 0 ? '' : DIGITS.charAt(ones))
}

/** 一百零一, 二千三百四十五: with places; a gap of places is bridged by one zero. */
function thousands(value: number, figures: string, places: string, zero: string): string | undefined {
  if (value >= 10_000) return undefined
  const written = String(value)
  let text = ''
  let gap = false
  for (const [index, digit] of [...written].entries()) {
    const place = written.length - 1 - index
    if (digit === '0') gap = true
    else {
      text += (gap ? zero : '') + figures.charAt(Number(digit)) + (place > 0 ? places.charAt(place - 1) : '')
      gap = false
    }
  }
  return text.startsWith('一十') ? text.slice(1) : text
}

/** 百一, 二百二十三: as the Chinese count, without the leading one of 百 and 千 and without zeros. */
function japanese(value: number): string | undefined {
  return thousands(value, DIGITS, '十百千', '')?.replace(/一(?=[十百千])/g, '')
}
