/** How an item is numbered; the order of `RANK` is the usual order of depth. */
export type MarkKind =
  | 'annex'
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'hanBracket'
  | 'number'
  | 'decimal'
  | 'decimals'
  | 'numberBracket'
  | 'circled'
  | 'row'
  | 'dash'
  | 'runIn'

/** Depth order of the kinds: a mark of a higher rank stands below one of a lower rank. */
export const RANK: Readonly<Record<MarkKind, number>> = {
  annex: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  han: 5,
  hanBracket: 6,
  number: 7,
  decimal: 7.3,
  decimals: 7.6,
  numberBracket: 8,
  circled: 9,
  row: 9.5,
  dash: 10,
  runIn: 11,
}

/** A mark at the start of a paragraph: [at, titleAt) is the mark itself, `ordinal` [at, ordinalEnd) what paths print. */
export interface Mark {
  readonly kind: MarkKind
  readonly length: number
  /** Part of the mark that the path keeps: 一 of 一、, (一) of (一), 1 of 1. */
  readonly ordinalLength: number
}

const HAN = '[一二三四五六七八九十百零〇]'
/** 1.1 and 1.1.1 number items where words follow; before a measure (1.5亿元, 6.5%) they are figures. */
const WORDS_FOLLOW =
  '[.、]?(?=[“《(\\u4e00-\\u9fff])(?![万亿个家项公千平立吨元米倍亩户人名台套兆级年月日度至到以左]|[百十]分)'
const PATTERNS: readonly (readonly [MarkKind, RegExp])[] = [
  ['part', new RegExp(`(第${HAN}{1,4}(?:部分|篇|编))[:、.]?`, 'y')],
  ['chapter', new RegExp(`(第(?:${HAN}{1,4}|\\d{1,2})章)[:、.]?`, 'y')],
  ['section', new RegExp(`(第(?:${HAN}{1,4}|\\d{1,2})节)[:、.]?`, 'y')],
  ['article', new RegExp(`(第(?:${HAN}{1,4}|\\d{1,3})条)[:、.]?`, 'y')],
  ['han', new RegExp(`(${HAN}{1,4})[、.]`, 'y')],
  ['hanBracket', new RegExp(`([(〔〈]${HAN}{1,4}[)〕〉])[、.,]?`, 'y')],
  ['decimals', new RegExp(`(\\d{1,2}\\.\\d{1,2}\\.\\d{1,2})${WORDS_FOLLOW}`, 'y')],
  ['decimal', new RegExp(`(\\d{1,2}\\.\\d{1,2})${WORDS_FOLLOW}`, 'y')],
  ['number', /(\d{1,3})(?:\.(?!\d)|\.(?=(?:\d{4}年|\d{1,2}月|\dG|\d{1,3}[个家项]))|、|\)(?!\d)|,(?=[\u4e00-\u9fff]))/y],
  ['numberBracket', /([(〔〈]\d{1,3}[)〕〉])[、.]?/y],
  ['circled', /([\u2460-\u2473])[、.]?/y],
  ['dash', /(—{1,2}|--)(?:(?![\d—-])|(?=20\d\d年))/y],
]

/** What a mark begins with: most paragraphs begin with none of these. */
const FIRST = /[第一二三四五六七八九十百零〇(〔〈\d\u2460-\u2473—-]/

/** The mark that stands at `at` in the view's text, if any. */
export function markAt(text: string, at: number): Mark | null {
  if (!FIRST.test(text.charAt(at))) return null
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { kind, length: match[0].length, ordinalLength: match[1]?.length ?? 0 }
  }
  return null
}
