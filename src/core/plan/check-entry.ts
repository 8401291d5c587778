import { accept, dec, isLocalDate, parseDecimal, refuse, type Result } from '#core/kit'
import type { DraftBody } from './draft-types.ts'
import type { IndicatorItem, PlanItem } from './types.ts'

const LONGEST_TITLE = 300

/** Whether an entry can be kept as it is typed; refusals name the field (`at`). Gaps are allowed in a draft, nonsense is not. */
export function checkEntry(entry: DraftBody): Result<true> {
  switch (entry.kind) {
    case 'item':
      return checkItem(entry.body)
    case 'unit':
      return entry.body.name.trim() === '' ? refuse('plan.nameMissing', {}, 'name') : accept(true)
    case 'campaign':
      return entry.body.name.trim() === '' ? refuse('plan.nameMissing', {}, 'name') : accept(true)
    case 'mute':
      return entry.body.reason.trim() === '' ? refuse('plan.reasonMissing', {}, 'reason') : accept(true)
    case 'meta':
      return checkDay(entry.body.issuedOn, 'issuedOn')
    case 'taskForce':
      return accept(true)
    case 'thresholds':
      return checkFigures(Object.entries(entry.body))
  }
}

function checkItem(item: PlanItem): Result<true> {
  if (item.title.trim() === '') return refuse('plan.nameMissing', {}, 'title')
  if (item.title.length > LONGEST_TITLE) return refuse('plan.nameTooLong', { longest: LONGEST_TITLE }, 'title')
  for (const [index, node] of item.timeNodes.entries()) {
    const day = checkDay(node.due, `timeNodes.${index}.due`)
    if (!day.ok) return day
  }
  const twice = item.duties.find((duty, index) => item.duties.findIndex((other) => other.unit === duty.unit) !== index)
  if (twice) return refuse('plan.dutyTwice', { unit: twice.unit }, 'duties')
  if (item.kind === 'project') return checkFigures([['investment', item.investment]])
  return item.kind === 'indicator' ? checkTarget(item) : accept(true)
}

function checkTarget({ target }: IndicatorItem): Result<true> {
  const { value, valueHigh, baseline, due } = target
  const figures = checkFigures(
    Object.entries({ 'target.value': value, 'target.valueHigh': valueHigh, 'target.baseline': baseline }),
  )
  if (!figures.ok) return figures
  if (value !== null && valueHigh !== null && dec(valueHigh).lt(dec(value))) {
    return refuse('plan.rangeReversed', {}, 'target.valueHigh')
  }
  return checkDay(due === '' ? null : due, 'target.due')
}

function checkFigures(figures: readonly (readonly [string, string | null])[]): Result<true> {
  const wrong = figures.find(([, figure]) => figure !== null && parseDecimal(figure) === null)
  return wrong ? refuse('plan.figureInvalid', { figure: wrong[1] ?? '' }, wrong[0]) : accept(true)
}

function checkDay(day: string | null, at: string): Result<true> {
  return day === null || isLocalDate(day) ? accept(true) : refuse('plan.dayInvalid', { day }, at)
}
