/** Symbols that plans do use, by symbol font and code: ticked and empty boxes, arrows, bullets used as characters. */
const KNOWN: Readonly<Record<string, string>> = {
  'wingdings:52': '☑',
  'wingdings:a8': '□',
  'wingdings:6f': '□',
  'wingdings:fe': '☑',
  'wingdings:fd': '☒',
  'wingdings:fc': '✓',
  'wingdings:e0': '→',
  'wingdings 2:a3': '□',
  'wingdings 2:52': '☑',
  'wingdings 2:50': '✓',
  'symbol:b3': '≥',
  'symbol:a3': '≤',
  'symbol:b1': '±',
  'symbol:b4': '×',
  'symbol:ae': '→',
}

/** The character of a w:sym; symbol fonts use code points of their own, which mean nothing as text. */
export function symbolText(code: string | undefined, font: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16)
  if (!Number.isSafeInteger(value) || value < 0x20 || value > 0x10ffff) return ''
  const isPrivate = value >= 0xe000 && value <= 0xf8ff
  const low = isPrivate ? value - 0xf000 : value
  const known = KNOWN[`${(font ?? '').toLowerCase()}:${low.toString(16)}`]
  if (known !== undefined) return known
  return isPrivate || (value >= 0xd800 && value <= 0xdfff) ? '' : String.fromCodePoint(value)
}
