/** What stands in an entry of a backup, by its name. */
export type EntryKind =
  | { readonly kind: 'rows'; readonly table: string }
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: 'manifest' | 'manifestHash' | 'readme' | 'unknown' }

const FIXED = { 'README.txt': 'readme', 'manifest.json': 'manifest', 'manifest.json.sha256': 'manifestHash' } as const

/** Tells by its name what an entry holds. */
export function entryKind(name: string): EntryKind {
  if (name in FIXED) return { kind: FIXED[name as keyof typeof FIXED] }
  const [, table] = /^tables\/([^/]+)\/\d{6}\.copy\.gz$/u.exec(name) ?? []
  if (table !== undefined) return { kind: 'rows', table }
  const [, start, rest] = /^files\/([0-9a-f]{2})\/([0-9a-f]{62})$/u.exec(name) ?? []
  return start !== undefined && rest !== undefined ? { kind: 'file', sha256: start + rest } : { kind: 'unknown' }
}

/** `tables/report/000001.copy.gz` */
export function partName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, '0')}.copy.gz`
}

/** `files/ab/cdef…`, as in the file store. */
export function fileName(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256.slice(2)}`
}
