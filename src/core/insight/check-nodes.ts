import { accept, isLocalDate, parseDecimal, refuse } from '#core/kit'
import type { LocalDate, Result } from '#core/kit'
import type { TimeNode } from '#core/plan'
import type { ScheduledNode } from './schedule.ts'

/** Most nodes of one item. */
const MOST_NODES = 60

/** What proposed nodes are held against. */
export interface NodeCheck {
  readonly today: LocalDate
  readonly start: LocalDate | null
  /** The nodes in force; those that are done keep their words and their day. */
  readonly present: readonly TimeNode[]
  readonly done: ReadonlySet<string>
}

/**
 * Checks proposed nodes and answers them in order of their day. A node that is done stays as it is; one that is new or moved cannot lie
 * before today or before the first day of work. A refusal names the node.
 */
export function checkNodes(nodes: readonly ScheduledNode[], check: NodeCheck): Result<readonly ScheduledNode[]> {
  if (nodes.length === 0) return refuse('schedule.noNodes')
  if (nodes.length > MOST_NODES) return refuse('schedule.tooManyNodes', { most: MOST_NODES })
  if (check.start !== null && !isLocalDate(check.start)) return refuse('schedule.startNotDay', {}, 'start')
  const seen = new Set<string>()
  for (const [index, node] of nodes.entries()) {
    const label = node.label.trim()
    if (seen.has(label)) return refuse('schedule.nodeTwice', { label }, `nodes.${index}.label`)
    seen.add(label)
    const checked = checkNode({ ...node, label }, index, check)
    if (!checked.ok) return checked
  }
  if (nodes.every(({ weight }) => parseDecimal(weight)?.isZero())) return refuse('schedule.weightsAllZero', {}, 'nodes')
  const lost = check.present.find(({ label }) => check.done.has(label) && !seen.has(label))
  if (lost) return refuse('schedule.doneNodeLost', { label: lost.label }, 'nodes')
  const plain = nodes.map(({ label, due, output, weight }) => ({
    ...{ label: label.trim(), due, output: output.trim() },
    weight: parseDecimal(weight)?.toFixed() ?? weight,
  }))
  return accept(plain.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)))
}

function checkNode({ label, due, weight }: ScheduledNode, index: number, check: NodeCheck): Result<null> {
  const at = (field: string): string => `nodes.${index}.${field}`
  const no = index + 1
  if (label === '') return refuse('schedule.nodeNameless', { no }, at('label'))
  if (!isLocalDate(due)) return refuse('schedule.nodeNotDay', { no, label }, at('due'))
  const weighs = parseDecimal(weight)
  if (weighs === null || weighs.lt(0)) return refuse('schedule.nodeWeight', { no, label }, at('weight'))
  const before = check.present.find((node) => node.label === label)
  if (check.done.has(label))
    return before?.due === due ? accept(null) : refuse('schedule.doneNodeMoved', { label }, at('due'))
  if (before?.due === due) return accept(null)
  if (due < check.today) return refuse('schedule.nodePast', { no, label, due, today: check.today }, at('due'))
  if (check.start !== null && due < check.start)
    return refuse('schedule.nodeBeforeStart', { no, label, due, start: check.start }, at('due'))
  return accept(null)
}
