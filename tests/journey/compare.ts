import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dec } from '#core/kit'
import { insightContract } from '#adapters/http/contract/insight'
import { reportingContract } from '#adapters/http/contract/reporting'
import { groupDigits } from '../../src/web/ui/Figure.tsx'
import { plain } from './book.ts'
import type { Journey } from './journey.ts'
import { briefing, inBriefing, onAgenda, onItems, onSheets, publicTable, runsOfBriefing } from './places.ts'
import { type FoundSeal, sealsOfBackup } from './seals-of-backup.ts'

/** What one place shows: figures by their key, and whether it has to show all that the book holds. */
interface Shown {
  readonly place: string
  readonly figures: ReadonlyMap<string, string>
  readonly isWhole: boolean
}

/** One line of the table: how many figures a place shows, and which of them are not those of the book. */
export interface Compared {
  readonly place: string
  readonly count: number
  readonly differences: readonly string[]
}

/** Where a report says no more than that there is one: a task has no figure. */
const SAID = '—'

/** Holds everything that the product shows against the book: a table of places. `everyNth` item page is opened. */
export async function compareAll(
  journey: Journey,
  { everyNth }: { readonly everyNth: number },
): Promise<readonly Compared[]> {
  const backup = join(journey.product.dataFolder, '..', `journey-${process.pid}.guatu`)
  try {
    const made = await journey.product.guatu('backup', backup)
    if (made.code !== 0) throw new Error(made.err)
    const seals = await sealsOfBackup(backup)
    const latest = journey.book.latest()
    const places = [
      ...(await reportPlaces(journey, seals)).map((shown) => against(said(journey), shown)),
      ...(await standingPlaces(journey, everyNth)).map((shown) => against(latest, shown)),
      against(mapValues(latest, asShown), await onWallPage(journey)),
      ...(await lightPlaces(journey, everyNth)),
    ]
    return [...places, await unsettled(journey), ...(await verified(journey, seals, backup))]
  } finally {
    await rm(backup, { force: true })
  }
}

/** What was said, by period and item. */
function said({ book }: Journey): ReadonlyMap<string, string> {
  const all = [...book.periods].flatMap(([periodId, items]) =>
    [...items].map(([itemId, { figure }]) => [`${periodId} ${itemId}`, figure ?? SAID] as const),
  )
  return new Map(all)
}

const mapValues = (map: ReadonlyMap<string, string>, change: (value: string) => string): ReadonlyMap<string, string> =>
  new Map([...map].map(([key, value]) => [key, change(value)]))

/** A figure as pages show it: two places at most, thousands apart. */
const asShown = (value: string): string => groupDigits(dec(value).toDecimalPlaces(2).toFixed())

function against(expected: ReadonlyMap<string, string>, { place, figures, isWhole }: Shown): Compared {
  const wrong = [...figures].flatMap(([key, shown]) => {
    const wanted = expected.get(key)
    return wanted === shown ? [] : [`${key}: ${place} shows ${shown}, said was ${wanted ?? 'nothing'}`]
  })
  const missing = isWhole ? [...expected.keys()].filter((key) => !figures.has(key)) : []
  return {
    place,
    count: figures.size,
    differences: [...wrong, ...missing.map((key) => `${key}: ${place} shows nothing`)],
  }
}

/** Places that show what was said in each period: seals, and the pages of the periods. */
async function reportPlaces(journey: Journey, seals: readonly FoundSeal[]): Promise<readonly Shown[]> {
  const sealed = seals.flatMap(({ payload }) =>
    payload.counted.map(({ itemId, figure }) => [`${payload.periodId} ${itemId}`, figure ?? SAID] as const),
  )
  const coordinator = await journey.as(journey.district.cast.coordinator)
  const listed: (readonly [string, string])[] = []
  for (const periodId of journey.book.periods.keys()) {
    const params = { cadenceId: journey.cadenceId, periodId }
    const { lines } = await coordinator.ask(reportingContract.period, { params })
    for (const { itemId, item, report, last, outcome } of lines) {
      if (outcome !== 'counted' || !report) continue
      const figure = report.noChange ? (last?.value ?? null) : report.figure
      listed.push([`${periodId} ${itemId}`, item.target === null || figure === null ? SAID : plain(figure)])
    }
  }
  return [
    { place: 'seal payloads in the backup', figures: new Map(sealed), isWhole: true },
    { place: 'pages of the periods', figures: new Map(listed), isWhole: true },
  ]
}

/** Places that show how an item stands: wall, item pages, meeting, briefing, public csv, next sheets. */
async function standingPlaces(journey: Journey, everyNth: number): Promise<readonly Shown[]> {
  const coordinator = await journey.as(journey.district.cast.coordinator)
  const { planId } = journey
  const wall = await coordinator.ask(insightContract.wall, { query: { planId } })
  const onWall = wall.items.flatMap(({ itemId, actual }) => (actual === null ? [] : [[itemId, plain(actual)] as const]))
  return [
    { place: 'wall', figures: new Map(onWall), isWhole: true },
    { place: 'item pages, live', figures: await onItems(journey, everyNth, 'live'), isWhole: false },
    { place: 'item pages, sealed', figures: await onItems(journey, everyNth, 'official'), isWhole: false },
    { place: 'agenda of the review', figures: await onAgenda(journey), isWhole: false },
    { place: 'briefing', figures: await inBriefing(journey), isWhole: false },
    { place: 'public csv', figures: (await publicTable(journey)).figures, isWhole: false },
    { place: 'sheets of the next dekad (xlsx)', figures: await onSheets(journey), isWhole: false },
  ]
}

/** Differences of the last reconciliation that nobody settled, as the issued briefing tells them. */
async function unsettled(journey: Journey): Promise<Compared> {
  const place = 'unsettled differences in the briefing'
  const told = new Set((await runsOfBriefing(journey)).map(({ value }) => value.replaceAll(',', '')))
  const wanted = journey.rounds.at(-1)?.open ?? []
  const differences = wanted.filter((figure) => !told.has(figure)).map((figure) => `${place}: ${figure} is not told`)
  return { place, count: wanted.length, differences }
}

/** The wall as it is drawn on a very large screen, where every line has room: read off the page. */
async function onWallPage(journey: Journey): Promise<Shown> {
  const page = await journey.page(journey.district.cast.coordinator, `wall?plan=${journey.planId}`)
  const before = page.viewportSize() ?? { width: 1440, height: 900 }
  await page.setViewportSize({ width: 3840, height: 5200 })
  await page.goto(page.url())
  await page.locator('[data-item]').first().waitFor()
  const cells = await page
    .locator('[data-item]')
    .evaluateAll((found) =>
      found.map((cell) => [cell.getAttribute('data-item') ?? '', cell.textContent ?? ''] as const),
    )
  await page.setViewportSize(before)
  const figures = cells.flatMap(([itemId, text]) => {
    const figure = /(-?[\d,]+(?:\.\d+)?) \/ /.exec(text)?.[1]
    return figure === undefined ? [] : [[itemId, figure] as const]
  })
  return { place: 'wall as drawn on the page', figures: new Map(figures), isWhole: true }
}

/** The sealed light of every item is the same on the wall, on its page and outside. */
async function lightPlaces(journey: Journey, everyNth: number): Promise<readonly Compared[]> {
  const coordinator = await journey.as(journey.district.cast.coordinator)
  const wall = await coordinator.ask(insightContract.wall, { query: { planId: journey.planId } })
  const official = new Map(
    wall.items.flatMap(({ itemId, officialLight }) =>
      officialLight ? [[itemId, officialLight as string] as const] : [],
    ),
  )
  const onPages = new Map<string, string>()
  for (const [index, { itemId }] of wall.items.entries()) {
    if (index % everyNth !== 0) continue
    const view = await coordinator.ask(insightContract.item, { params: { itemId } })
    if (view.official) onPages.set(itemId, view.official.light)
  }
  const { lights } = await publicTable(journey)
  return [
    against(official, { place: 'sealed lights on item pages', figures: onPages, isWhole: false }),
    against(official, { place: 'sealed lights in the public csv', figures: lights, isWhole: false }),
  ]
}

/** The verifier proves the same chain, beside the server and from the backup alone, up to the head that the briefing printed. */
async function verified(journey: Journey, seals: readonly FoundSeal[], backup: string): Promise<readonly Compared[]> {
  const head = seals.at(-1)?.hash ?? ''
  const printed = (await briefing(journey)).sealHead.hash
  const counted = seals.reduce((sum, { payload }) => sum + payload.counted.length, 0)
  const places = { 'guatu verify --expect, beside the server': [], 'guatu verify --expect, from the backup': [backup] }
  const found: Compared[] = []
  for (const [place, files] of Object.entries(places)) {
    const { out, err } = await journey.product.guatu('verify', '--expect', printed, '--format', 'json', ...files)
    const [proof] = JSON.parse(out) as {
      seals: number
      reports: number
      corrections: number
      sealHead: string
      findings: unknown[]
    }[]
    if (!proof) throw new Error(err)
    const wanted = { seals: seals.length, reports: counted, corrections: journey.book.corrected(), sealHead: head }
    const differences = Object.entries(wanted).flatMap(([name, value]) => {
      const shown = proof[name as keyof typeof wanted]
      return shown === value ? [] : [`${place}: ${name} ${shown}, counted ${value}`]
    })
    if (printed !== head) differences.push(`the briefing prints ${printed}, the chain ends in ${head}`)
    found.push({
      place,
      count: proof.reports,
      differences: [...differences, ...proof.findings.map((one) => JSON.stringify(one))],
    })
  }
  return found
}

/** The table as it is printed. */
export function tableOf(compared: readonly Compared[]): string {
  const width = Math.max(...compared.map(({ place }) => place.length))
  const lines = compared.map(
    ({ place, count, differences }) =>
      `${place.padEnd(width)}  ${String(count).padStart(6)}  ${String(differences.length).padStart(11)}`,
  )
  return [`${'place'.padEnd(width)}  ${'shown'.padStart(6)}  ${'differences'.padStart(11)}`, ...lines].join('\n')
}
