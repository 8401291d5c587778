/**
 * How many leading elements of an ascending list have a key at or below `limit`, by bisection: the last of them is
 * `list[count - 1]`, the first above it `list[count]`.
 */
export function countUpTo<T>(list: readonly T[], limit: number, keyOf: (element: T) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyOf(list[middle] as T) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
