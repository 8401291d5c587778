/** Runs the work on every member, at most `width` at a time, so that the making is quick and the pool is not flooded. */
export async function inTurn<T>(
  members: readonly T[],
  width: number,
  work: (member: T) => Promise<void>,
): Promise<void> {
  const waiting = [...members]
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: Math.min(width, members.length) }, lane))
}
