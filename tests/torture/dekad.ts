import { randomUUID } from 'node:crypto'
import type { ServedProduct } from '../support/served-product.ts'
import type { PersonName } from '../support/reporting-plan.ts'
import { ask, codeOf, type Heard, type Tries } from './asking.ts'
import type { District } from './districts.ts'
import type { Phase } from './kills.ts'

/** What the server has acknowledged in one period of one district; all of it has to be there afterwards. */
export interface Acknowledged {
  readonly district: District
  readonly periodId: string
  /** By item: the keys and figures that were answered with "submitted". */
  readonly submitted: Map<string, { readonly key: string; readonly figure: string | null }[]>
  closed: number
  readonly seals: Set<string>
}

interface Line {
  readonly itemId: string
  readonly unitId: string
  readonly periodState: string
  readonly item: { readonly kind: string }
  readonly report: { readonly state: string; readonly revision: number } | null
}

/** One period in one district, as its people play it through the API. `figure` is what they report, larger each time. */
export interface Dekad {
  readonly product: ServedProduct
  readonly said: Acknowledged
  readonly figure: number
  readonly tries: Tries
}

/** The steps of a period in order; every one is asked until it is answered. */
export const steps: Readonly<Record<Exclude<Phase, 'messages'>, (dekad: Dekad) => Promise<unknown>>> = {
  open: openPeriod,
  submit: submitAll,
  decide: decideAll,
  close: closeTwice,
  seal: sealTwice,
}

const pathOf = ({ district, periodId }: Acknowledged): string =>
  `/api/cadences/${district.cadenceId}/periods/${periodId}`

function post(
  { product, said, tries }: Dekad,
  person: PersonName,
  path: string,
  more: { readonly key?: string; readonly body?: unknown } = {},
): Promise<Heard> {
  return ask(product, { cookie: said.district.cookies[person], method: 'POST', path, ...more }, tries)
}

async function linesOf({ product, said, tries }: Dekad): Promise<readonly Line[]> {
  const cookie = said.district.cookies.coordinator
  const heard = await ask(product, { cookie, method: 'GET', path: pathOf(said) }, tries)
  if (heard.status !== 200) throw new Error(`the period is not to be read: ${codeOf(heard)}`)
  return (heard.body as { lines: readonly Line[] }).lines
}

async function openPeriod(dekad: Dekad): Promise<void> {
  const heard = await post(dekad, 'coordinator', `${pathOf(dekad.said)}/open`)
  // Where the first answer was lost, the second says that it is open.
  allow(heard, ['period.alreadyOpen'])
}

/** All lines at once; what two reporters of a unit say of one item goes at the same moment, and every second request goes twice. */
async function submitAll(dekad: Dekad): Promise<void> {
  const { district } = dekad.said
  const lines = await linesOf(dekad)
  await Promise.all(
    lines.flatMap((line, index) => {
      const isTrade = line.unitId === district.units.trade
      const [first, rival] = isTrade ? (['tradeReporter', 'tradeSecond'] as const) : (['buildReporter'] as const)
      const mine = submit(dekad, line, { person: first, more: 0, isTwice: index % 2 === 1 })
      return line.itemId === district.items.deals && rival
        ? [mine, submit(dekad, line, { person: rival, more: 1, isTwice: false })]
        : [mine]
    }),
  )
}

async function submit(
  dekad: Dekad,
  { itemId, item }: Line,
  { person, more, isTwice }: { readonly person: PersonName; readonly more: number; readonly isTwice: boolean },
): Promise<void> {
  const { district, periodId, submitted } = dekad.said
  const key = randomUUID()
  const figure = item.kind === 'indicator' ? String(dekad.figure + more) : null
  const said = { figure, noChange: false, claim: 'onPace', paragraph: '按计划推进。', blockage: null, nodesDone: [] }
  const body = { reports: [{ cadenceId: district.cadenceId, periodId, itemId, revision: 0, said }] }
  const times = isTwice ? [1, 2] : [1]
  for (const heard of await Promise.all(times.map(() => post(dekad, person, '/api/reports/submit', { key, body })))) {
    allow(heard, itemId === district.items.deals ? ['object.changedMeanwhile', 'report.cannotSubmit'] : [])
    if (heard.status === 200) submitted.set(itemId, [...(submitted.get(itemId) ?? []), { key, figure }])
  }
}

/** Signs and accepts until everything is accepted. */
async function decideAll(dekad: Dekad): Promise<void> {
  const { cadenceId, units, items } = dekad.said.district
  for (let turn = 1; turn <= 10; turn += 1) {
    const lines = await linesOf(dekad)
    if (lines.every(({ report }) => report?.state === 'accepted')) return
    const shown = (state: string, ours: (line: Line) => boolean) =>
      lines
        .filter((line) => line.report?.state === state && ours(line))
        .map(({ itemId, report }) => ({ cadenceId, periodId: dekad.said.periodId, itemId, revision: report?.revision }))
    const isTrade = (line: Line): boolean => line.unitId === units.trade
    const ofOffice = (line: Line): boolean => line.itemId === items.visits || line.itemId === items.deals
    const acts = [
      { person: 'tradeSigner', act: 'sign', reports: shown('submitted', isTrade) },
      { person: 'buildSigner', act: 'sign', reports: shown('submitted', (line) => !isTrade(line)) },
      { person: 'officeStaff', act: 'accept', reports: shown('signed', ofOffice) },
      { person: 'coordinator', act: 'accept', reports: shown('signed', (line) => !ofOffice(line)) },
    ] as const
    await Promise.all(
      acts.flatMap(({ person, act, reports }) =>
        reports.length === 0 ? [] : [post(dekad, person, `/api/reports/${act}`, { body: { reports } })],
      ),
    )
  }
  throw new Error('the reports are not accepted')
}

/** Two people close at once. */
async function closeTwice(dekad: Dekad): Promise<void> {
  const path = `${pathOf(dekad.said)}/close`
  const both = await Promise.all([post(dekad, 'coordinator', path), post(dekad, 'deputyCoordinator', path)])
  for (const heard of both) allow(heard, ['period.notOpen'])
  dekad.said.closed += both.filter(({ status }) => status === 200).length
}

async function sealTwice(dekad: Dekad): Promise<void> {
  const path = `${pathOf(dekad.said)}/seal`
  for (const heard of await Promise.all([post(dekad, 'coordinator', path), post(dekad, 'deputyCoordinator', path)])) {
    allow(heard, ['period.alreadySealed'])
    if (heard.status === 200) dekad.said.seals.add((heard.body as { hash: string }).hash)
  }
}

function allow(heard: Heard, codes: readonly string[]): void {
  if (heard.status !== 200 && !codes.includes(codeOf(heard))) throw new Error(`refused: ${JSON.stringify(heard)}`)
}
