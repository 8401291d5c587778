import { writeOfficialDocx } from '#adapters/files'
import {
  acknowledgeOrder,
  addAgendaLine,
  closeOrder,
  decideInMeeting,
  holdMeeting,
  issueMinutes,
  type MeetingPage,
  planMeeting,
  readMeetingRecord,
  recordAttendance,
  replyOrder,
  saveNote,
} from '#app/supervision'
import { addDays, invariant, type LocalDate } from '#core/kit'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'

/** What became of a decision's order in the sample. */
type Fate = 'closed' | 'acknowledged' | 'silent'

/** The meetings of July by the dekad on whose seal they stand: one line of words, one decision and its fate for each heaviest matter. */
const meetings: Readonly<
  Record<string, readonly { readonly said: string; readonly words: string; readonly fate: Fate }[]>
> = {
  '2026-D18': [
    {
      said: '牵头单位汇报了上半年情况，差距主要在前期手续。',
      words: '逐项列出三季度推进清单，明确到周，报综合协调组',
      fate: 'closed',
    },
    {
      said: '与会单位认为原定路径偏乐观，需要重新排期。',
      words: '重排时间节点，说明能否按期完成和需要协调的事项',
      fate: 'silent',
    },
  ],
  '2026-D19': [
    { said: '清单已报，进度仍欠。', words: '由分管负责同志牵头，一周内现场调度一次，结果书面报告', fate: 'closed' },
  ],
  '2026-D20': [
    { said: '现场调度后有所加快，但仍欠序时。', words: '提出补欠措施和责任人，下旬起每旬报一次', fate: 'acknowledged' },
    { said: '', words: '核实自报与亮灯不一致的原因，据实更正', fate: 'silent' },
  ],
}

/** Dekads after whose seal the leaders meet. */
export const meetsAfter = (periodId: string): boolean => periodId in meetings

/** Tells the meeting on a dekad's seal: agenda, notes, decisions that become orders, attendance; all but the last have their minutes. */
export async function tellMeeting(
  stage: Stage,
  cast: Cast,
  { planId, periodId, sealedOn }: { readonly planId: string; readonly periodId: string; readonly sealedOn: LocalDate },
): Promise<void> {
  const on = addDays(sealedOn, 1)
  const clerk = (time: string) => stage(cast.secondCoordinator, momentOf(on, time))
  const asked = { planId, campaignNo: 0, heldOn: on, place: '区政府第一会议室', chair: '区委副书记、区长' }
  const { meetingId } = told(await planMeeting(clerk('08:30'), { ...asked, basis: 'sealed' }), 'call a meeting')
  const page = told(await readMeetingRecord(clerk('08:40'), { meetingId }), 'read the meeting')
  for (const [index, { said, words, fate }] of (meetings[periodId] ?? []).entries()) {
    const line = page.meeting.agenda.lines[index]
    invariant(line?.unitId, `no line ${index} on the agenda of ${periodId}`)
    const lineId = line.itemId
    if (said !== '') told(await saveNote(clerk('09:20'), { meetingId, lineId, base: '', words: said }), 'note')
    const made = { meetingId, lineId, kind: 'order', words, unitId: line.unitId } as const
    const { orderId } = told(await decideInMeeting(stage(cast.leader, momentOf(on, '09:40')), made), 'decide')
    await tellFate(stage, cast, { orderId: orderId ?? '', unitId: line.unitId, on, fate })
  }
  await tellRest(clerk, page)
  if (periodId === '2026-D20') return
  told(await issueMinutes(clerk('16:00'), { meetingId }, writeOfficialDocx), 'issue the minutes')
}

/** A matter of its own, who came, and that it was held. */
async function tellRest(
  clerk: (time: string) => ReturnType<Stage>,
  { meeting, attendees }: MeetingPage,
): Promise<void> {
  const { meetingId } = meeting
  const line = told(await addAgendaLine(clerk('10:00'), { meetingId, title: '下一旬工作安排' }), 'add a line')
  const settled = { meetingId, ...line, base: '', words: '各专班于每旬末前一日报送，不另行催报。' }
  told(await saveNote(clerk('10:10'), settled), 'note')
  for (const [index, attendee] of attendees.entries()) {
    const came = { presence: 'present', reason: '' } as const
    const last = index === attendees.length - 1
    const said = last ? ({ presence: 'substitute', reason: '分管负责同志代' } as const) : came
    const away = index === attendees.length - 2 ? ({ presence: 'absent', reason: '在省里开会' } as const) : said
    told(await recordAttendance(clerk('09:00'), { meetingId, ...attendee, ...away }), 'attendance')
  }
  told(await holdMeeting(clerk('11:00'), { meetingId }), 'hold the meeting')
}

async function tellFate(
  stage: Stage,
  cast: Cast,
  { orderId, unitId, on, fate }: { orderId: string; unitId: string; on: LocalDate; fate: Fate },
): Promise<void> {
  const reporter = cast.reporters.get(unitId)
  if (fate === 'silent' || !reporter) return
  const taken = told(await acknowledgeOrder(stage(reporter, momentOf(on, '15:00')), { orderId, revision: 1 }), 'take')
  if (fate === 'acknowledged') return
  const text = '已按会议要求办理，情况附后。'
  const replied = told(
    await replyOrder(stage(reporter, momentOf(addDays(on, 4), '10:00')), { ...taken, text }),
    'reply',
  )
  told(await closeOrder(stage(cast.coordinator, momentOf(addDays(on, 4), '16:00')), replied), 'close')
}
