import { nextPeriod, periodById } from '#core/kit'
import { readCsv } from '#adapters/files'
import { insightContract } from '#adapters/http/contract/insight'
import { publishingContract } from '#adapters/http/contract/publishing'
import { reportingContract } from '#adapters/http/contract/reporting'
import { meetingContract } from '#adapters/http/contract/supervision'
import { sampleRegion } from '#main/sample'
import { plain } from './book.ts'
import { lastOnSheet } from './by-sheet.ts'
import type { Journey } from './journey.ts'

/** How indicators stand on their own pages. */
export async function onItems({ as, district }: Journey, everyNth: number, part: 'live' | 'official') {
  const coordinator = await as(district.cast.coordinator)
  const found = new Map<string, string>()
  for (const [index, { itemId }] of district.indicators.entries()) {
    if (index % everyNth !== 0) continue
    const view = await coordinator.ask(insightContract.item, { params: { itemId } })
    const actual = view[part]?.actual ?? null
    if (actual !== null) found.set(itemId, plain(actual))
  }
  return found
}

/** How items stand on the agenda of the review. */
export async function onAgenda({ as, district, meetings }: Journey) {
  const coordinator = await as(district.cast.coordinator)
  const [meetingId = ''] = meetings
  const { meeting } = await coordinator.ask(meetingContract.meetingRecord, { params: { meetingId } })
  return new Map(
    meeting.agenda.lines.flatMap(({ itemId, actual }) => (actual === null ? [] : [[itemId, plain(actual)] as const])),
  )
}

/** The briefing of the last seal: written by one, checked by the other, issued. */
export async function briefing({ as, district, planId, papers }: Journey) {
  const [writer, chief] = [await as(district.cast.secondCoordinator), await as(district.cast.coordinator)]
  if (papers.documentId === null) {
    const { undrafted } = await writer.ask(publishingContract.documents)
    const sealSeq = Math.max(...undrafted.map((source) => source.sealSeq))
    const { documentId } = await writer.ask(publishingContract.draftBriefing, { body: { planId, sealSeq } })
    papers.documentId = documentId
    const params = { documentId }
    const { document } = await writer.ask(publishingContract.briefing, { params })
    const checked = await chief.ask(publishingContract.checkBriefing, { params, body: { revision: document.revision } })
    await chief.ask(publishingContract.issueBriefing, { params, body: checked })
  }
  return chief.ask(publishingContract.briefing, { params: { documentId: papers.documentId } })
}

/** Every figure of the paper with the place that it is bound to. */
export async function runsOfBriefing(
  journey: Journey,
): Promise<readonly { readonly key: string; readonly value: string }[]> {
  const { parts } = await briefing(journey)
  const runs = parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : block.kind === 'paragraph' ? block.runs : []))
  return runs.flatMap((run) => (run.kind === 'figure' ? [run] : []))
}

/** How items stand in the issued briefing. */
export async function inBriefing(journey: Journey): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { key, value } of await runsOfBriefing(journey)) {
    const itemId = /([0-9a-f-]{36})\/actual$/.exec(key)?.[1]
    if (itemId !== undefined) found.set(itemId, plain(value.replaceAll(',', '')))
  }
  return found
}

/** What anybody can download once the plan's figures are published: figures and lights by item. */
export async function publicTable({ as, district, planId, product, papers }: Journey) {
  const coordinator = await as(district.cast.coordinator)
  if (!papers.isPublished) {
    const { publicationId } = await coordinator.ask(publishingContract.makePublication, { body: { planId } })
    const params = { publicationId }
    const { publication } = await coordinator.ask(publishingContract.publication, { params })
    const decided = await coordinator.ask(publishingContract.decideByRule, {
      params,
      body: { revision: publication.revision },
    })
    await coordinator.ask(publishingContract.publish, { params, body: decided })
    papers.isPublished = true
  }
  const place = `${product.url}api/public/${sampleRegion.regionId}/plans/${planId}/open-data`
  const json = (await (await fetch(`${place}.json`)).json()) as { items: { itemId: string; title: string }[] }
  const table = readCsv(new Uint8Array(await (await fetch(`${place}.csv`)).arrayBuffer()))
  if (!table.ok) throw new Error(table.refusal.code)
  const [head = [], ...rows] = table.value
  if (rows.length !== json.items.length) throw new Error(`${rows.length} rows of ${json.items.length} items`)
  const column = (name: string) =>
    new Map(
      rows.flatMap((row, index) => {
        const [item, text] = [json.items[index], row[head.indexOf(name)] ?? '']
        if (item?.title !== row[head.indexOf('item')]) throw new Error(`row ${index} is of another item`)
        return text === '' ? [] : [[item?.itemId ?? '', text] as const]
      }),
    )
  return {
    figures: new Map([...column('figure')].map(([itemId, text]) => [itemId, plain(text)])),
    lights: column('light'),
  }
}

/** What the sheets of the next dekad say was last told. */
export async function onSheets(journey: Journey): Promise<ReadonlyMap<string, string>> {
  const { as, district, cadenceId, book } = journey
  const coordinator = await as(district.cast.coordinator)
  const periodId = nextPeriod(periodById([...book.periods.keys()].toSorted().at(-1) ?? '')).id
  const params = { cadenceId, periodId }
  await journey.clockWork()
  const { units } = await coordinator.ask(reportingContract.period, { params })
  const found = new Map<string, string>()
  for (const { unitId } of units) {
    const reporter = journey.reporters.get(unitId)
    if (!reporter) continue
    const bytes = await (await as(reporter)).fetchFile(reportingContract.exportSheet, { params: { ...params, unitId } })
    for (const [itemId, figure] of await lastOnSheet(bytes)) found.set(itemId, plain(figure))
  }
  return found
}
