/** Characters of 2号 on one line of 156 mm. */
const LONGEST_LINE = 19
/** How much worse a bad break is than lines of unequal length, in characters. */
const BAD_BREAK = 6

/**
 * Breaks a title into lines of nearly equal length with whole words (回行时词意完整、排列对称、长短适宜): never inside a
 * number or before a closing mark, and inside quotation marks only where nothing else is left.
 */
export function titleLines(title: string): string[] {
  if (title.includes('\n')) return title.split('\n')
  const characters = [...title]
  const count = Math.ceil(width(characters) / LONGEST_LINE)
  if (count <= 1) return [title]
  const lines: string[] = []
  let rest = characters
  for (let left = count; left > 1; left -= 1) {
    const at = bestBreak(rest, width(rest) / left)
    lines.push(rest.slice(0, at).join(''))
    rest = rest.slice(at)
  }
  return [...lines, rest.join('')]
}

function bestBreak(characters: readonly string[], ideal: number): number {
  let best = characters.length
  let bestCost = Number.POSITIVE_INFINITY
  for (let at = 1; at < characters.length; at += 1) {
    const length = width(characters.slice(0, at))
    if (length > LONGEST_LINE) break
    const cost = Math.abs(length - ideal) + penalty(characters, at)
    if (cost < bestCost) [best, bestCost] = [at, cost]
  }
  return best
}

function penalty(characters: readonly string[], at: number): number {
  const before = characters.slice(0, at).join('')
  const next = characters[at] ?? ''
  if (/[0-9A-Za-z]$/.test(before) && /[0-9A-Za-z]/.test(next)) return 4 * BAD_BREAK
  if (/[，、》”）〉的]/.test(next) || /[《“（〈]$/.test(before)) return 3 * BAD_BREAK
  const insideDate = /[0-9]年?$/.test(before) && /[年月日0-9]/.test(next)
  if (insideDate || /[《“（][^》”）]*$/.test(before)) return BAD_BREAK
  if (/(关于|印发|的|、|》|”|月|旬)$/.test(before) || /[《“]/.test(next)) return 0
  return 1.5
}

/** Latin letters and digits are half as wide. */
function width(characters: readonly string[]): number {
  return characters.reduce((sum, character) => sum + (/[ -~]/.test(character) ? 0.5 : 1), 0)
}
