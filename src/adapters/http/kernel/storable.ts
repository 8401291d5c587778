/** Largest whole number that a column of the database takes. */
const LARGEST = 2_147_483_647

/**
 * The first value in parsed input that the database could not keep, in words; null where all of it can be kept: text without
 * NUL and without half of a surrogate pair, numbers within a 32-bit column. `at` says where it stands.
 */
export function unstorable(value: unknown, at = ''): { readonly at: string; readonly problem: string } | null {
  if (typeof value === 'string')
    return value.includes('\0') || /\p{Cs}/u.test(value) ? { at, problem: 'text that cannot be kept' } : null
  if (typeof value === 'number') return Math.abs(value) > LARGEST ? { at, problem: 'number too large' } : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, part] of Object.entries(value)) {
    const found = unstorable(name) ?? unstorable(part, at === '' ? name : `${at}.${name}`)
    if (found) return found
  }
  return null
}
