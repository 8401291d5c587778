import { type Result, accept, localDateAt, refuse } from '#core/kit'
import { composeMinutes, type MinutesFacts } from '#core/publishing'
import { checkMinutes } from '#core/supervision'
import type { Context, Stores } from '#app/kit'
import type { WriteDocx } from '#app/publishing'
import { actOnMeeting, recordMeeting } from './act-on-meeting.ts'
import { followUps } from './follow-ups.ts'
import type { MeetingDetail } from './meeting-store.ts'

/** The minutes as they would be printed now; of issued ones the very facts that were issued. */
export async function minutesFacts(context: Context, stores: Stores, meeting: MeetingDetail): Promise<MinutesFacts> {
  if (meeting.minutes) return meeting.minutes
  const { meetingId, agenda, number, heldOn, place, chair } = meeting
  const decisions = await stores.meetings.decisions([meetingId])
  const frame = await stores.insight.frame(meeting.planId)
  const force = frame?.taskForces.find(({ campaignNo }) => campaignNo === meeting.campaignNo)
  const region = await stores.organisation.region()
  return {
    ...{ title: minutesTitle(meeting), number, heldOn, place, chair, agenda },
    office: force?.officeUnitName ?? `${region?.name ?? ''}综合协调组`,
    attendees: await stores.meetings.attendees(meetingId),
    followUps: await followUps(context, stores, meeting),
    ownLines: await stores.meetings.lines(meetingId),
    notes: await stores.meetings.notes(meetingId),
    decisions: decisions.map(({ lineId, words, unitName, order }) => ({
      ...{ lineId, words, unitName, orderNumber: order?.number ?? null },
      dueOn: order ? localDateAt(order.replyDueAt, context.timeZone) : null,
    })),
    corrections: await correctionsOfLast(stores, meeting),
  }
}

function minutesTitle({ agenda, number }: MeetingDetail): string {
  const plan = /[“《]([^”》]+)[”》]/.exec(agenda.planTitle)?.[1]
  return `${plan === undefined ? agenda.planTitle : `“${plan}”`}第${number}次调度会商纪要`
}

/** What was put right in the minutes of the meeting before. */
async function correctionsOfLast(stores: Stores, { planId, campaignNo, number }: MeetingDetail) {
  const last = (await stores.meetings.meetings()).find(
    (one) => one.planId === planId && one.campaignNo === campaignNo && one.number === number - 1,
  )
  const rows = last ? await stores.meetings.corrections(last.meetingId) : []
  return rows.map(({ oldWords, newWords, reason }) => ({ oldWords, newWords, reason }))
}

/** Issues the minutes: writes the file and keeps it under its hash. From here on nothing of the meeting changes. */
export function issueMinutes(
  context: Context,
  input: { readonly meetingId: string },
  writeDocx: WriteDocx,
): Promise<Result<{ fileSha256: string }>> {
  const { meetingId } = input
  return actOnMeeting(context, meetingId, { right: 'meeting.keep', act: 'issueMinutes' }, async (meeting, stores) => {
    const facts = await minutesFacts(context, stores, meeting)
    const checked = checkMinutes(facts.attendees)
    if (!checked.ok) return checked
    const { sha256: fileSha256 } = await context.files.put(await writeDocx(composeMinutes(facts)))
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.meetings.markIssued({ meetingId, minutes: facts, fileSha256, ...stamp })
    await recordMeeting(stores, 'issueMinutes', meetingId, { fileSha256, sealHash: facts.agenda.seal?.hash ?? null })
    return accept({ fileSha256 })
  })
}

/** Puts something right in issued minutes: old words, new words and the reason stand beside them, and in the next minutes. */
export function correctMinutes(
  context: Context,
  input: {
    readonly meetingId: string
    readonly oldWords: string
    readonly newWords: string
    readonly reason: string
  },
): Promise<Result<true>> {
  const { meetingId } = input
  const said = { oldWords: input.oldWords.trim(), newWords: input.newWords.trim(), reason: input.reason.trim() }
  if (Object.values(said).includes('')) return Promise.resolve(refuse('meeting.reasonMissing', {}, 'reason'))
  return actOnMeeting(context, meetingId, { right: 'meeting.keep', act: 'correctMinutes' }, async (_, stores) => {
    const correctionNo = (await stores.meetings.corrections(meetingId)).length + 1
    await stores.meetings.addCorrection(meetingId, {
      ...{ correctionNo, ...said },
      ...{ at: context.now, by: context.actor.accountId },
    })
    await recordMeeting(stores, 'correctMinutes', meetingId, said)
    return accept(true)
  })
}
