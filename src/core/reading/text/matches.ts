/**
 * All matches of a global pattern, in order. As `matchAll`, without its fresh copy of the pattern at every call: the reader
 * asks thousands of times for a few characters each.
 */
export function matchesOf(pattern: RegExp, words: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
