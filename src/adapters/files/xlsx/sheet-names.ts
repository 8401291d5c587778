const LONGEST_NAME = 31

/** Names that Excel takes: no []:*?/\ , no apostrophe at the ends, at most 31 characters, each different. */
export function uniqueSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']+|[\s']+$/g, '') || '表'
    let unique = plain.slice(0, LONGEST_NAME)
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
      const suffix = `(${number})`
      unique = plain.slice(0, LONGEST_NAME - suffix.length) + suffix
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}
