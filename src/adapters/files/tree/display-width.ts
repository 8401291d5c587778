/** Blocks of wide characters, as first and last code, in order: what Chinese type sets on a full em. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x2014, 0x2014],
  [0x2018, 0x201d],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2460, 0x24ff],
  [0x25a0, 0x26ff],
  [0x2e80, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
]
const FIRST_WIDE = 0x2014

/** Width of a text in half-width columns: Chinese characters, full-width forms and Chinese quotation marks take two. */
export function displayWidth(text: string): number {
  let width = text.length
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // The two halves of a rare Chinese character already count two.
    if (code >= FIRST_WIDE && isWide(code)) width += 1
  }
  return width
}

function isWide(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true
  return WIDE.some(([first, last]) => code >= first && code <= last)
}
