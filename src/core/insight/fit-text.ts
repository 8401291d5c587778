/** Width of one character as a share of the font size: Chinese takes the whole square, Latin letters and digits about half. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x2e80 && code !== 0xffe8) return 1
  if (code >= 0x2010 && code <= 0x2027) return character === '…' ? 1 : 0.6
  if (/[A-Z%@mwMW]/.test(character)) return 0.7
  if (/[ijl.,:;'|!()[\] ]/.test(character)) return 0.32
  return 0.56
}

/** About how wide a text is drawn at a font size, in the same unit. Drawings cannot ask the browser before they exist. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width * fontSize
}

/** What is kept or cut whole: a number with its sign and its per cent (1,234 is never read as 12…), else a single character. */
const PIECES = /[-−+≥≤]?\d[\d,.]*%?|./gsu

/** The text, or as much of its beginning as fits into a width, ending in …; no number is cut. Empty where not even that fits. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text
  let [kept, used] = ['', fontSize]
  for (const [piece] of text.matchAll(PIECES)) {
    used += textWidth(piece, fontSize)
    if (used > width) break
    kept += piece
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`
}
