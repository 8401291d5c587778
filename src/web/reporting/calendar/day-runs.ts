import { addDays } from '#core/kit'

/** One day of a work calendar, as far as it is shown. */
interface Day {
  readonly date: string
  readonly work: boolean
  readonly name: string
  readonly source: string
}

/** Days that follow one another and are arranged alike. */
export interface DayRun<Kind extends Day> {
  readonly first: Kind
  readonly last: string
}

/** A year's days as runs: seven days of a holiday are one row. A day that the region set by itself stands alone, to be taken back. */
export function runsOf<Kind extends Day>(days: readonly Kind[]): readonly DayRun<Kind>[] {
  const runs: DayRun<Kind>[] = []
  for (const day of days) {
    const before = runs.at(-1)
    if (before && isAlike(before.first, day) && addDays(before.last, 1) === day.date)
      runs[runs.length - 1] = { first: before.first, last: day.date }
    else runs.push({ first: day, last: day.date })
  }
  return runs
}

const isAlike = (a: Day, b: Day): boolean =>
  a.source !== 'own' && a.source === b.source && a.work === b.work && a.name === b.name
