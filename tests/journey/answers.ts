import { answerTo, type SamplePerson } from '#main/sample'
import { type Outcome, reportingContract, type Said, type SheetLine } from '#adapters/http/contract/reporting'
import type { Caller } from './api.ts'
import type { Journey } from './journey.ts'

/** What a unit says of one line, and whether it shows a file for it. */
export interface LineAnswer {
  readonly line: SheetLine
  readonly said: Said
  readonly evidence: boolean
}

/** What the story has the unit say of its lines on a day. What it says of time nodes it says once. */
export function answersTo(journey: Journey, lines: readonly SheetLine[], day: string): readonly LineAnswer[] {
  const { items, telling } = journey.district
  return lines.map((line) => {
    const item = items.find((row) => row.item.itemId === line.itemId)?.item
    if (!item) throw new Error(`${line.item.title} is no item of the plan`)
    const { itemId, periodId, unitName } = line
    const asked = { itemId, periodId, unitName, item, last: line.last }
    const { body, evidence } = answerTo(asked, day, telling)
    for (const label of body.nodesDone) telling.toldNodes.add(`${itemId}/${label}`)
    const { parts, blockage, nodesDone, ...rest } = body
    const said: Said = {
      ...{ ...rest, blockage: blockage && { ...blockage }, nodesDone: [...nodesDone] },
      ...(parts ? { parts: { ...parts, uncovered: [...parts.uncovered] } } : {}),
    }
    return { line, said, evidence }
  })
}

/** Puts into the book what a unit has said. */
export function keepBook(journey: Journey, answers: readonly LineAnswer[], late: boolean): void {
  for (const { line, said } of answers) {
    const { periodId, itemId, unitName, item } = line
    const figure = item.target === null ? null : figureOf(journey, line, said)
    journey.book.say(periodId, itemId, { unitName, figure, late })
  }
}

/** "No change" is what stood before; a figure by rows is how many rows the other body has recognised. */
function figureOf({ book, recognised }: Journey, { itemId, item }: SheetLine, said: Said): string | null {
  if (item.figureBy === 'rows') return String(recognised.get(itemId) ?? 0)
  return said.noChange ? book.lastOf(itemId) : said.figure
}

/** The lines of a period that a person has to report, to sign or to accept. */
export async function linesOf(
  caller: Caller,
  part: 'toReport' | 'toSign' | 'toAccept',
  periodId: string,
): Promise<readonly SheetLine[]> {
  const work = await caller.ask(reportingContract.work)
  return work[part].filter((line) => line.periodId === periodId)
}

const shownOf = ({ cadenceId, periodId, itemId, report }: SheetLine) => ({
  ...{ cadenceId, periodId, itemId, revision: report?.revision ?? 0 },
})

/** Sends answers as a program does: files first, then all reports at once. */
export async function submit(caller: Caller, answers: readonly LineAnswer[]): Promise<void> {
  const reports = []
  for (const { line, said, evidence } of answers) {
    const shown = shownOf(line)
    reports.push({ ...shown, revision: evidence ? await attach(caller, line) : shown.revision, said })
  }
  if (reports.length > 0) allDone(await caller.ask(reportingContract.submit, { body: { reports } }))
}

async function attach(caller: Caller, { cadenceId, periodId, itemId, item }: SheetLine): Promise<number> {
  const file = new File([`${item.title}\n验收单、现场照片目录，原件存本单位。\n`], `${item.title.slice(0, 20)}佐证.txt`)
  const { revision } = await caller.ask(reportingContract.attach, { body: { cadenceId, periodId, itemId }, file })
  return revision
}

/** Signs or accepts lines, all at once. */
export async function decide(caller: Caller, act: 'sign' | 'accept', lines: readonly SheetLine[]): Promise<void> {
  if (lines.length === 0) return
  allDone(await caller.ask(reportingContract[act], { body: { reports: lines.map(shownOf) } }))
}

function allDone({ outcomes }: { readonly outcomes: readonly Outcome[] }): void {
  const refused = outcomes.find(({ done }) => done === null)
  if (refused) throw new Error(`${refused.itemId} ${refused.periodId}: ${refused.problem?.title ?? ''}`)
}

/** Who reports and who signs for the unit of a line. */
export function peopleOf({ reporters, signers }: Journey, unitId: string): Record<'reporter' | 'signer', SamplePerson> {
  const [reporter, signer] = [reporters.get(unitId), signers.get(unitId)]
  if (!reporter || !signer) throw new Error(`unit ${unitId} has no people`)
  return { reporter, signer }
}
