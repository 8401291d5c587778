import { groupBy, type Period, periodWords } from '#core/kit'
import { momentOf, type SamplePerson } from '#main/sample'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { closeAndSeal } from '../support/period-steps.ts'
import type { Caller } from './api.ts'
import { answersTo, decide, keepBook, linesOf, peopleOf, submit } from './answers.ts'
import { reportByPage, returnByPage, sayAgainByPage, signByPage } from './by-page.ts'
import { reportBySheet } from './by-sheet.ts'
import type { Journey } from './journey.ts'
import { tellOutside } from './outside.ts'

/** Units whose people sit at the page; of the others every third fills in a sheet, and the rest send by program. */
export const AT_PAGE: readonly string[] = ['区水利局', '区交通运输局', '区教育局']

/** What else happens in a dekad. */
export type Happening = (period: Period) => Promise<void>

/** Plays one dekad from its first morning to its seal. */
export async function playDekad(
  journey: Journey,
  period: Period,
  { firstMorning, beforeClosing }: Readonly<Record<'firstMorning' | 'beforeClosing', readonly Happening[]>>,
): Promise<void> {
  const coordinator = await journey.as(journey.district.cast.coordinator)
  const params = { cadenceId: journey.cadenceId, periodId: period.id }
  await journey.clock(momentOf(period.first, '08:30'))
  await journey.clockWork()
  await tellOutside(journey, period)
  for (const happen of firstMorning) await happen(period)
  await journey.clock(momentOf(period.last, '15:00'))
  const reminded = await journey.clockWork()
  const { period: opened, lines } = await coordinator.ask(reportingContract.period, { params })
  const units = [...groupBy(lines, ({ unitId }) => unitId).values()]
  const inTime = units.filter((own) => standingOf(journey, own, period.id) === 'inTime')
  const counts = await reportAll(journey, inTime, { period, late: false })
  await acceptAll(journey, period)
  await journey.clock(later(opened.dueAt, 16 * 60))
  const urged = await journey.clockWork()
  const late = units.filter((own) => standingOf(journey, own, period.id) === 'late')
  await reportAll(journey, late, { period, late: true })
  await acceptAll(journey, period)
  for (const happen of beforeClosing) await happen(period)
  await journey.clock(later(opened.dueAt, 20 * 60))
  await settle(journey, period)
  journey.say(
    `${period.id}: ${lines.length} lines of ${units.length} units, ${counts.page} by page, ${counts.sheet} by sheet, ${late.length} units late, ${reminded} reminded, ${urged} urged; sealed`,
  )
}

const later = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString()

function standingOf({ district }: Journey, [first]: readonly SheetLine[], periodId: string) {
  const { silent, late } = district.telling.story
  const unit = first?.unitName ?? ''
  if (silent[unit]?.includes(periodId)) return 'silent'
  return late[unit]?.includes(periodId) ? 'late' : 'inTime'
}

/** Every unit reports by its own way, and its signer signs. */
async function reportAll(
  journey: Journey,
  units: readonly (readonly SheetLine[])[],
  { period, late }: { readonly period: Period; readonly late: boolean },
): Promise<{ page: number; sheet: number }> {
  const counts = { page: 0, sheet: 0 }
  for (const [index, [first]] of units.entries()) {
    if (!first) continue
    const { reporter, signer } = peopleOf(journey, first.unitId)
    if (AT_PAGE.includes(first.unitName)) {
      const said = await reportByPage(journey, reporter, { periodId: period.id, day: period.last })
      keepBook(journey, said, late)
      await signByPage(journey, signer, said.length)
      counts.page += said.length
      continue
    }
    const caller = await journey.as(reporter)
    const answers = answersTo(journey, await linesOf(caller, 'toReport', period.id), period.last)
    if (index % 3 === 0) counts.sheet += await reportBySheet(caller, answers)
    else await submit(caller, answers)
    keepBook(journey, answers, late)
    const signing = await journey.as(signer)
    await decide(signing, 'sign', await linesOf(signing, 'toSign', period.id))
  }
  return counts
}

/** Task-force offices accept what is theirs, the coordinator the rest; what the story returns comes back mended. */
async function acceptAll(journey: Journey, period: Period): Promise<void> {
  const { cast } = journey.district
  for (const person of [...cast.staff.values(), cast.coordinator]) {
    const caller = await journey.as(person)
    const lines = await linesOf(caller, 'toAccept', period.id)
    for (const line of lines) {
      await lookAtDocuments(caller, line)
      const reason = reasonToReturn(journey, line)
      if (reason !== null) await returnOnce(journey, person, { line, reason })
    }
    await decide(caller, 'accept', await linesOf(caller, 'toAccept', period.id))
  }
}

/** A figure by rows is accepted once its recognising documents have been looked at. */
async function lookAtDocuments(caller: Caller, { itemId, item }: SheetLine): Promise<void> {
  if (item.figureBy !== 'rows') return
  const { recognised } = await caller.ask(reportingContract.target, { params: { itemId } })
  const rows = recognised?.rows ?? []
  const isNew = (row: (typeof rows)[number]) =>
    row.recognisedOn !== null && row.lookedAt === null && row.withdrawalReason === null
  const rowIds = rows.filter(isNew).map(({ rowId }) => rowId)
  if (rowIds.length > 0) await caller.ask(reportingContract.lookAtRecognitions, { body: { rowIds } })
}

/** Why a report comes back: the story's reason, or that the first one of a unit at the page says too little. */
function reasonToReturn({ district, returnedAtPage }: Journey, line: SheetLine): string | null {
  const told = district.telling.story.returned.find(
    ({ period, subject }) => period === line.periodId && subject === line.item.title,
  )
  if (told) return told.reason
  const isFirst = !returnedAtPage.done && AT_PAGE.includes(line.unitName) && line.item.figureBy === 'stated'
  return isFirst && line.item.target !== null ? '请说明本旬增量的来源。' : null
}

/** Gives a report back; its unit says it again with more words, signs again. */
async function returnOnce(
  journey: Journey,
  person: SamplePerson,
  { line, reason }: { readonly line: SheetLine; readonly reason: string },
): Promise<void> {
  const { reporter, signer } = peopleOf(journey, line.unitId)
  if (AT_PAGE.includes(line.unitName)) {
    journey.returnedAtPage.done = true
    await returnByPage(journey, person, { title: line.item.title, reason })
  } else {
    const { cadenceId, periodId, itemId, report } = line
    const shown = { cadenceId, periodId, itemId, revision: report?.revision ?? 0 }
    const caller = await journey.as(person)
    await caller.ask(reportingContract.returnReport, { body: { ...shown, reason, dueAt: later(line.dueAt, 12 * 60) } })
  }
  await mend(journey, reporter, line)
  if (AT_PAGE.includes(line.unitName)) return signByPage(journey, signer, 1)
  const signing = await journey.as(signer)
  await decide(signing, 'sign', await linesOf(signing, 'toSign', line.periodId))
}

/** The same figure once more, with the words that were missed. */
async function mend(journey: Journey, reporter: SamplePerson, asked: SheetLine): Promise<void> {
  const { item, itemId, periodId, unitName } = asked
  if (AT_PAGE.includes(unitName)) return sayAgainByPage(journey, reporter, item.title)
  const caller = await journey.as(reporter)
  const line = (await linesOf(caller, 'toReport', periodId)).find((one) => one.itemId === itemId)
  if (!line?.report) throw new Error(`${item.title} did not come back`)
  const { figure, claim, blockage, nodesDone, parts } = line.report
  const said = {
    figure: parts ? null : (figure ?? line.last?.value ?? null),
    noChange: false,
    claim,
    blockage,
    nodesDone,
  }
  const paragraph = '已按意见核对并补充说明。'
  await submit(caller, [{ line, evidence: false, said: { ...said, paragraph, ...(parts ? { parts } : {}) } }])
}

/** Closes and seals a period: at the end of a month at its page, with the checklist; else by program. */
async function settle(journey: Journey, period: Period): Promise<void> {
  const { cast } = journey.district
  if (period.last.slice(8) > '27') {
    const page = await journey.page(cast.coordinator)
    await closeAndSeal(page, journey.product.url, periodWords(period).zh)
    return
  }
  const coordinator = await journey.as(cast.coordinator)
  const params = { cadenceId: journey.cadenceId, periodId: period.id }
  await coordinator.ask(reportingContract.closePeriod, { params })
  await coordinator.ask(reportingContract.sealPeriod, { params })
}
