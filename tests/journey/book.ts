import { dec, decimalText } from '#core/kit'

/** What a unit said of one item in one period, as the journey itself knows it: nothing of it was read back from the product. */
export interface Said {
  readonly unitName: string
  /** Null for a task. */
  readonly figure: string | null
  readonly late: boolean
}

/** The journey's own account of what was said: every figure that the product shows is held against it. */
export interface Book {
  /** Reports by period and item. */
  readonly periods: ReadonlyMap<string, ReadonlyMap<string, Said>>
  say(periodId: string, itemId: string, said: Said): void
  /** A correction that was approved; it is no change of what was said, but of what stands. */
  correct(periodId: string, itemId: string, figure: string): void
  /** How many corrections were approved. */
  corrected(): number
  /** Figures of a publication, by item. */
  release(itemId: string, figure: string): void
  /** What stands now by item: the latest figure that was said, corrected or released. */
  latest(): ReadonlyMap<string, string>
  /** The figure that an item last had. */
  lastOf(itemId: string): string | null
}

/** A decimal in its one spelling. */
export const plain = (value: string): string => decimalText(dec(value))

/** Opens an empty book. */
export function openBook(): Book {
  const periods = new Map<string, Map<string, Said>>()
  const corrections = new Map<string, string>()
  const releases = new Map<string, string>()
  const latest = (): Map<string, string> => {
    const found = new Map<string, string>()
    for (const [periodId, items] of [...periods].sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const [itemId, { figure }] of items) {
        const stands = corrections.get(`${periodId} ${itemId}`) ?? figure
        if (stands !== null) found.set(itemId, stands)
      }
    return new Map([...found, ...releases])
  }
  return {
    periods,
    say(periodId, itemId, said) {
      const items = periods.get(periodId) ?? new Map<string, Said>()
      periods.set(periodId, items.set(itemId, { ...said, figure: said.figure === null ? null : plain(said.figure) }))
    },
    correct: (periodId, itemId, figure) => void corrections.set(`${periodId} ${itemId}`, plain(figure)),
    corrected: () => corrections.size,
    release: (itemId, figure) => void releases.set(itemId, plain(figure)),
    latest,
    lastOf: (itemId) => latest().get(itemId) ?? null,
  }
}
