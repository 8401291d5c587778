import { type LocalDate, type Result, accept, addDays, isLocalDate, refuse } from '#core/kit'
import type { AgendaFacts } from '#core/publishing'
import { type Context, requireRight, type Stores } from '#app/kit'
import { actOnMeeting, meetingObject, recordMeeting } from './act-on-meeting.ts'
import type { AttendeeRow } from './meeting-store.ts'
import { type AgendaBasis, takeAgenda } from './take-agenda.ts'

/** A meeting that is called together. `campaignNo` 0 = of the whole plan. */
export interface MeetingAsked {
  readonly planId: string
  readonly campaignNo: number
  readonly heldOn: LocalDate
  readonly place: string
  readonly chair: string
  readonly basis: AgendaBasis
}

/** How far from today a meeting may lie. */
const FURTHEST_DAYS = 366

/** So many units of the heaviest lines are asked to come. */
const UNITS_ASKED = 12

/** Calls a meeting together: takes its agenda, and asks those whose matters lie on the table. */
export async function planMeeting(context: Context, asked: MeetingAsked): Promise<Result<{ meetingId: string }>> {
  const { planId, campaignNo, heldOn } = asked
  const right = requireRight(context, 'meeting.keep', meetingObject(asked))
  if (!right.ok) return right
  const possible =
    isLocalDate(heldOn) &&
    heldOn >= addDays(context.today, -FURTHEST_DAYS) &&
    heldOn <= addDays(context.today, FURTHEST_DAYS)
  if (!possible) return refuse('meeting.dayNotPossible', {}, 'heldOn')
  return context.transact(async (stores) => {
    const agenda = await agendaOf(context, stores, asked)
    if (!agenda.ok) return agenda
    const meetingId = context.newId()
    const number = await stores.meetings.nextMeetingNumber(planId, campaignNo)
    const stamp = { at: context.now, by: context.actor.accountId }
    const place = { place: asked.place.trim(), chair: asked.chair.trim() }
    await stores.meetings.addMeeting({
      ...{ meetingId, planId, campaignNo, number, heldOn, agenda: agenda.value },
      ...place,
      ...stamp,
    })
    const attendees = await askedToCome(stores, asked, agenda.value)
    await stores.meetings.saveAttendees(meetingId, attendees, stamp)
    const lines = agenda.value.lines.length
    await recordMeeting(stores, 'plan', meetingId, { planId, campaignNo, number, heldOn, ...place, lines })
    return accept({ meetingId })
  })
}

async function agendaOf(
  context: Context,
  stores: Stores,
  asked: { readonly planId: string; readonly campaignNo: number; readonly basis: AgendaBasis },
): Promise<Result<AgendaFacts>> {
  const agenda = await takeAgenda(context, stores, asked)
  if (agenda === 'none') return refuse('object.notFound', {}, 'planId')
  return agenda === 'unsealed' ? refuse('meeting.noSeal', {}, 'basis') : accept(agenda)
}

/** The convener of the task force by post, and the heads of the units whose matters are heaviest. */
async function askedToCome(
  stores: Stores,
  { planId, campaignNo, chair }: MeetingAsked,
  { lines }: AgendaFacts,
): Promise<readonly AttendeeRow[]> {
  const frame = await stores.insight.frame(planId)
  const force = frame?.taskForces.find((one) => one.campaignNo === campaignNo)
  const units = [...new Set(lines.flatMap(({ unitName }) => (unitName === '' ? [] : [unitName])))]
  const posts = [
    ...(chair.trim() === '' ? [] : [chair.trim()]),
    ...(force?.convener ? [force.convener] : []),
    ...(force?.officeUnitName ? [`${force.officeUnitName}负责人`] : []),
    ...units.slice(0, UNITS_ASKED).map((unit) => `${unit}主要负责人`),
  ]
  return [...new Set(posts)].map((post, index) => ({ attendeeNo: index + 1, post, presence: 'expected', reason: '' }))
}

/** Takes the agenda again, on this or the other basis; only until the meeting is held. Notes and decisions stay with their lines. */
export function retakeAgenda(
  context: Context,
  input: { readonly meetingId: string; readonly basis: AgendaBasis },
): Promise<Result<{ lines: number }>> {
  const { meetingId, basis } = input
  return actOnMeeting(context, meetingId, { right: 'meeting.keep', act: 'takeAgenda' }, async (meeting, stores) => {
    const taken = await agendaOf(context, stores, { ...meeting, basis })
    if (!taken.ok) return taken
    const agenda = await withTouchedLines(stores, meeting, taken.value)
    await stores.meetings.saveAgenda({ meetingId, agenda })
    await recordMeeting(stores, 'takeAgenda', meetingId, { basis, lines: agenda.lines.length })
    return accept({ lines: agenda.lines.length })
  })
}

/** A line that somebody has written on or decided on stays, as it was, even where it is no exception any more. */
async function withTouchedLines(
  stores: Stores,
  before: { readonly meetingId: string; readonly agenda: AgendaFacts },
  fresh: AgendaFacts,
): Promise<AgendaFacts> {
  const notes = await stores.meetings.notes(before.meetingId)
  const decisions = await stores.meetings.decisions([before.meetingId])
  const touched = new Set([...notes, ...decisions].map(({ lineId }) => lineId))
  const known = new Set(fresh.lines.map(({ itemId }) => itemId))
  const kept = before.agenda.lines.filter(({ itemId }) => touched.has(itemId) && !known.has(itemId))
  return { ...fresh, lines: [...fresh.lines, ...kept] }
}

/** Puts a matter on the agenda that is no exception. */
export function addAgendaLine(
  context: Context,
  input: { readonly meetingId: string; readonly title: string },
): Promise<Result<{ lineId: string }>> {
  const { meetingId } = input
  const title = input.title.trim()
  if (title === '') return Promise.resolve(refuse('meeting.titleMissing', {}, 'title'))
  return actOnMeeting(context, meetingId, { right: 'meeting.keep', act: 'addLine' }, async (_, stores) => {
    const lineId = context.newId()
    await stores.meetings.addLine(meetingId, { lineId, title, at: context.now, by: context.actor.accountId })
    await recordMeeting(stores, 'addLine', meetingId, { lineId, title })
    return accept({ lineId })
  })
}
