import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSourceFile, writeOfficialDocx } from '#adapters/files'
import { raiseBlockage, readItemDuties } from '#app/reporting'
import * as supervision from '#app/supervision'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
let plan: SmallPlan

beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertSmallPlan(test)
})
afterAll(() => test.close())

type Person = keyof SmallPlan['people']
/** A person's context at a moment; the region's own clock by default (18:00 of 31 July 2026). */
const contextOf = (person: Person, at = plan.region.clockAt) =>
  test.contextOf({ ...plan.region, clockAt: at }, plan.people[person].accountId, plan.people[person].roles)
const as = (person: Person) => ({ region: plan.region, accountId: plan.people[person].accountId })

const refused = (code: string) => ({ ok: false, refusal: { code } })

const planned = async (basis: 'sealed' | 'live' = 'sealed', campaignNo = 0) =>
  must(
    await supervision.planMeeting(contextOf('coordinator'), {
      ...{ planId: plan.planId, campaignNo, heldOn: '2026-07-31', place: '区政府第一会议室', chair: '区长', basis },
    }),
  ).meetingId

const read = async (meetingId: string, at?: string | null) =>
  must(await supervision.readMeetingRecord(contextOf('coordinator', at ?? plan.region.clockAt), { meetingId }))

/** Says of everybody that he came. */
async function allCame(meetingId: string): Promise<void> {
  for (const row of (await read(meetingId)).attendees) {
    must(
      await supervision.recordAttendance(contextOf('coordinator'), {
        ...row,
        ...{ meetingId, presence: 'present', reason: '' },
      }),
    )
  }
}

async function issued(meetingId: string): Promise<void> {
  await allCame(meetingId)
  must(await supervision.holdMeeting(contextOf('coordinator'), { meetingId }))
  must(await supervision.issueMinutes(contextOf('coordinator'), { meetingId }, writeOfficialDocx))
}

/** Puts another figure under the last report of the signed projects. */
const reported = (figure: string) =>
  test.database.owner
    .updateTable('report')
    .set({ figure })
    .where('item_id', '=', plan.items.signed)
    .where('period_id', '=', '2026-D18')
    .execute()

const decide = (meetingId: string, lineId: string, words = '请查明进度并报方案') =>
  supervision.decideInMeeting(contextOf('leader'), {
    meetingId,
    lineId,
    kind: 'order',
    words,
    unitId: plan.units.invest,
  })

describe('the agenda of a meeting', () => {
  it('holds the exceptions heaviest first, bound to the seal, with gaps and projected misses', async () => {
    const { meeting, may } = await read(await planned())
    const { agenda } = meeting
    const signed = agenda.lines.find(({ itemId }) => itemId === plan.items.signed)
    expect(agenda.seal?.seq).toBe(3)
    expect(signed).toMatchObject({ light: 'yellow', actual: '26', unit: '个', gap: 'over', claim: 'onPace' })
    expect(signed?.source).toMatchObject({ kind: 'report', sealSeq: 3 })
    const lights = agenda.lines.map(({ light }) => light)
    expect(lights).toEqual(lights.toSorted((a, b) => (a === b ? 0 : a === 'red' ? -1 : 1)))
    expect(agenda.misses.find(({ itemId }) => itemId === plan.items.signed)).toMatchObject({ target: '≥60个' })
    expect(may).toContain('hold')
  })

  it('is kept as its moment gave it; taken again, it keeps a line that somebody wrote on', async () => {
    const [quiet, noted] = [await planned('live'), await planned('live')]
    const lineOf = async (meetingId: string) =>
      (await read(meetingId)).meeting.agenda.lines.find(({ itemId }) => itemId === plan.items.signed)
    const note = { meetingId: noted, lineId: plan.items.signed, base: '', words: '现场看过' }
    must(await supervision.saveNote(contextOf('coordinator'), note))
    await reported('59')
    expect(await lineOf(quiet)).toMatchObject({ actual: '26' })
    for (const meetingId of [quiet, noted])
      must(await supervision.retakeAgenda(contextOf('coordinator'), { meetingId, basis: 'live' }))
    expect(await lineOf(quiet)).toBeUndefined()
    expect(await lineOf(noted)).toMatchObject({ actual: '26' })
    await reported('26')
  })

  it('takes further matters, and none without words', async () => {
    const meetingId = await planned()
    const add = (title: string) => supervision.addAgendaLine(contextOf('coordinator'), { meetingId, title })
    expect(await add(' ')).toMatchObject(refused('meeting.titleMissing'))
    const { lineId } = must(await add('下旬工作安排'))
    expect((await read(meetingId)).lines).toEqual([{ lineId, title: '下旬工作安排' }])
  })

  it('needs a seal for the sealed basis, and a day near today', async () => {
    const asked = {
      planId: plan.planId,
      campaignNo: 0,
      heldOn: '2029-01-01',
      place: '',
      chair: '',
      basis: 'live',
    } as const
    expect(await supervision.planMeeting(contextOf('coordinator'), asked)).toMatchObject(
      refused('meeting.dayNotPossible'),
    )
    const other = await insertSmallPlan(test, 'unsealed')
    await test.database.owner.deleteFrom('seal').where('region_id', '=', 'unsealed').execute()
    const { accountId, roles } = other.people.coordinator
    const context = test.contextOf(other.region, accountId, roles)
    const sealed = { ...asked, planId: other.planId, heldOn: '2026-07-31', basis: 'sealed' } as const
    expect(await supervision.planMeeting(context, sealed)).toMatchObject(refused('meeting.noSeal'))
  })
})

describe('notes', () => {
  it('of two who type at once are both kept', async () => {
    const meetingId = await planned()
    const lineId = plan.items.signed
    const type = (base: string, words: string) =>
      supervision.saveNote(contextOf('coordinator'), { meetingId, lineId, base, words })
    const begun = must(await type('', '招商局汇报了签约情况。')).words
    const [one, two] = await Promise.all([type(begun, `${begun}项目偏少。`), type(begun, `区长：${begun}`)])
    const last = await type(begun, begun)
    expect([one.ok, two.ok]).toEqual([true, true])
    expect(must(last).words).toContain('项目偏少。')
    expect(must(last).words).toContain('区长：')
    expect((await read(meetingId)).notes).toMatchObject([{ lineId, words: must(last).words }])
  })

  it('stand on lines of the agenda only, and are the office’s to write', async () => {
    const meetingId = await planned()
    const note = { meetingId, lineId: plan.units.build, base: '', words: '无此议题' }
    expect(await supervision.saveNote(contextOf('coordinator'), note)).toMatchObject(refused('meeting.lineUnknown'))
    expect(await supervision.saveNote(contextOf('leader'), note)).toMatchObject(refused('right.denied'))
  })
})

describe('a decision', () => {
  it('becomes an order in one action, and the order knows its meeting and line', async () => {
    const meetingId = await planned()
    const { orderId } = must(await decide(meetingId, plan.items.signed))
    const { order, meeting } = must(await supervision.readOrder(contextOf('leader'), { orderId: orderId ?? '' }))
    expect(order).toMatchObject({ itemId: plan.items.signed, unitId: plan.units.invest, planId: plan.planId })
    expect(meeting).toMatchObject({ meetingId, lineId: plan.items.signed, readable: true })
    const addressee = must(await supervision.readOrder(contextOf('investReporter'), { orderId: orderId ?? '' }))
    expect(addressee.meeting).toMatchObject({ meetingId, readable: false })
  })

  it('on a matter without item belongs to the plan; without a unit it is refused and leaves no trace', async () => {
    const meetingId = await planned()
    const line = { meetingId, title: '数据质量' }
    const { lineId } = must(await supervision.addAgendaLine(contextOf('coordinator'), line))
    const without = { meetingId, lineId, kind: 'order', words: '核一遍' } as const
    expect(await supervision.decideInMeeting(contextOf('leader'), without)).toMatchObject(
      refused('meeting.decisionUnit'),
    )
    const { orderId } = must(await decide(meetingId, lineId))
    const { order } = must(await supervision.readOrder(contextOf('leader'), { orderId: orderId ?? '' }))
    expect(order).toMatchObject({ itemId: null, planId: plan.planId })
    expect((await read(meetingId)).decisions).toHaveLength(1)
  })

  it('answers what blocks an item, in the words of the meeting, and only by whom it is with', async () => {
    const meetingId = await planned('live')
    const asked = { itemId: plan.items.signed, unitId: plan.units.invest, needsUnitId: null, by: null }
    const words = { what: '两宗地未供', needs: '请协调用地' }
    const { blockageId, level } = must(await raiseBlockage(contextOf('investReporter'), { ...asked, ...words }))
    const mayAnswer = async (person: Person) => {
      const { blockages } = must(await supervision.readMeetingRecord(contextOf(person), { meetingId }))
      return blockages.find((one) => one.blockageId === blockageId)?.mayAnswer
    }
    const [holder, other] = level === 3 ? (['leader', 'coordinator'] as const) : (['coordinator', 'leader'] as const)
    expect([await mayAnswer(holder), await mayAnswer(other)]).toEqual([true, false])
    const decision = {
      meetingId,
      lineId: plan.items.signed,
      kind: 'blockage',
      words: '本周内供地',
      blockageId,
    } as const
    expect(await supervision.decideInMeeting(contextOf(other), decision)).toMatchObject(refused('right.denied'))
    const { blockageId: _, ...without } = decision
    expect(await supervision.decideInMeeting(contextOf(holder), without)).toMatchObject(
      refused('meeting.decisionBlockage'),
    )
    must(await supervision.decideInMeeting(contextOf(holder), decision))
    const { decisions } = await read(meetingId)
    expect(decisions).toMatchObject([{ kind: 'blockage', blockageId, fate: 'done', order: null }])
    const { blockages } = must(await readItemDuties(contextOf(holder), { itemId: plan.items.signed }))
    expect(blockages).toMatchObject([{ blockageId, state: 'answered' }])
  })

  it('opens the next meeting: done, open or overdue, with its order', async () => {
    const meetingId = await planned()
    const [first, second] = [
      must(await decide(meetingId, plan.items.signed)),
      must(await decide(meetingId, plan.items.filing)),
    ]
    const settled = { meetingId, lineId: plan.items.signed, kind: 'noted', words: '同意招商局意见' } as const
    must(await supervision.decideInMeeting(contextOf('leader'), settled))
    const reporter = contextOf('investReporter')
    const replied = must(
      await supervision.replyOrder(reporter, { orderId: first.orderId ?? '', revision: 1, text: '已查明' }),
    )
    must(await supervision.closeOrder(contextOf('coordinator'), replied))
    const next = await planned()
    const now = (await read(next)).followUps.filter((one) => one.meetingId === meetingId)
    expect(now.map(({ fate }) => fate)).toEqual(['done', 'open', 'done'])
    const later = (await read(next, '2026-09-01T02:00:00.000Z')).followUps.filter((one) => one.meetingId === meetingId)
    expect(later.map(({ fate }) => fate)).toEqual(['done', 'overdue', 'done'])
    expect(later[1]?.orderId).toBe(second.orderId)
    const afterNext = (await read(await planned(), '2026-09-01T02:00:00.000Z')).followUps
    expect(afterNext.filter((one) => one.meetingId === meetingId).map(({ fate }) => fate)).toEqual(['overdue'])
  })
})

describe('minutes', () => {
  it('wait until it is said of everybody whether he came, and why not', async () => {
    const meetingId = await planned()
    must(await supervision.holdMeeting(contextOf('coordinator'), { meetingId }))
    const issue = () => supervision.issueMinutes(contextOf('coordinator'), { meetingId }, writeOfficialDocx)
    expect(await issue()).toMatchObject(refused('meeting.attendanceOpen'))
    const [one] = (await read(meetingId)).attendees
    const absent = {
      meetingId,
      attendeeNo: one?.attendeeNo ?? 0,
      post: one?.post ?? '',
      presence: 'absent',
      reason: '',
    } as const
    expect(await supervision.recordAttendance(contextOf('coordinator'), absent)).toMatchObject(
      refused('meeting.absenceReason'),
    )
    await allCame(meetingId)
    must(await supervision.recordAttendance(contextOf('coordinator'), { ...absent, reason: '在省里开会' }))
    must(await issue())
  })

  it('say on paper what was said, decided and became of the last, with figures as fields and the head of the chain', async () => {
    const meetingId = await planned()
    const lineId = plan.items.signed
    must(await supervision.saveNote(contextOf('coordinator'), { meetingId, lineId, base: '', words: '签约偏慢。' }))
    must(await decide(meetingId, lineId, '由招商局列出三季度签约清单'))
    await issued(meetingId)
    const file = must(await supervision.downloadMinutes(contextOf('inspector'), { meetingId }, writeOfficialDocx))
    const paper = await readSourceFile(file.bytes, file.fileName)
    const text = must(paper).text
    expect(text).toContain('签约偏慢。')
    expect(text).toContain('议定：由招商局列出三季度签约清单。由区招商局落实')
    expect(text).toContain('累计26个')
    expect(text).toContain('一、上次会议议定事项落实情况')
    const { meeting } = await read(meetingId)
    expect(text.replaceAll(' ', '')).toContain(meeting.agenda.seal?.hash)
  })

  it('once issued stand as they are: writes are refused, corrections are seen in the next minutes', async () => {
    const meetingId = await planned()
    await issued(meetingId)
    const note = { meetingId, lineId: plan.items.signed, base: '', words: '补记' }
    expect(await supervision.saveNote(contextOf('coordinator'), note)).toMatchObject(refused('meeting.issued'))
    expect(await decide(meetingId, plan.items.signed)).toMatchObject(refused('meeting.issued'))
    const correct = (reason: string) =>
      supervision.correctMinutes(contextOf('coordinator'), {
        ...{ meetingId, oldWords: '签约26个', newWords: '签约27个', reason },
      })
    expect(await correct('')).toMatchObject(refused('meeting.reasonMissing'))
    must(await correct('漏计一个'))
    const { view } = must(await supervision.readMinutes(contextOf('leader'), { meetingId: await planned() }))
    expect(JSON.stringify(view.blocks)).toContain('更正为“签约27个”')
  })

  it('are not kept before the day, nor corrected before they are issued', async () => {
    const asked = {
      planId: plan.planId,
      campaignNo: 0,
      heldOn: '2026-08-05',
      place: '',
      chair: '',
      basis: 'live',
    } as const
    const { meetingId } = must(await supervision.planMeeting(contextOf('coordinator'), asked))
    expect(await supervision.holdMeeting(contextOf('coordinator'), { meetingId })).toMatchObject(
      refused('meeting.notHeldYet'),
    )
    const words = { meetingId, oldWords: '甲', newWords: '乙', reason: '丙' }
    expect(await supervision.correctMinutes(contextOf('coordinator'), words)).toMatchObject(
      refused('meeting.notIssuable'),
    )
  })
})

describe('the routes of meetings', () => {
  it('ask who it is, what may be done, and for a right body', async () => {
    expect((await test.request(null, 'GET', '/api/meetings')).status).toBe(401)
    expect((await test.request(as('investReporter'), 'GET', '/api/meetings')).status).toBe(403)
    const bad = await test.request(as('coordinator'), 'POST', '/api/meetings', { planId: 'x' })
    expect(bad.status).toBe(400)
    const body = { planId: plan.planId, campaignNo: 0, heldOn: '2026-07-31', place: '', chair: '', basis: 'sealed' }
    const made = await test.request(as('coordinator'), 'POST', '/api/meetings', body)
    const { meetingId } = made.json as { meetingId: string }
    const page = await test.request(as('leader'), 'GET', `/api/meetings/${meetingId}`)
    expect(page.json).toMatchObject({ meeting: { state: 'planned' }, may: ['decide'] })
    const minutes = await test.request(as('leader'), 'GET', `/api/meetings/${meetingId}/minutes`)
    expect(minutes.json).toMatchObject({ state: 'planned', sealHead: { sealedOn: '2026-07-01' } })
  })
})
