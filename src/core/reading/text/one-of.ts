/**
 * The source of a pattern for any of the words, the longest first, so that 新增加 is not read as 新增; marks that mean something
 * in a pattern stand for themselves.
 */
export function oneOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
}
