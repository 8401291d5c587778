import type { WireColumnUse, WireTableLook } from '#adapters/http/contract/plan'

/** What a person stated of one table, as the server takes it. */
export interface StatedColumns {
  readonly headKey: string
  readonly uses: Readonly<Record<string, WireColumnUse>>
}

/** The columns as they stand, by their letters; tables with the same heads are stated once, as the server reads them alike. */
export function statedColumns(looks: readonly WireTableLook[]): StatedColumns[] {
  const byHeads = new Map<string, StatedColumns>()
  for (const { headKey, columns } of looks) {
    if (byHeads.has(headKey)) continue
    byHeads.set(headKey, { headKey, uses: Object.fromEntries(columns.map(({ letters, use }) => [letters, use])) })
  }
  return [...byHeads.values()]
}

/** Files whose columns are shown before they are loaded. The name only decides what is asked; the content, how it is read. */
export function mayHoldTable(fileName: string): boolean {
  return /\.(xlsx?|xlsm|csv|et)$/i.test(fileName)
}
