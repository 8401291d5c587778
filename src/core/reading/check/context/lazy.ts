/** Makes a value when it is first asked for, and keeps it: indexes are built once, and only those that a rule needs. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
