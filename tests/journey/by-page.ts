import type { Page } from 'playwright-core'
import { periodById, periodWords } from '#core/kit'
import type { SamplePerson } from '#main/sample'
import type { OutputOf } from '#adapters/http/contract/kit'
import type { reportingContract, SheetLine } from '#adapters/http/contract/reporting'
import { press } from '../support/office.ts'
import { type Answer, askOf, decideAll, giveBack, report, reported } from '../support/report-steps.ts'
import { answersTo, type LineAnswer } from './answers.ts'
import type { Journey } from './journey.ts'

const CLAIMS = { onPace: '按序时', behind: '滞后', blocked: '受阻', done: '完成' } as const

/** Reports a unit's lines of a period at the page, one after the other. */
export async function reportByPage(
  journey: Journey,
  person: SamplePerson,
  { periodId, day }: { readonly periodId: string; readonly day: string },
): Promise<readonly LineAnswer[]> {
  const page = await journey.page(person)
  const response = await page.request.get(`${journey.product.url}api/reporting/work`)
  const work = (await response.json()) as OutputOf<typeof reportingContract.work>
  const answers = answersTo(
    journey,
    work.toReport.filter((line) => line.periodId === periodId),
    day,
  )
  for (const answer of answers) await reportLine(page, answer)
  return answers
}

async function reportLine(page: Page, { line, said, evidence }: LineAnswer): Promise<void> {
  const { title } = line.item
  const period = periodWords(periodById(line.periodId)).zh
  if (said.noChange && said.blockage === null && canRepeat(line)) {
    await press(askOf(page, title, period), `“${title}”无变化`)
    return reported(page, title)
  }
  const claim = said.claim ?? (line.item.target === null ? 'onPace' : null)
  // With a blockage nothing changed is said by the figure itself.
  const figure = said.noChange ? (line.last?.value ?? null) : said.figure
  const answer: Answer = {
    period,
    ...(figure === null ? {} : { figure }),
    ...(said.blockage === null ? {} : { blockage: said.blockage }),
    ...(claim === null ? {} : { claim: CLAIMS[claim] }),
    ...(said.paragraph === '' ? {} : { paragraph: said.paragraph }),
    ...(said.nodesDone.length === 0 ? {} : { nodesDone: said.nodesDone }),
    ...(evidence ? { file: { name: '佐证.txt', mimeType: 'text/plain', buffer: Buffer.from(title) } } : {}),
  }
  await report(page, title, answer)
}

/** A task that has never been answered has nothing to repeat. */
const canRepeat = ({ last, item }: SheetLine): boolean =>
  item.kind === 'indicator' || (last?.claim != null && last.claim !== 'done')

/** Signs at the page all that waits for a signer. */
export async function signByPage(journey: Journey, signer: SamplePerson, count: number): Promise<void> {
  await decideAll(await journey.page(signer), `审签选中的${count}项`)
}

/** Gives one report back at the page, with a reason. */
export async function returnByPage(
  journey: Journey,
  person: SamplePerson,
  { title, reason }: { readonly title: string; readonly reason: string },
): Promise<void> {
  await giveBack(await journey.page(person), title, reason)
}

/** Says once more what came back: the figure that stands in the field, and more words. */
export async function sayAgainByPage(journey: Journey, person: SamplePerson, title: string): Promise<void> {
  await report(await journey.page(person), title, { paragraph: '已按意见核对并补充说明。' })
}
