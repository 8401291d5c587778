import { periodOf } from '#core/kit'
import { reconciliationContract } from '#adapters/http/contract/reporting'
import { dialogOf, press, settle } from '../support/office.ts'
import type { Happening } from './dekad.ts'
import type { Journey } from './journey.ts'

const NAME = '上级专项资金'
const [FIRST, SECOND] = ['区财政局', '区发改局']

/** Figures of both sides by month, in 万元: the second line is settled, the third stays open and goes on. */
const sheets = {
  first: 'ZJ-01,中央预算内投资,12600\nZJ-02,超长期特别国债,8400\nZJ-03,省级专项,2350\n',
  second: 'ZJ-01,中央预算内投资,12600\nZJ-02,超长期特别国债,8150\nZJ-03,省级专项,2500\n',
} as const

/** The month's reconciliation: opened from the calendar at the page, filled by both sides, one difference settled and signed, one left open. */
export function reconcileMonth(journey: Journey): Happening {
  return async ({ first }) => {
    const { cast } = journey.district
    const month = periodOf('month', first)
    // The month's round is opened in its last days.
    const reconciliationId = await openRound(journey, month.id)
    const sides = { first: FIRST, second: SECOND } as const
    for (const side of ['first', 'second'] as const) {
      const reporter = journey.reporters.get(cast.unitIds.get(sides[side]) ?? '')
      if (!reporter) throw new Error(`${sides[side]} has no reporter`)
      const caller = await journey.as(reporter)
      const file = new File([sheets[side]], '台账.csv', { type: 'text/csv' })
      const params = { reconciliationId, side }
      const { findings } = await caller.ask(reconciliationContract.importFigures, { params, file })
      if (findings.length > 0) throw new Error(JSON.stringify(findings))
    }
    await settleOne(journey, reconciliationId)
    const coordinator = await journey.page(cast.coordinator, `reconciliations/${reconciliationId}`)
    await press(coordinator, '结束本轮')
    await settle(await dialogOf(coordinator, '结束本轮'), '结束本轮')
    await coordinator.getByText('已结束').first().waitFor()
    journey.rounds.push({ reconciliationId, periodId: month.id, name: NAME, open: ['2350', '2500'] })
    journey.say(`${month.id}: reconciliation of ${FIRST} and ${SECOND}: one settled, one left open`)
  }
}

/** Opens the month's ledger from its act in the calendar; later rounds know their sides from the one before. */
async function openRound({ page, district, rounds }: Journey, periodId: string): Promise<string> {
  const calendar = await page(district.cast.coordinator, `calendar?month=${monthOf(periodId)}`)
  const act = calendar.getByRole('row').filter({ hasText: `对账 ${wordsOf(periodId)}` })
  await press(act.first(), '开始对账')
  const dialog = await dialogOf(calendar, '开始一轮对账')
  if (rounds.length === 0) {
    await dialog.getByLabel('名称').fill(NAME)
    await dialog.getByLabel('甲方').selectOption({ label: FIRST })
    await dialog.getByLabel('乙方').selectOption({ label: SECOND })
  }
  await press(dialog, '开始一轮对账')
  await calendar.waitForURL(/\/reconciliations\/[0-9a-f-]{36}$/)
  return calendar.url().slice(-36)
}

/** Acts are due in the month after theirs. */
function monthOf(periodId: string): string {
  const month = Number(periodId.slice(6)) + 1
  return `2026-${String(month).padStart(2, '0')}`
}

const wordsOf = (periodId: string): string => `2026年${Number(periodId.slice(6))}月`

/** The first side proposes whose figure holds and signs; the second signs too. */
async function settleOne({ as, district, reporters, signers }: Journey, reconciliationId: string): Promise<void> {
  const unitIds = district.cast.unitIds
  const person = (holders: typeof reporters, unit: string) => {
    const found = holders.get(unitIds.get(unit) ?? '')
    if (!found) throw new Error(`${unit} has nobody`)
    return as(found)
  }
  const key = 'ZJ-02'
  const proposer = await person(reporters, FIRST)
  const proposal = { key, holds: 'first', value: null, reason: '以财政拨款凭证为准。' } as const
  const params = { reconciliationId, side: 'first' } as const
  await proposer.ask(reconciliationContract.proposeSettlement, { params, body: proposal })
  for (const [side, unit] of [
    ['first', FIRST],
    ['second', SECOND],
  ] as const) {
    const signer = await person(signers, unit)
    await signer.ask(reconciliationContract.signSettlement, { params: { reconciliationId, side }, body: { key } })
  }
}
