import { type Span, withoutWhitespace } from '#core/kit'
import type { PlanReading, TaskFact, TaskRowFact } from '#core/reading'
import { lastDayOf } from './draft-types.ts'
import type { DraftContext } from './draft-context.ts'
import { mergeDuties } from './merge-duties.ts'
import { timeNodesWithin, uniqueNodes } from './time-nodes.ts'
import type { Duty, TaskItem, TimeNode } from './types.ts'
import { isPost } from './unit-names.ts'

/** Label of the node that a task gets when its text names no date; a finding asks for a real one. */
export const wholeYearNode = '年底前完成'

/** Duties of a clause with the plan's own unit names; a post among them is in charge, not on duty. */
export function dutiesOf(
  context: DraftContext,
  duties: readonly Duty[],
): { readonly duties: Duty[]; readonly leaderInCharge: string | null } {
  const named = duties.map((duty) => ({ unit: context.units.nameOf(duty.unit), role: duty.role }))
  return {
    duties: mergeDuties(named.filter((duty) => !isPost(duty.unit))),
    leaderInCharge: named.find((duty) => isPost(duty.unit))?.unit ?? null,
  }
}

/** The stretch of text that belongs to a task: its heading with all below, or the paragraph itself. */
export function scopeOf(reading: PlanReading, task: TaskFact): Span {
  const heading = task.heading === null ? undefined : reading.headings[task.heading]
  return heading?.scope ?? task.span
}

/** One task of the draft. Without a date and without an indicator it gets one node on the year's last day. */
export function taskItem(context: DraftContext, task: TaskFact): TaskItem {
  const { duties, leaderInCharge } = dutiesOf(context, task.duties)
  return {
    kind: 'task',
    itemId: context.newId(),
    campaignNo: task.campaign ?? context.campaignOf(task),
    path: task.path,
    title: task.title,
    sentence: task.span,
    quote: task.quote,
    duties,
    openList: task.openList,
    leaderInCharge: leaderInCharge ?? task.row?.leader ?? null,
    responsiblePerson: task.row?.person ?? null,
    timeNodes: nodesOf(context, task),
    frequency: context.collecting,
  }
}

function nodesOf(context: DraftContext, task: TaskFact): TimeNode[] {
  const nodes = task.row
    ? rowNodes(context, task.row.due, task)
    : timeNodesWithin(context.reading, scopeOf(context.reading, task))
  if (nodes.length > 0 || task.indicators.length > 0 || context.year === null) return nodes
  return [{ label: wholeYearNode, due: lastDayOf(context.year) }]
}

/** The date of a row is its column's, wherever that cell was merged; dates in its words come beside it. */
function rowNodes(context: DraftContext, due: TaskRowFact['due'], task: TaskFact): TimeNode[] {
  const { reading } = context
  const own = timeNodesWithin(reading, task.span)
  if (!due) return own
  const label = withoutWhitespace(reading.text.slice(due.span.start, due.span.end))
  const others = own.filter((node) => node.due !== due.due)
  return uniqueNodes([...others, { label, due: due.due }])
}
