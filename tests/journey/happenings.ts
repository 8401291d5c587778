import { organisationContract } from '#adapters/http/contract/organisation'
import { reportingContract } from '#adapters/http/contract/reporting'
import { dec, type Period, periodWords } from '#core/kit'
import type { SamplePerson } from '#main/sample'
import { dialogOf, press, settle } from '../support/office.ts'
import type { Happening } from './dekad.ts'
import type { Journey } from './journey.ts'

/** A post that passes from one person to another. */
export interface Succession {
  readonly unit: string
  readonly role: 'reporter' | 'signer'
  readonly successor: string
}

/** A person leaves: he draws the handover up at his page, the security officer confirms it at his, and the successor acts from then on. */
export function handOver(journey: Journey, { unit, role, successor }: Succession): Happening {
  return async (period) => {
    const { cast } = journey.district
    const unitId = cast.unitIds.get(unit) ?? ''
    const holders = role === 'reporter' ? journey.reporters : journey.signers
    const leaving = holders.get(unitId)
    if (!leaving) throw new Error(`${unit} has no ${role}`)
    const administrator = await journey.as(cast.administrator)
    const { accountId } = await administrator.ask(organisationContract.addAccount, {
      body: { login: successor, displayName: successor },
    })
    const page = await journey.page(leaving, 'successions')
    await press(page, '办理交接')
    const dialog = await dialogOf(page, '办理交接')
    await dialog.getByLabel('接手人').selectOption({ label: successor })
    await dialog.getByLabel('说明').fill('轮岗')
    await settle(dialog, '提交')
    const officer = await journey.page(cast.securityOfficer, 'successions')
    await press(officer.getByRole('row').filter({ hasText: `→ ${successor}` }), '确认')
    await officer
      .getByRole('row')
      .filter({ hasText: `→ ${successor}` })
      .getByText('已确认')
      .waitFor()
    await journey.office.leave(leaving.displayName)
    const person: SamplePerson = { accountId, login: successor, displayName: successor, roles: [{ role, unitId }] }
    holders.set(unitId, person)
    journey.say(`${period.id}: ${unit} ${role} handed over to ${successor}`)
  }
}

/** Corrects a sealed figure of a unit at the page: the unit asks, the coordinator approves; what was said stays in the seal. */
export function correctByPage(journey: Journey, unit: string): Happening {
  return async (period) => {
    const { cast } = journey.district
    const reporter = journey.reporters.get(cast.unitIds.get(unit) ?? '')
    if (!reporter) throw new Error(`${unit} has no reporter`)
    const [sealedId, said] = lastSaid(journey, unit)
    const [itemId, { figure }] = said
    if (figure === null) throw new Error(`${unit} has said no figure`)
    const corrected = dec(figure).times('0.9').toDecimalPlaces(2).toFixed()
    const page = await journey.page(reporter, `items/${itemId}`)
    await press(page, '更正封存数据')
    const dialog = await dialogOf(page, /^更正/)
    await dialog.getByLabel(/^更正为/).fill(corrected)
    await dialog.getByLabel('原因').fill('复核台账，有一处重复计入。')
    await settle(dialog, '提出更正')
    const coordinator = await journey.page(cast.coordinator, 'periods')
    await press(coordinator, '批准')
    await coordinator.getByRole('button', { name: '批准', exact: true }).waitFor({ state: 'detached' })
    journey.book.correct(sealedId, itemId, corrected)
    journey.say(`${period.id}: ${unit} corrected ${figure} of ${periodWords(period).zh} to ${corrected}`)
  }
}

/** The first figure that a unit said in the last dekad that is sealed. */
function lastSaid({ book, district }: Journey, unit: string) {
  const [last] = [...book.periods].toSorted(([a], [b]) => (a < b ? 1 : -1))
  const own = [...(last?.[1] ?? [])].find(
    ([itemId, { unitName, figure }]) =>
      unitName === unit && figure !== null && district.indicators.some((item) => item.itemId === itemId),
  )
  if (!last || !own) throw new Error(`${unit} has said nothing yet`)
  return [last[0], own] as const
}

/** Corrects by program what the story corrects. */
export function correctByStory(journey: Journey): Happening {
  return async (period: Period) => {
    const { cast, telling, indicators } = journey.district
    for (const { unit, subject, period: periodId, to, on, reason } of telling.story.corrections) {
      if (on < period.first || on > period.last) continue
      const item = indicators.find(({ title }) => title === subject)
      const reporter = journey.reporters.get(cast.unitIds.get(unit) ?? '')
      if (!item || !reporter) throw new Error(`${subject} has no item or no reporter`)
      const { cadenceId } = journey
      const asked = { cadenceId, periodId, itemId: item.itemId, newFigure: to, newClaim: null, reason }
      const unitCaller = await journey.as(reporter)
      const { correctionId } = await unitCaller.ask(reportingContract.makeCorrection, { body: asked })
      const coordinator = await journey.as(cast.coordinator)
      const ruling = { params: { correctionId }, body: { approve: true } }
      await coordinator.ask(reportingContract.decideCorrection, ruling)
      journey.book.correct(periodId, item.itemId, to)
      journey.say(`${period.id}: ${unit} corrected ${subject} of ${periodId} to ${to}`)
    }
  }
}
