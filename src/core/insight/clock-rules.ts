import { addDays, daysBetween, daysInPeriod, periodOf } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { Frequency } from '#core/plan'
import type { ClockedInput, Light, LightRule, NodeStanding, Reason } from './types.ts'

const reason = (rule: LightRule, light: Light, inputs: Reason['inputs'] = {}): Reason => ({
  rule,
  light,
  inputs,
  periodId: null,
})

/** The last day on which something due is overdue by no more than one period of its item (yellow); later it is red. */
export function lastYellowDay(due: LocalDate, frequency: Frequency): LocalDate {
  return addDays(due, daysInPeriod(periodOf(frequency, due)))
}

/** The light of one time node on a day: done and verified blue, done green, overdue yellow then red, else grey. */
export function nodeLight(node: NodeStanding, clock: LocalDate, frequency: Frequency): Light {
  if (node.doneOn !== null && node.doneOn <= clock) return node.verified ? 'blue' : 'green'
  if (clock <= node.due) return 'grey'
  return clock <= lastYellowDay(node.due, frequency) ? 'yellow' : 'red'
}

/** Why the nodes of an item are as they are: one reason for each overdue node, one for all that were kept. */
export function nodeReasons(input: ClockedInput): Reason[] {
  const lights = input.nodes.map((node) => ({ node, light: nodeLight(node, input.clock, input.frequency) }))
  const overdue = lights
    .filter(({ light }) => light === 'yellow' || light === 'red')
    .map(({ node, light }) =>
      reason(light === 'red' ? 'nodeFarOverdue' : 'nodeOverdue', light, {
        label: node.label,
        due: node.due,
        days: String(daysBetween(node.due, input.clock)),
      }),
    )
  const done = lights.filter(({ light }) => light === 'green' || light === 'blue').length
  if (done === 0) return overdue
  return [...overdue, reason('nodesKept', 'green', { done: String(done), all: String(input.nodes.length) })]
}

/** Silence past due is yellow, one further period red. */
export function silenceReasons(input: ClockedInput): Reason[] {
  if (input.silentRun <= 0) return []
  const further = input.silentRun > 1
  const inputs = { run: String(input.silentRun), ...(input.isReleased === true ? { sense: 'release' } : {}) }
  return [reason(further ? 'silentFurther' : 'silent', further ? 'red' : 'yellow', inputs)]
}

/** A claim of "behind" or "blocked" is at least yellow; the other claims change nothing. */
export function claimReasons(input: ClockedInput): Reason[] {
  if (input.claim === 'behind') return [reason('claimedBehind', 'yellow')]
  if (input.claim === 'blocked') return [reason('claimedBlocked', 'yellow')]
  return []
}
