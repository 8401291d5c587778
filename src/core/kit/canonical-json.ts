import { invariant } from './result.ts'

/** What canonical JSON can hold. Decimals go in as strings (`decimalText`); numbers must be safe integers. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json | undefined }

const wellFormed = (text: string): boolean => (text as { isWellFormed?: () => boolean }).isWellFormed?.() ?? true

function canonicalText(text: string): string {
  invariant(wellFormed(text), 'canonical JSON holds no lone surrogates')
  return JSON.stringify(text)
}

/**
 * JSON Canonicalization Scheme (RFC 8785): members sorted by UTF-16 code units, no white space, ECMAScript escapes.
 * Members that are undefined are left out. Throws on fractions: a decimal is a string here, so that no reader rounds it.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), `canonical JSON takes decimals as strings, not ${value}`)
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  return canonicalObject(value as { readonly [member: string]: Json | undefined })
}

function canonicalObject(value: { readonly [member: string]: Json | undefined }): string {
  const members: string[] = []
  for (const name of Object.keys(value).sort(byCodeUnit)) {
    const member = value[name]
    if (member !== undefined) members.push(`${canonicalText(name)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
