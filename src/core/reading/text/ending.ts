/**
 * Asks with which of the words a text ends, and answers the longest; '' where with none. As a pattern of the words before `$`,
 * but only the words are tried that have the text's last character: the reader asks this of each figure and each name.
 */
export function endingOf(words: readonly string[]): (text: string) => string {
  const byLast = new Map<number, string[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const last = word.charCodeAt(word.length - 1)
    byLast.set(last, [...(byLast.get(last) ?? []), word])
  }
  return (text) => byLast.get(text.charCodeAt(text.length - 1))?.find((word) => text.endsWith(word)) ?? ''
}
