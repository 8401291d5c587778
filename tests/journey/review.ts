import { addDays, localDateAt } from '#core/kit'
import { momentOf } from '#main/sample'
import { organisationContract } from '#adapters/http/contract/organisation'
import { scoringContract } from '#adapters/http/contract/scoring'
import { meetingContract } from '#adapters/http/contract/supervision'
import { dialogOf, press, settle } from '../support/office.ts'
import type { Journey } from './journey.ts'

const QUARTER = '2026-Q2'

/** The review on the last seal: the leaders meet, two decisions become orders, one matter is settled on the spot, minutes are issued. */
export async function reviewAfter(journey: Journey, isWholeQuarter: boolean): Promise<void> {
  const { cast } = journey.district
  const coordinator = await journey.as(cast.coordinator)
  const { region } = await coordinator.ask(organisationContract.me)
  const on = addDays(localDateAt(region.now, region.timeZone), 1)
  await journey.clock(momentOf(on, '09:00'))
  if (isWholeQuarter) await evaluate(journey)
  const asked = {
    planId: journey.planId,
    campaignNo: 0,
    heldOn: on,
    place: '区政府第一会议室',
    chair: '区委副书记、区长',
  }
  const { meetingId } = await coordinator.ask(meetingContract.planMeeting, { body: { ...asked, basis: 'sealed' } })
  const page = await journey.page(cast.coordinator, `meetings/${meetingId}`)
  const { meeting } = await coordinator.ask(meetingContract.meetingRecord, { params: { meetingId } })
  const lines = meeting.agenda.lines.filter(({ unitId }) => unitId !== null).slice(0, 2)
  for (const [index, line] of lines.entries()) {
    const row = page.locator(`#line-${line.itemId}`)
    await row.getByRole('textbox', { name: `“${line.title}”的记录` }).fill('牵头单位汇报了差距和原因。')
    await press(row, '议定')
    const form = row.getByRole('form', { name: `议定：${line.title}` })
    await form
      .getByLabel('议定内容')
      .fill(['逐项列出推进清单，明确到周', '重排时间节点，说明能否按期完成'][index] ?? '')
    await press(form, '议定')
    await row.getByRole('link', { name: /督办单第/ }).waitFor()
  }
  await finish(journey, meetingId)
  journey.meetings.push(meetingId)
  journey.say(`${on}: review held, ${lines.length} orders out of decisions, minutes issued`)
}

/** Who came is said, the meeting is held, its minutes are issued: at the page. */
async function finish(journey: Journey, meetingId: string): Promise<void> {
  const page = await journey.page(journey.district.cast.coordinator, `meetings/${meetingId}`)
  await press(page, '未登记的都到会')
  await page.getByRole('button', { name: '未登记的都到会' }).waitFor({ state: 'detached' })
  await press(page, '记为已召开')
  await press(page, '印发纪要')
  await settle(await dialogOf(page, '印发会商纪要'), '印发纪要')
  await page.getByText('纪要已印发').first().waitFor()
}

/** The panel fills its sheets by program, and the quarter is evaluated. */
async function evaluate({ as, district, planId, say }: Journey): Promise<void> {
  const { cast } = district
  for (const [index, person] of cast.panel.entries()) {
    const member = await as(person)
    const { metrics, objects } = await member.ask(scoringContract.panelSheet, { query: { planId, periodId: QUARTER } })
    for (const { metricId } of metrics)
      for (const { objectId, may } of objects) {
        if (!may) continue
        const line = { planId, periodId: QUARTER, metricId, objectId, score: String(78 + 4 * index), abstained: false }
        await member.ask(scoringContract.givePanelScore, { body: { ...line, note: '' } })
      }
  }
  const coordinator = await as(cast.coordinator)
  const { runId } = await coordinator.ask(scoringContract.runEvaluation, { body: { planId, periodId: QUARTER } })
  const again = await coordinator.ask(scoringContract.recompute, { params: { runId } })
  if (!again.sameResult || !again.sameInputs) throw new Error('recomputing the evaluation gives something else')
  say(`${QUARTER}: evaluated, recomputed the same`)
}
