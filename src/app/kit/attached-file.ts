import type { Result } from '#core/kit'

/** Most bytes of one attached file. */
export const ATTACHMENT_LIMIT_BYTES = 20 * 1024 * 1024

/** Judges a file by its content, never by its name alone; refuses what may not be attached. */
export type TypeByContent = (bytes: Uint8Array, fileName: string) => Result<{ readonly mediaType: string }>
