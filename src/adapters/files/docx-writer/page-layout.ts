/** Measures of GB/T 9704-2012, in twips (1/20 point) where Word wants them. */

const TWIPS_PER_MM = 1_440 / 25.4

/** Millimetres as whole twips. */
export function mm(value: number): number {
  return Math.round(value * TWIPS_PER_MM)
}

/** Points as twips. */
export function pt(value: number): number {
  return Math.round(value * 20)
}

/** A4. */
export const PAGE = { width: mm(210), height: mm(297) } as const
/** 天头 37 mm, 订口 28 mm; the text area is 156 mm × 225 mm. */
export const MARGIN = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } as const
/** Text area in twips. */
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right
/** The page number stands 7 mm below the text area; Word measures from the page's edge to the footer's lower side. */
export const FOOTER_DISTANCE = MARGIN.bottom - mm(7) - pt(16)

/** 3号, 4号, 2号 in points. */
export const BODY_SIZE = 16
export const SMALL_SIZE = 14
export const TITLE_SIZE = 22
export const TABLE_SIZE = 12
/** 小五, for annexes of many rows. */
export const ANNEX_SIZE = 9
export const NOTE_SIZE = 10.5

const LINES_PER_PAGE = 22
const CHARACTERS_PER_LINE = 28
/** About 29 pt, in twips; rounded down, else the 22nd line would not fit by a hair. */
export const LINE_PITCH = Math.floor((PAGE.height - MARGIN.top - MARGIN.bottom) / LINES_PER_PAGE)
/**
 * 28 characters of 16 pt are 448 pt, the text area has 442: each is set this much closer (twips, negative). A character
 * grid would say the same, but programs other than Word spread the text with it.
 */
export const CHARACTER_SPACING = Math.floor(TEXT_WIDTH / CHARACTERS_PER_LINE - pt(BODY_SIZE))
/** 左空二字. */
export const FIRST_LINE_INDENT = Math.round((2 * TEXT_WIDTH) / CHARACTERS_PER_LINE)

/** 红头 and 分隔线. */
export const RED = 'E60000'
