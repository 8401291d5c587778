/** One entry of an object's history. */
export interface StateChange {
  readonly toState: string
  /** ISO instant. */
  readonly at: string
}

/** Hours spent in each state so far, in the order in which the states were first entered; the last one runs to `now`. */
export function hoursInStates(history: readonly StateChange[], now: string): { state: string; hours: number }[] {
  const hours = new Map<string, number>()
  for (const [index, change] of history.entries()) {
    const until = history[index + 1]?.at ?? now
    const spent = Math.max(0, Date.parse(until) - Date.parse(change.at)) / 3_600_000
    hours.set(change.toState, (hours.get(change.toState) ?? 0) + spent)
  }
  return [...hours].map(([state, spent]) => ({ state, hours: Math.round(spent * 10) / 10 }))
}
