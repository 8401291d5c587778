/** A view without its readonly marks: the contract's types are those of plain JSON. */
export type Plain<T> = T extends readonly (infer Entry)[]
  ? Plain<Entry>[]
  : T extends object
    ? { -readonly [Name in keyof T]: Plain<T[Name]> }
    : T

/** The same value under the contract's types; what is sent is JSON either way. */
export function plain<T>(view: T): Plain<T> {
  return view as Plain<T>
}
