/** How many answers are kept before it begins anew: some years of days in one region's zone. */
const MOST = 5000

/** A function that remembers what it answered: for questions whose answer never changes and that are asked again and again. */
export function kept<Key, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = answer(key)
    if (known.size >= MOST) known.clear()
    known.set(key, found)
    return found
  }
}
