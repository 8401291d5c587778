import type { Refiner } from '../kernel.ts'

/** A figure is promised for the last date that its sentence names before it: 到2025年,A达到X,B达到Y. */
export const inheritDeadline: Refiner = {
  id: 'refine.inheritDeadline',
  refine({ tree, draft }) {
    let next = 0
    const dates = [...draft.deadlines].sort((a, b) => a.at - b.at)
    for (const indicator of [...draft.indicators].sort((a, b) => a.figureAt - b.figureAt)) {
      while (next < dates.length && (dates[next]?.at ?? 0) <= indicator.figureAt) next++
      const date = dates[next - 1]
      const sentence = tree.sentences[indicator.sentence]
      if (!date || !sentence || date.at < sentence.start) continue
      indicator.due = date.due
    }
  },
}
