import type { Result } from '#core/kit'

/** What a use case gave, where the test relies on its being accepted: a refusal fails the test with its code and detail. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
