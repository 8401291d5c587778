import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sniffAttachment } from '#adapters/files'
import * as reporting from '#app/reporting'
import type { Result } from '#core/kit'
import { insertReportingPlan, type PersonName } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const D07 = '2026-D07'
const BEFORE = '2026-03-10T02:00:00.000Z'
const LATE = '2026-03-11T10:00:01.000Z'
const AFTER_LINK = '2026-03-13T16:00:00.000Z'

const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)
const said = (rest: Partial<reporting.SaidBody> = {}): reporting.SaidBody => ({
  ...{ figure: null, noChange: false, claim: 'onPace', paragraph: '', blockage: null, nodesDone: [], ...rest },
})

/** A plan in which nobody can sign in for the building bureau; its `park` is accepted by the coordinator. */
async function opened(regionId: string) {
  const plan = await insertReportingPlan(test, regionId)
  await test.database.owner
    .updateTable('account')
    .set({ disabled_at: BEFORE })
    .where('account_id', '=', plan.people.buildReporter.accountId)
    .execute()
  const period = { cadenceId: plan.cadenceId, periodId: D07 }
  must(await reporting.openPeriod(plan.as('coordinator', BEFORE), period))
  const region = (clockAt: string) => ({ regionId, timeZone: 'Asia/Shanghai', clockAt })
  const visitor = (now: string) => test.contextOf(region(now), '', [{ role: 'publicReader' }])
  const invite = (who: PersonName = 'coordinator', rest: Partial<{ unitId: string; expiresOn: string }> = {}) =>
    reporting.inviteRespondent(plan.as(who, BEFORE), {
      ...{ ...period, unitId: plan.units.build, respondent: '办公室联络员', expiresOn: '2026-03-13', ...rest },
    })
  const line = { ...period, itemId: plan.items.park, revision: 0 }
  return {
    ...{ plan, period, visitor, invite, line, as: plan.as },
    answer: (token: string, body: reporting.SaidBody | null, now = BEFORE, requestKey: string | null = null) =>
      reporting.answerByLink(visitor(now), { token, requestKey, reports: [{ ...line, body }] }),
  }
}

describe('an outside body by link', () => {
  it('sees its own lines and nothing else, answers unsigned under its name, and is accepted', async () => {
    const { plan, as, visitor, invite, answer, line } = await opened('bylink')
    const { token } = must(await invite())
    const sheet = must(await reporting.openRespondentSheet(visitor(BEFORE), { token }))
    expect(sheet.lines.map(({ itemId, unitId }) => [itemId, unitId])).toEqual([[plan.items.park, plan.units.build]])
    expect(sheet.link).toMatchObject({ respondent: '办公室联络员', unitName: '区住建局' })
    expect(must(await answer(token, said())).map(({ result }) => code(result))).toEqual(['accepted'])
    const [waiting] = must(await reporting.readMyWork(as('coordinator', BEFORE))).toAccept
    expect(waiting?.report).toMatchObject({
      ...{ state: 'submitted', channel: 'link', respondent: '办公室联络员', submittedBy: null, signedBy: null },
      late: false,
    })
    const accepted = await reporting.acceptReports(as('coordinator', BEFORE), [{ ...line, revision: 1 }])
    expect(must(accepted).map(({ result }) => code(result))).toEqual(['accepted'])
    const log = await test.database.owner
      .selectFrom('audit')
      .select(['action', 'actor_id'])
      .where('region_id', '=', 'bylink')
      .where('action', '=', 'report.submit')
      .execute()
    expect(log).toEqual([{ action: 'report.submit', actor_id: null }])
  })

  it('a retry changes nothing; late is said by the clock; a returned answer is given again by the same link', async () => {
    const { as, invite, answer, line, visitor } = await opened('again')
    const { token } = must(await invite())
    must(await answer(token, said(), LATE, 'k1'))
    const [retried] = must(await answer(token, said(), LATE, 'k1'))
    expect(retried?.result).toMatchObject({ ok: true, value: { revision: 1, late: true } })
    const [twice] = must(await answer(token, said({ claim: 'behind' }), LATE, 'k2'))
    expect(code(twice?.result ?? { ok: true, value: null })).toBe('report.cannotSubmit')
    const back = { ...line, revision: 1, reason: '请写明进度', dueAt: '2026-03-13T10:00:00.000Z' }
    must(await reporting.returnReport(as('coordinator', LATE), back))
    const again = { ...line, revision: 2, body: said({ paragraph: '主体完成八成' }) }
    const asked = { token, requestKey: null, reports: [again] }
    expect(must(await reporting.answerByLink(visitor(LATE), asked)).map(({ result }) => code(result))).toEqual([
      'accepted',
    ])
  })

  it('ends when it expires or is revoked; a wrong token opens nothing', async () => {
    const { as, invite, answer, visitor } = await opened('ends')
    const { token, linkId, expiresAt } = must(await invite())
    expect(expiresAt).toBe(AFTER_LINK)
    expect(code(await answer(token, said(), AFTER_LINK))).toBe('respondent.linkExpired')
    expect(code(await answer(`${token}x`, said()))).toBe('respondent.linkInvalid')
    expect(code(await reporting.revokeRespondentLink(as('tradeReporter', BEFORE), { linkId }))).toBe('right.denied')
    must(await reporting.revokeRespondentLink(as('deputyCoordinator', BEFORE), { linkId }))
    expect(code(await answer(token, said()))).toBe('respondent.linkRevoked')
    expect(code(await reporting.openRespondentSheet(visitor(BEFORE), { token }))).toBe('respondent.linkRevoked')
  })

  it('answers no line of another unit or period, and cannot be made where somebody can sign in', async () => {
    const { plan, invite, visitor, period } = await opened('only')
    const { token } = must(await invite())
    const foreign = { ...period, itemId: plan.items.visits, revision: 0, body: said({ figure: '3' }) }
    const [outcome] = must(
      await reporting.answerByLink(visitor(BEFORE), { token, requestKey: null, reports: [foreign] }),
    )
    expect(code(outcome?.result ?? { ok: true, value: null })).toBe('right.denied')
    const elsewhere = { ...foreign, itemId: plan.items.park, periodId: '2026-D08' }
    const asked = { token, requestKey: null, reports: [elsewhere] }
    expect(code(await reporting.answerByLink(visitor(BEFORE), asked))).toBe('object.notFound')
    expect(code(await invite('coordinator', { unitId: plan.units.trade }))).toBe('respondent.hasReporter')
    expect(code(await invite('coordinator', { unitId: plan.units.office }))).toBe('respondent.noLines')
    expect(code(await invite('coordinator', { expiresOn: '2026-03-09' }))).toBe('respondent.expiryInvalid')
    expect(code(await invite('officeStaff'))).toBe('right.denied')
  })

  it('attaches files to its own open lines, a few of them, and takes them off again; done needs one', async () => {
    const { plan, period, as, invite, line, visitor } = await opened('files')
    const { token } = must(await invite())
    const key = { ...period, itemId: plan.items.park }
    const attach = (text: string, rest: Partial<{ token: string; itemId: string; periodId: string }> = {}) =>
      reporting.attachByLink(visitor(BEFORE), {
        ...{
          ...key,
          token,
          bytes: new TextEncoder().encode(text),
          fileName: '验收.txt',
          typeByContent: sniffAttachment,
        },
        ...rest,
      })
    const done = (revision: number) =>
      reporting.answerByLink(visitor(BEFORE), {
        ...{ token, requestKey: null },
        reports: [{ ...line, revision, body: said({ claim: 'done' }) }],
      })
    expect(must(await done(0)).map(({ result }) => code(result))).toEqual(['report.doneNeedsEvidence'])
    const first = must(await attach('已验收'))
    const second = must(await attach('又一份'))
    expect([first.revision, second.revision]).toEqual([1, 2])
    const taken = { ...key, token, attachmentId: second.attachmentId }
    expect(must(await reporting.removeFileByLink(visitor(BEFORE), taken))).toEqual({ revision: 3 })
    const [sheet] = must(await reporting.openRespondentSheet(visitor(BEFORE), { token })).lines
    expect(sheet?.report?.files.map(({ fileName }) => fileName)).toEqual(['验收.txt'])
    expect(code(await attach('x', { token: `${token}x` }))).toBe('respondent.linkInvalid')
    expect(code(await attach('x', { periodId: '2026-D08' }))).toBe('object.notFound')
    expect(code(await attach('x', { itemId: plan.items.visits }))).toBe('right.denied')
    for (let count = 1; count < 10; count += 1) must(await attach(`第${count}页`))
    expect(code(await attach('第十一份'))).toBe('respondent.tooManyFiles')
    expect(must(await done(12)).map(({ result }) => code(result))).toEqual(['accepted'])
    expect(code(await attach('x')), 'what is sent takes no more').not.toBe('accepted')
    const [waiting] = must(await reporting.readMyWork(as('coordinator', BEFORE))).toAccept
    expect(waiting?.report).toMatchObject({ channel: 'link', respondent: '办公室联络员' })
    expect(waiting?.report?.files).toHaveLength(10)
  })

  it('raises what blocks it at once, as nobody signs for it', async () => {
    const { as, invite, answer } = await opened('stuck')
    const { token } = must(await invite())
    const blockage = { what: '图纸未审', needs: '区商务局', by: null }
    must(await answer(token, said({ claim: 'blocked', blockage })))
    expect(must(await reporting.readDutyDesk(as('tradeReporter', BEFORE))).toAnswer).toMatchObject([
      { what: '图纸未审', needsUnitName: '区商务局' },
    ])
  })
})

describe('an outside body by filled sheet', () => {
  it('enters unsigned by the named respondent; whoever brought it does not accept it', async () => {
    const { plan, as, line } = await opened('bysheet')
    const file = (who: PersonName, respondent = '办公室联络员') =>
      reporting.fileForOutside(as(who, BEFORE), {
        ...{ unitId: plan.units.build, respondent, requestKey: null },
        reports: [{ ...line, body: said() }],
      })
    expect(code(await file('tradeReporter'))).toBe('right.denied')
    expect(code(await file('coordinator', ' '))).toBe('respondent.nameMissing')
    expect(must(await file('coordinator')).map(({ result }) => code(result))).toEqual(['accepted'])
    const accept = async (who: PersonName) =>
      must(await reporting.acceptReports(as(who, BEFORE), [{ ...line, revision: 1 }])).map(({ result }) => code(result))
    expect(await accept('coordinator')).toEqual(['report.ownReport'])
    expect(await accept('deputyCoordinator')).toEqual(['accepted'])
    const { units } = must(
      await reporting.listRespondents(as('coordinator', BEFORE), { cadenceId: plan.cadenceId, periodId: D07 }),
    )
    expect(units).toEqual([{ unitId: plan.units.build, unitName: '区住建局', lines: 1, answered: 1 }])
  })
})

describe('over HTTP without a session', () => {
  it('opens and answers by the token in the body; the token stands in no address', async () => {
    const { invite, line } = await opened('http')
    const { token } = must(await invite())
    await test.database.owner.updateTable('region').set({ clock_at: BEFORE }).where('region_id', '=', 'http').execute()
    const sheet = await test.request(null, 'POST', '/api/public/http/respondent-sheet', { token })
    expect(sheet.status).toBe(200)
    expect(sheet.json).toMatchObject({ respondent: '办公室联络员', lines: [{ itemId: line.itemId }] })
    const body = { token, reports: [{ ...line, said: said() }] }
    expect((await test.request(null, 'POST', '/api/public/http/respondent-answers', body)).status).toBe(200)
    const wrong = { ...body, token: 'x'.repeat(43) }
    expect((await test.request(null, 'POST', '/api/public/http/respondent-answers', wrong)).json).toMatchObject({
      code: 'respondent.linkInvalid',
    })
    const nowhere = await test.request(null, 'POST', '/api/public/nowhere/respondent-sheet', { token })
    expect(nowhere.json).toMatchObject({ code: 'region.notFound' })
    const huge = { ...body, reports: [{ ...line, said: said({ paragraph: '好'.repeat(20_000) }) }] }
    expect((await test.request(null, 'POST', '/api/public/http/respondent-answers', huge)).status).toBe(413)
  })
})
