import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sniffAttachment } from '#adapters/files'
import * as supervision from '#app/supervision'
import type { Result } from '#core/kit'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
let plan: SmallPlan
let other: SmallPlan

beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertSmallPlan(test)
  other = await insertSmallPlan(test, 'hillside')
})
afterAll(() => test.close())

type Person = keyof SmallPlan['people']
const contextOf = (person: Person, own = plan) =>
  test.contextOf(own.region, own.people[person].accountId, own.people[person].roles)
const as = (person: Person) => ({ region: plan.region, accountId: plan.people[person].accountId })

const refused = (code: string) => ({ ok: false, refusal: { code } })

const raise = async (person: Person = 'inspector') =>
  must(
    await supervision.raiseProblem(contextOf(person), {
      ...{ kind: 'problem', title: '主体工程围挡未拆', detail: '现场与上报不符', itemId: plan.items.park },
    }),
  )

async function assigned() {
  const { problemId, revision } = await raise()
  const order = { problemId, revision, unitId: plan.units.build, dueOn: '2026-08-15', note: '限期整改' }
  return must(await supervision.assignProblem(contextOf('coordinator'), order))
}

const attach = (problemId: string, person: Person = 'buildReporter', text = '整改照片说明') =>
  supervision.attachProblemFile(contextOf(person), {
    ...{ problemId, fileName: '整改情况.txt', bytes: new TextEncoder().encode(text), typeByContent: sniffAttachment },
  })

async function claimed() {
  const key = await assigned()
  must(await attach(key.problemId))
  return must(await supervision.claimRectified(contextOf('buildReporter'), { ...key, note: '已拆除' }))
}

describe('a problem', () => {
  it('goes from finding to closing with two keys, and keeps its history and clock', async () => {
    const claim = await claimed()
    const verified = must(await supervision.verifyRectified(contextOf('inspector'), { ...claim, note: '现场属实' }))
    const closed = must(await supervision.closeProblem(contextOf('coordinator'), { ...verified, note: '' }))
    expect(closed.state).toBe('closed')
    const { problem, events, files, deeds } = must(
      await supervision.readProblem(contextOf('coordinator'), { problemId: closed.problemId }),
    )
    expect(events.map(({ action, toState, byName }) => [action, toState, byName])).toEqual([
      ['raise', 'found', 'inspector'],
      ['assign', 'assigned', 'coordinator'],
      ['claim', 'claimed', 'buildReporter'],
      ['verify', 'verified', 'inspector'],
      ['close', 'closed', 'coordinator'],
    ])
    expect(problem).toMatchObject({
      itemTitle: '产业园一期主体工程',
      unitName: '区住建局',
      closedAt: plan.region.clockAt,
    })
    expect(files).toHaveLength(1)
    expect(deeds).toEqual(['reopen'])
  })

  it('takes its number in turn, also when many are raised at once', async () => {
    const raised = await Promise.all(Array.from({ length: 8 }, () => raise()))
    const { rows } = await numbersOf(raised.map(({ problemId }) => problemId))
    expect(new Set(rows).size).toBe(8)
  })

  it('needs evidence before it is claimed', async () => {
    const key = await assigned()
    const claim = await supervision.claimRectified(contextOf('buildReporter'), { ...key, note: '' })
    expect(claim).toMatchObject(refused('problem.claimNeedsEvidence'))
  })

  it('is not verified inside the doer, nor by the task-force office that sits there', async () => {
    const claim = await claimed()
    for (const person of ['buildReporter', 'buildSigner', 'buildStaff'] as const) {
      const verified = await supervision.verifyRectified(contextOf(person), { ...claim, note: '' })
      expect(verified).toMatchObject(refused('right.denied'))
    }
  })

  it('goes back with a reason when the claim does not hold, and counts it', async () => {
    const claim = await claimed()
    const noReason = await supervision.refuseClaim(contextOf('inspector'), { ...claim, reason: ' ' })
    expect(noReason).toMatchObject(refused('problem.reasonMissing'))
    const back = must(await supervision.refuseClaim(contextOf('inspector'), { ...claim, reason: '仍有围挡' }))
    expect(back.state).toBe('rectifying')
    const { problem } = must(await supervision.readProblem(contextOf('leader'), { problemId: claim.problemId }))
    expect(problem).toMatchObject({ refusedClaims: 1, claimedBy: null })
  })

  it('comes back with its whole history', async () => {
    const claim = await claimed()
    const verified = must(await supervision.verifyRectified(contextOf('inspector'), { ...claim, note: '' }))
    const closed = must(await supervision.closeProblem(contextOf('inspector'), { ...verified, note: '' }))
    const again = must(await supervision.reopenProblem(contextOf('inspector'), { ...closed, reason: '回头看发现反弹' }))
    expect(again.state).toBe('rectifying')
    const { problem, events } = must(await supervision.readProblem(contextOf('leader'), { problemId: again.problemId }))
    expect(problem).toMatchObject({ reopened: 1, closedAt: null })
    expect(events).toHaveLength(6)
  })

  it('is put off only when somebody outside the doer grants it', async () => {
    const key = await assigned()
    const ask = { ...key, until: '2026-08-31', reason: '汛期停工' }
    const asked = must(await supervision.askExtension(contextOf('buildSigner'), ask))
    expect(
      await supervision.decideExtension(contextOf('buildStaff'), { ...asked, granted: true, note: '' }),
    ).toMatchObject(refused('problem.ownUnit'))
    const granted = { ...asked, granted: true, note: '同意' }
    const given = must(await supervision.decideExtension(contextOf('coordinator'), granted))
    const { problem } = must(await supervision.readProblem(contextOf('leader'), { problemId: given.problemId }))
    expect(problem).toMatchObject({ dueOn: '2026-08-31', extensions: 1, extension: null })
  })

  it('tells the second of two at once that something changed', async () => {
    const key = await assigned()
    must(await supervision.beginRectification(contextOf('buildReporter'), { ...key, note: '' }))
    const second = await supervision.beginRectification(contextOf('buildSigner'), { ...key, note: '' })
    expect(second).toMatchObject(refused('object.changedMeanwhile'))
  })

  it('takes evidence from its doer only, judged by content, once', async () => {
    const { problemId } = await assigned()
    expect(await attach(problemId, 'investReporter')).toMatchObject(refused('right.denied'))
    const [first, second] = [must(await attach(problemId)), must(await attach(problemId))]
    expect(second.attachmentId).toBe(first.attachmentId)
    const program = {
      problemId,
      fileName: '照片.jpg',
      bytes: Uint8Array.of(0x4d, 0x5a, 0x90, 0),
      typeByContent: sniffAttachment,
    }
    expect((await supervision.attachProblemFile(contextOf('buildReporter'), program)).ok).toBe(false)
    const file = must(await supervision.readProblemFile(contextOf('inspector'), first))
    expect(new TextDecoder().decode(file.bytes)).toBe('整改照片说明')
  })

  it('is listed by filter: mine, overdue, open, of an item', async () => {
    const mine = must(await supervision.listProblems(contextOf('buildReporter'), { mine: true, open: true }))
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.every((line) => line.unitId === plan.units.build)).toBe(true)
    const none = must(await supervision.listProblems(contextOf('investReporter'), { mine: true }))
    expect(none).toEqual([])
    expect(must(await supervision.listProblems(contextOf('leader'), { overdue: true }))).toEqual([])
    const ofItem = must(await supervision.listProblems(contextOf('leader'), { itemId: plan.items.signed }))
    expect(ofItem).toEqual([])
  })

  it('is overdue from the day after its due day until it is claimed', async () => {
    const key = await assigned()
    await test.database.withRegion('lakeside', (tx) =>
      tx.updateTable('problem').set({ due_on: '2026-07-30' }).where('problem_id', '=', key.problemId).execute(),
    )
    const overdue = must(await supervision.listProblems(contextOf('leader'), { overdue: true }))
    expect(overdue.map((line) => line.problemId)).toEqual([key.problemId])
  })

  it('stays inside its region', async () => {
    const key = await assigned()
    expect(await supervision.readProblem(contextOf('coordinator', other), key)).toMatchObject(
      refused('object.notFound'),
    )
    const foreign = { ...key, unitId: other.units.build, dueOn: '2026-08-15', note: '' }
    expect(await supervision.assignProblem(contextOf('coordinator'), foreign)).toMatchObject(refused('unit.notFound'))
  })

  it('is written to the audit log in its own transaction', async () => {
    const { problemId } = await assigned()
    const rows = await test.database.withRegion('lakeside', (tx) =>
      tx.selectFrom('audit').select('action').where('object_id', '=', problemId).execute(),
    )
    expect(rows.map((row) => row.action).toSorted()).toEqual(['problem.assign', 'problem.raise'])
  })
})

async function numbersOf(problemIds: readonly string[]) {
  const rows = await test.database.withRegion('lakeside', (tx) =>
    tx.selectFrom('problem').select('number').where('problem_id', 'in', problemIds).execute(),
  )
  return { rows: rows.map((row) => row.number) }
}

const instruct = (person: Person = 'leader', more: Partial<supervision.Instruction> = {}) =>
  supervision.issueOrder(contextOf(person), {
    ...{ text: '逐项倒排工期。下周报我。', unitId: plan.units.build, itemId: plan.items.park, ...more },
  })

describe('an order', () => {
  it("is a leader's remark with clocks in working days", async () => {
    const { orderId } = must(await instruct())
    const { order } = must(await supervision.readOrder(contextOf('leader'), { orderId }))
    expect(order).toMatchObject({
      ...{
        title: '产业园一期主体工程',
        body: '逐项倒排工期。下周报我。',
        unitName: '区住建局',
        issuedByName: 'leader',
      },
      // Friday 31 July 2026, 18:00: one working day is Monday, five are the Friday after.
      acknowledgeDueAt: '2026-08-03T10:00:00.000Z',
      replyDueAt: '2026-08-07T10:00:00.000Z',
    })
  })

  it('takes its title from its first sentence where it is about no item', async () => {
    const { orderId } = must(await instruct('leader', { itemId: undefined, replyBy: '2026-08-04' }))
    const { order } = must(await supervision.readOrder(contextOf('leader'), { orderId }))
    expect(order).toMatchObject({ title: '逐项倒排工期', replyDueAt: '2026-08-04T10:00:00.000Z' })
  })

  it('is acknowledged, answered, returned, answered again and closed', async () => {
    const issued = must(await instruct())
    const got = must(await supervision.acknowledgeOrder(contextOf('buildReporter'), issued))
    const first = must(await supervision.replyOrder(contextOf('buildSigner'), { ...got, text: '正在办理' }))
    const back = must(await supervision.returnReply(contextOf('leader'), { ...first, reason: '没有时间表' }))
    const second = must(await supervision.replyOrder(contextOf('buildSigner'), { ...back, text: '8月底完工' }))
    const closed = must(await supervision.closeOrder(contextOf('leader'), second))
    expect(closed.state).toBe('closed')
    const { order, events } = must(await supervision.readOrder(contextOf('buildReporter'), closed))
    expect(order).toMatchObject({ reply: '8月底完工', returnedReplies: 1, overdue: null })
    expect(events.map((event) => event.action)).toEqual([
      'issue',
      'acknowledge',
      'reply',
      'returnReply',
      'reply',
      'close',
    ])
  })

  it.each<[string, () => Promise<Result<unknown>>, string]>([
    ['a reporter issues none', () => instruct('buildReporter'), 'right.denied'],
    ['a stranger unit has none', () => instruct('leader', { unitId: other.units.build }), 'unit.notFound'],
    ['an empty remark is none', () => instruct('leader', { text: ' ' }), 'order.textMissing'],
    ['a day in the past is none', () => instruct('leader', { replyBy: '2026-07-30' }), 'order.replyDayNotPossible'],
  ])('%s', async (_, act, code) => {
    expect(await act()).toMatchObject(refused(code))
  })

  it('is answered by its addressee only, and settled by somebody outside it', async () => {
    const issued = must(await instruct())
    const stranger = await supervision.replyOrder(contextOf('investSigner'), { ...issued, text: '不是我们' })
    expect(stranger).toMatchObject(refused('right.denied'))
    const replied = must(await supervision.replyOrder(contextOf('buildSigner'), { ...issued, text: '已办' }))
    expect(await supervision.closeOrder(contextOf('buildStaff'), replied)).toMatchObject(refused('right.denied'))
  })

  it('is seen by its addressee and by those who issue orders, not by other units', async () => {
    const { orderId } = must(await instruct())
    expect(await supervision.readOrder(contextOf('investReporter'), { orderId })).toMatchObject(refused('right.denied'))
    expect(must(await supervision.listOrders(contextOf('investReporter'), {}))).toEqual([])
    expect(must(await supervision.listOrders(contextOf('buildReporter'), { mine: true })).length).toBeGreaterThan(0)
  })
})

describe('the desk', () => {
  it('holds each thing where its reader is the one to act', async () => {
    const claim = await claimed()
    const desk = must(await supervision.readDesk(contextOf('inspector')))
    expect(desk.toVerify.map((line) => line.problemId)).toContain(claim.problemId)
    const doer = must(await supervision.readDesk(contextOf('buildSigner')))
    expect(doer.toVerify).toEqual([])
    expect(doer.toAnswer.length).toBeGreaterThan(0)
    expect(doer.toRectify.every((line) => line.unitId === plan.units.build)).toBe(true)
  })

  it('is empty for whoever has no part in supervision', async () => {
    const desk = must(await supervision.readDesk(contextOf('auditor')))
    expect(Object.values(desk).flat()).toEqual([])
  })
})

describe('over HTTP', () => {
  it.each<[string, Person | null, string, string, unknown, number]>([
    ['not signed in', null, 'GET', '/api/problems', undefined, 401],
    ['not allowed', 'auditor', 'GET', '/api/problems', undefined, 403],
    ['bad input', 'leader', 'GET', '/api/problems?open=perhaps', undefined, 400],
    ['success', 'leader', 'GET', '/api/problems?open=true&mine=false', undefined, 200],
    ['not signed in', null, 'POST', '/api/problems', {}, 401],
    ['not allowed', 'investSigner', 'POST', '/api/problems', { kind: 'problem', title: '试' }, 403],
    ['bad input', 'leader', 'POST', '/api/problems', { kind: 'rumour', title: '试' }, 400],
    ['success', 'leader', 'POST', '/api/problems', { kind: 'problem', title: '占道' }, 200],
    ['not signed in', null, 'GET', '/api/orders', undefined, 401],
    ['not allowed', 'auditor', 'GET', '/api/orders', undefined, 403],
    ['bad input', 'leader', 'GET', '/api/orders?unitId=7', undefined, 400],
    ['success', 'investReporter', 'GET', '/api/orders?mine=true', undefined, 200],
    ['bad input', 'leader', 'POST', '/api/orders', { text: '办', unitId: 'x' }, 400],
    ['not found', 'leader', 'GET', `/api/orders/${randomUUID()}`, undefined, 404],
    ['success', 'leader', 'GET', '/api/supervision/desk', undefined, 200],
  ])('%s: %s %s %s answers as it should', async (_, person, method, path, body, status) => {
    expect(await test.request(person && as(person), method, path, body)).toMatchObject({ status })
  })

  it('takes a problem from raising to a refused claim', async () => {
    const raised = await test.request(as('leader'), 'POST', '/api/problems', {
      ...{ kind: 'hazard', title: '临边无防护', itemId: plan.items.park },
    })
    const { problemId } = raised.json as { problemId: string }
    const address = `/api/problems/${problemId}`
    const due = { revision: 1, unitId: plan.units.build, dueOn: '2026-08-10' }
    expect(await test.request(as('coordinator'), 'POST', `${address}/assign`, due)).toMatchObject({ status: 200 })
    const form = new FormData()
    form.set('file', new File(['现场照片说明'], '说明.txt'))
    expect(await test.request(as('buildReporter'), 'POST', `${address}/files`, form)).toMatchObject({ status: 200 })
    const claim = await test.request(as('buildReporter'), 'POST', `${address}/claim`, { revision: 2, note: '已补' })
    expect(claim).toMatchObject({ status: 200, json: { state: 'claimed', revision: 3 } })
    const stale = await test.request(as('inspector'), 'POST', `${address}/refuse`, { revision: 2, reason: '未补齐' })
    expect(stale).toMatchObject({ status: 409, json: { code: 'object.changedMeanwhile' } })
    const back = await test.request(as('inspector'), 'POST', `${address}/refuse`, { revision: 3, reason: '未补齐' })
    expect(back).toMatchObject({ status: 200, json: { state: 'rectifying' } })
  })
})
