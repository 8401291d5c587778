import { type Result, accept, canonicalJson, refuse } from '#core/kit'
import type { LocalDate } from '#core/kit'
import {
  changeInForce,
  checkNodes,
  checkPeriodTargets,
  checkTrajectory,
  plannedPart,
  scheduledNodes,
} from '#core/insight'
import type { ScheduleBody } from '#core/insight'
import { type Context, requireRight } from '#app/kit'
import { loadSchedule, placeOf } from './read-schedule.ts'
import type { LoadedSchedule } from './read-schedule.ts'
import type { WaitingSchedule } from './schedule-ports.ts'

/** A change as it is asked for. */
export interface ScheduleAsked {
  readonly itemId: string
  readonly body: ScheduleBody
  /** For nodes the present day: their dates speak for themselves. */
  readonly effectiveFrom: LocalDate
  readonly reason: string
  readonly source: string | null
}

/** Asks for another trajectory, other nodes or figures per period. It holds once somebody else has approved it. */
export async function proposeSchedule(context: Context, input: ScheduleAsked): Promise<Result<{ changeId: string }>> {
  return context.transact(async (stores) => {
    const loaded = await loadSchedule(context, stores, input.itemId)
    if (loaded === null) return refuse('object.notFound')
    const right = requireRight(context, 'schedule.propose', placeOf(loaded))
    if (!right.ok) return right
    const body = checkBody(input, loaded)
    if (!body.ok) return body
    const changeId = context.newId()
    const effectiveFrom = body.value.part === 'nodes' ? context.today : input.effectiveFrom
    const values = {
      ...{ itemId: input.itemId, body: body.value, planned: plannedPart(loaded.planned, body.value.part) },
      ...{ effectiveFrom, reason: input.reason.trim(), source: input.source?.trim() || null },
    }
    const by = { proposedAt: context.now, proposedBy: context.actor.accountId }
    if (!(await stores.insight.addScheduleChange({ changeId, ...values, ...by })))
      return refuse('schedule.alreadyProposed')
    const { itemId, reason } = values
    const audited = { itemId, part: body.value.part, effectiveFrom, reason, content: canonicalJson(plain(body.value)) }
    await stores.audit.record({ action: 'schedule.propose', objectKind: 'schedule', objectId: changeId, body: audited })
    return accept({ changeId })
  })
}

/** A body as plain data, for comparing and for the log. */
const plain = (body: ScheduleBody) => JSON.parse(JSON.stringify(body)) as Parameters<typeof canonicalJson>[0]

function checkBody(
  { body, effectiveFrom, reason, source }: ScheduleAsked,
  loaded: LoadedSchedule,
): Result<ScheduleBody> {
  if (reason.trim() === '') return refuse('schedule.reasonMissing', {}, 'reason')
  const checked = checkPart(body, loaded)
  if (!checked.ok) return checked
  const needsSource = body.part === 'trajectory' && body.trajectory.kind === 'seasonal'
  if (needsSource && (source ?? '').trim() === '') return refuse('schedule.sourceMissing', {}, 'source')
  const span = loaded.standing.input?.span
  if (body.part !== 'nodes' && span && (effectiveFrom < span.from || effectiveFrom > span.to))
    return refuse('schedule.effectiveOutside', { on: effectiveFrom, ...span }, 'effectiveFrom')
  const isSame = canonicalJson(plain(checked.value)) === canonicalJson(plain(presentBody(checked.value, loaded)))
  return isSame ? refuse('schedule.unchanged') : checked
}

/** Checks one part by its own rule, and answers it as it is stored. */
function checkPart(body: ScheduleBody, { standing, today }: LoadedSchedule): Result<ScheduleBody> {
  if (body.part === 'nodes') {
    const done = new Set(standing.nodes.filter(({ doneOn }) => doneOn !== null).map(({ label }) => label))
    const check = { today, start: body.start, present: standing.row.item.timeNodes, done }
    const nodes = checkNodes(body.nodes, check)
    return nodes.ok ? accept({ ...body, nodes: nodes.value }) : nodes
  }
  const { input } = standing
  if (input === null) return refuse('schedule.noWay')
  if (body.part === 'trajectory') {
    const trajectory = checkTrajectory(body.trajectory, input.target, input.span)
    return trajectory.ok ? accept({ ...body, trajectory: trajectory.value }) : trajectory
  }
  const amounts = checkPeriodTargets(body, { ...input, frequency: standing.row.item.frequency })
  return amounts.ok ? accept({ ...body, amounts: amounts.value }) : amounts
}

/** What holds now, in the shape of the change. */
function presentBody(body: ScheduleBody, { planned, standing, changes, today, now }: LoadedSchedule): ScheduleBody {
  const inForce = changeInForce(planned, body.part, changes, { clock: today, until: now })
  if (inForce !== null) return inForce.body
  if (body.part === 'nodes') return { part: 'nodes', start: null, nodes: scheduledNodes(standing.row.item.timeNodes) }
  if (body.part === 'trajectory' && standing.input !== null)
    return { part: 'trajectory', trajectory: standing.input.trajectory }
  return { part: 'periodTargets', kind: 'month', amounts: [] }
}

/** Approves or refuses a change; whoever asked for it cannot, nor anybody of the unit. It holds from its day on. */
export async function decideSchedule(
  context: Context,
  input: { readonly changeId: string; readonly approve: boolean; readonly note: string },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const { changeId, approve, note } = input
    const change = await stores.insight.scheduleChange(changeId)
    const place = change && (await stores.insight.itemPlace(change.itemId))
    if (!change || !place) return refuse('object.notFound')
    const by = context.actor.accountId
    if (change.proposedBy === by) return refuse('schedule.ownProposal')
    const object = { authorId: change.proposedBy, unitId: place.reportingUnitId ?? '' }
    const right = requireRight(context, 'schedule.approve', object)
    if (!right.ok) return right
    if (!approve && note.trim() === '') return refuse('schedule.noteMissing', {}, 'note')
    const decision = { changeId, approved: approve, note: note.trim(), at: context.now, by }
    if (!(await stores.insight.decideScheduleChange(decision))) return refuse('schedule.alreadyDecided')
    await stores.audit.record({
      action: approve ? 'schedule.approve' : 'schedule.refuse',
      objectKind: 'schedule',
      objectId: changeId,
      body: { itemId: change.itemId, part: change.body.part, note: note.trim() },
    })
    return accept(true)
  })
}

/** Changes that wait for the coordinator, oldest first. */
export async function listWaitingSchedules(context: Context): Promise<Result<readonly WaitingSchedule[]>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => accept(await stores.insight.waitingSchedules()))
}
