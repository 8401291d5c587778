import type { CompoundFile } from './compound-file.ts'

/** What a compound file holds, by the streams of its root. */
export type OleContent = 'encrypted' | 'doc' | 'xls' | 'other'

/** A container that holds both is a workbook with an embedded document, or the other way round; the root knows which. */
export function oleContent({ names }: CompoundFile): OleContent {
  const has = (name: string): boolean => names.some((each) => each.toLowerCase() === name)
  if (has('encryptedpackage')) return 'encrypted'
  if (has('worddocument')) return 'doc'
  return has('workbook') || has('book') ? 'xls' : 'other'
}
