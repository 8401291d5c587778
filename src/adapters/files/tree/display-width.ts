/** Width of a text in half-width columns: Chinese characters, full-width forms and Chinese quotation marks take two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character) ? 2 : 1
  return width
}

function isWide(character: string): boolean {
  return /[\u2014\u2018-\u201d\u2026\u2030\u2460-\u24ff\u25a0-\u26ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u.test(
    character,
  )
}
