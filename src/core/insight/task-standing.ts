import { daysBetween, dec, decimalText } from '#core/kit'
import type { Dec, LocalDate } from '#core/kit'
import { claimReasons, nodeLight, nodeReasons, silenceReasons } from './clock-rules.ts'
import { worstFirst, worstLight } from './light-order.ts'
import { SHARE_PLACES } from './progress.ts'
import type { Light, NodeStanding, Progress, Reason, Standing, TaskInput } from './types.ts'

/**
 * The nodes of a task, project or policy. One without any node or indicator gets one node on its last day (a finding of the plan
 * check says so). `doneOn`: the day of the accepted report that claims the item done.
 */
export function nodesWithImplied(
  nodes: readonly NodeStanding[],
  item: {
    readonly hasIndicators: boolean
    readonly lastDay: LocalDate
    readonly doneOn: LocalDate | null
    readonly verified: boolean
  },
): readonly NodeStanding[] {
  if (nodes.length > 0 || item.hasIndicators) return nodes
  return [{ label: '完成', due: item.lastDay, doneOn: item.doneOn, verified: item.verified }]
}

function indicatorReasons(indicators: TaskInput['indicators']): Reason[] {
  return indicators
    .filter((standing) => standing.light !== 'grey')
    .map((standing) => ({
      rule: 'indicatorOfTask' as const,
      light: standing.light,
      inputs: { title: standing.title, rule: standing.why[0]?.rule ?? '', asOf: standing.asOf ?? '' },
      periodId: standing.why[0]?.periodId ?? null,
    }))
}

/** Weight of the nodes done out of all, as a share; a task that is measured by indicators alone has none of its own. */
function nodeProgress(nodes: readonly NodeStanding[], clock: LocalDate, met: boolean): Progress {
  const done = nodes.filter((node) => node.doneOn !== null && node.doneOn <= clock)
  const all = weightOf(nodes)
  const share = all.isZero() ? null : decimalText(weightOf(done).dividedBy(all).toDecimalPlaces(SHARE_PLACES))
  return { met, share, gap: null, used: null, note: nodes.length === 0 ? 'noFigure' : null }
}

const weightOf = (nodes: readonly NodeStanding[]): Dec =>
  nodes.reduce((sum, { weight = '1' }) => sum.plus(weight), dec(0))

/**
 * The standing of a task, project or policy: the worst of its nodes and indicators, of silence and of its claim. Blue when every
 * node is done and verified and every indicator is blue; part of that with the rest not yet due is green.
 */
export function taskStanding(input: TaskInput): Standing {
  const nodes = input.nodes.map((node) => nodeLight(node, input.clock, input.frequency))
  const parts: Light[] = [...nodes, ...input.indicators.map((standing) => standing.light)]
  const allVerified = parts.length > 0 && parts.every((light) => light === 'blue')
  const reasons = [
    ...nodeReasons(input),
    ...indicatorReasons(input.indicators),
    ...silenceReasons(input),
    ...claimReasons(input),
  ]
  const asOf = latestOf(input.indicators)
  const clocked = [...silenceReasons(input), ...claimReasons(input)].map((reason) => reason.light)
  return {
    light: allVerified ? 'blue' : worstLight([...parts, ...clocked]),
    why: explain(allVerified, reasons, input),
    provisional: input.basis === 'live',
    asOf,
    ageDays: asOf === null ? null : Math.max(0, daysBetween(asOf, input.clock)),
    progress: nodeProgress(input.nodes, input.clock, allVerified),
    actual: null,
    asked: null,
    pace: null,
    lag: null,
  }
}

function explain(allVerified: boolean, reasons: readonly Reason[], input: TaskInput): Reason[] {
  const nothing = { light: 'grey', inputs: { due: input.nodes[0]?.due ?? '' }, periodId: null } as const
  if (allVerified) {
    const inputs = { actual: String(input.nodes.length), target: String(input.nodes.length), unit: '个节点' }
    return [{ rule: 'metVerified', light: 'blue', inputs, periodId: null }]
  }
  return reasons.length > 0 ? worstFirst(reasons) : [{ rule: 'nothingDue', ...nothing }]
}

function latestOf(indicators: readonly Standing[]): LocalDate | null {
  const dates = indicators.map((standing) => standing.asOf).filter((date) => date !== null)
  return dates.sort((a, b) => byDate(a, b)).at(-1) ?? null
}

const byDate = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0)
