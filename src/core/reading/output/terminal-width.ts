/** Ranges that a terminal shows in two columns: East Asian Width W and F (Unicode Standard Annex 11), first and last code. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x274c, 0x274c],
  [0x2795, 0x2797],
  [0x2b50, 0x2b50],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]
/** Marks that take no column of their own: combining, joiners, variation selectors, the byte order mark. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns of a terminal that a text takes: Han characters and full-width marks two, curly quotes and dashes one. */
export function terminalWidth(text: string): number {
  let columns = 0
  for (const mark of text) columns += widthOf(mark)
  return columns
}

/** The longest beginning of a text that fits into so many columns. */
export function fitColumns(text: string, columns: number): string {
  let taken = 0
  let end = 0
  for (const mark of text) {
    taken += widthOf(mark)
    if (taken > columns) break
    end += mark.length
  }
  return text.slice(0, end)
}

function widthOf(mark: string): number {
  const code = mark.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (code >= 0x4e00 && code <= 0x9fff) return 2
  if (NO_WIDTH.test(mark)) return 0
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}
