/**
 * An expected refusal: a value with a stable code (`report.alreadySealed`), never an exception.
 * `at` says where in the input (a field path, a row, a span); `detail` fills the words of the refusal.
 */
export interface Refusal {
  readonly code: string
  readonly at?: string
  readonly detail?: Readonly<Record<string, string | number>>
}

/** The outcome of anything that can be refused. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Wraps a value as a success. */
export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Builds a refusal. `code` must have words in both languages (a test checks this). */
export function refuse(
  code: string,
  detail?: Readonly<Record<string, string | number>>,
  at?: string,
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...(detail ? { detail } : {}), ...(at ? { at } : {}) } }
}

/** Words of one refusal in both languages; `{name}` is filled from the refusal's detail. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Throws when a fact that the code relies on does not hold: a bug, never a user's mistake. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`)
}
