/**
 * Reads one parameter of an address; undefined where it says nonsense, so that a mistyped link still opens its page. Some lines of our
 * own: a library of schemas would be a twentieth of what everybody's first page loads.
 */
type Reader<T> = (said: unknown) => T | undefined

type Read<Readers extends Record<string, Reader<unknown>>> = {
  readonly [Name in keyof Readers]?: ReturnType<Readers[Name]>
}

/** What a page takes from its address: the parameters that are named, each by its reader. */
export function searchOf<const Readers extends Record<string, Reader<unknown>>>(
  readers: Readers,
): (search: Record<string, unknown>) => Read<Readers> {
  return (search) =>
    Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(search[name])])) as Read<Readers>
}

/** A text; the router has made a number of one that looks like it. */
export const text =
  (longest = 200): Reader<string> =>
  (said) => {
    const words = typeof said === 'number' ? String(said) : said
    return typeof words === 'string' && words.length <= longest ? words : undefined
  }

/** A text of one form. */
export const matching =
  (form: RegExp): Reader<string> =>
  (said) =>
    typeof said === 'string' && form.test(said) ? said : undefined

/** The id of something stored. */
export const id = matching(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i)

/** A day, 2026-03-11. */
export const day = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** One of some words. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Reader<Word> =>
  (said) =>
    words.find((word) => word === said)

/** Yes or no. */
export const yes: Reader<boolean> = (said) => (typeof said === 'boolean' ? said : undefined)

/** A whole number between two. */
export const whole =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Reader<number> =>
  (said) => {
    const number = typeof said === 'string' && said.trim() !== '' ? Number(said) : said
    return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
      ? number
      : undefined
  }
