import type { Refusal } from '#core/kit'
import { type Language, refusalWords } from '#adapters/http/contract/words'
import type { Problem } from '#adapters/http/contract/kit'

/** Statuses by the end of a refusal's code; every other refusal is 422: understood, but not possible as asked. */
const STATUS_BY_ENDING: readonly (readonly [RegExp, number])[] = [
  [/^auth\.(tooManyAttempts|throttled)$/, 429],
  [/^auth\.(passwordTooShort|oldPasswordWrong)$/, 422],
  [/^auth\./, 401],
  [/^right\.denied$|^request\.foreignOrigin$/, 403],
  [/\.notFound$/, 404],
  [/\.(changedMeanwhile|alreadyExists)$/, 409],
  [/\.tooLarge$/, 413],
  [/^server\.diskFull$/, 507],
  [/^server\.databaseAway$/, 503],
  [/^server\./, 500],
  [/^request\./, 400],
]

/** HTTP status of a refusal code. */
export function statusOf(code: string): number {
  return STATUS_BY_ENDING.find(([ending]) => ending.test(code))?.[1] ?? 422
}

/** The refusal as problem+json, its title in the reader's language. */
export function problemOf(refusal: Refusal, language: Language): Problem {
  return {
    type: `urn:guatu:${refusal.code}`,
    title: refusalWords(refusal, language),
    status: statusOf(refusal.code),
    code: refusal.code,
    ...(refusal.at === undefined ? {} : { at: refusal.at }),
    ...(refusal.detail === undefined ? {} : { detail: { ...refusal.detail } }),
  }
}
