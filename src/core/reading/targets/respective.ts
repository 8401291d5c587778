import type { Figure } from '../figures/figures.ts'
import type { FoundIndicator, ReadingContext } from '../kernel.ts'
import { quoteOf } from '../tree/tree.ts'
import type { LeftSide } from './left.ts'

type Part = Pick<FoundIndicator, 'subject' | 'value' | 'valueHigh' | 'unit' | 'figureAt' | 'figureEnd' | 'at' | 'end'>

const BETWEEN = /^(?:的[^、,;]{0,12})?[、,]?(?:和|及|与|以及|达到|提高到)?$/

/** Figures that follow each other with only 、 or 和 between: 15%和18%. */
function run(text: string, figures: readonly Figure[]): Figure[] {
  const found: Figure[] = []
  for (const figure of figures) {
    const last = found[found.length - 1]
    if (last && !BETWEEN.test(text.slice(last.to, figure.from))) break
    found.push(figure)
  }
  return found
}

/** Cuts the words before 分别 into as many subjects as there are figures; null where they do not match. */
function subjects(text: string, left: LeftSide, count: number): { start: number; end: number }[] | null {
  const found: { start: number; end: number }[] = []
  let from = left.subjectStart
  for (let at = left.subjectStart; at <= left.subjectEnd; at++) {
    const mark = text.charAt(at)
    const cut =
      at === left.subjectEnd || mark === '、' || ((mark === '和' || mark === '及' || mark === '与') && at > from)
    if (!cut) continue
    if (at > from) found.push({ start: from, end: at })
    from = at + 1
  }
  return found.length === count ? found : null
}

/** 20个、10个百分点: an earlier bare 个 takes the unit of the last figure. */
function unitOf(figure: Figure, last: Figure): string {
  return figure.unit === '个' && last.unit.endsWith('百分点') ? last.unit : figure.unit
}

/** A、B分别达到X、Y: one part for each figure. Empty where the numbers of subjects and figures differ and one figure stands alone. */
export function respectiveSubjects({ tree }: ReadingContext, figures: readonly Figure[], left: LeftSide): Part[] {
  const list = run(tree.text, figures)
  const last = list[list.length - 1]
  if (list.length < 2 || !last) return []
  const named = subjects(tree.text, left, list.length)
  const whole = { start: left.subjectStart, end: left.subjectEnd }
  return list.map((figure, index) => {
    const subject = named?.[index] ?? whole
    return {
      subject: quoteOf(tree, subject.start, subject.end),
      value: figure.value,
      valueHigh: figure.valueHigh,
      unit: unitOf(figure, last),
      figureAt: figure.from,
      figureEnd: figure.to,
      at: left.quoteStart,
      end: last.to,
    }
  })
}
