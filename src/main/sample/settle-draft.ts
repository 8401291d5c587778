import type { Context } from '#app/kit'
import { addEntry, type EntryEdit, mergeEntries, readDraft, saveEntries, type DraftPage } from '#app/plan'
import { invariant } from '#core/kit'
import type { Accumulation, Duty, Frequency, IndicatorItem, Measure, PlanItem } from '#core/plan'
import type { ExpectedIndicator } from './expected.ts'
import { indicatorRows, type IndicatorRow, pathOfPromise, rowsOfPromise } from './match-promises.ts'
import { told } from './sample-region.ts'
import type { Story } from './story.ts'

/**
 * Settles the draft as the sample office does it at the import page: merges mentions of one promise, confirms subject, measure,
 * baseline and frequency, names leads where the text names none, and drops what is no promise. Every step is a use case.
 */
export async function settleDraft(
  context: Context,
  draftId: string,
  material: { readonly story: Story; readonly promises: readonly ExpectedIndicator[] },
): Promise<void> {
  const read = async () => told(await readDraft(context, { draftId }), 'read the draft')
  const page = await read()
  const indicators = indicatorRows(page.entries)
  for (const promise of material.promises) {
    const rows = rowsOfPromise(promise, indicators)
    const keep = bestOf(rows)
    if (rows.length > 1 && keep) {
      const otherIds = rows.filter((row) => row !== keep).map((row) => row.entryId)
      told(await mergeEntries(context, { draftId, keepId: keep.entryId, otherIds }), `merge ${promise.subject}`)
    }
    if (rows.length === 0) await addPromise(context, page, promise)
  }
  const edits = settledEdits(await read(), material)
  told(await saveEntries(context, { draftId, edits }), 'settle the draft')
}

/** The mention that knows its units: in an annex and with duties. */
function bestOf(rows: readonly IndicatorRow[]): IndicatorRow | undefined {
  return [...rows].sort((a, b) => weight(b.item) - weight(a.item))[0]
}

const weight = (item: PlanItem) => (item.duties.length > 0 ? 2 : 0) + (item.path.split('/').length > 2 ? 1 : 0)

async function addPromise(context: Context, page: DraftPage, promise: ExpectedIndicator): Promise<void> {
  const places = promise.mentions.map((mention) => ({ mention, task: taskAt(page, mention.path) }))
  const best = places.find((place) => place.task) ?? places[0]
  invariant(best, `a promise without a place: ${promise.subject}`)
  const start = page.text.indexOf(best.mention.quote)
  const item: IndicatorItem = {
    ...emptyIndicator(promise),
    campaignNo: promise.campaign,
    path: best.mention.path,
    sentence: start < 0 ? null : { start, end: start + best.mention.quote.length },
    quote: best.mention.quote,
    duties: best.task?.duties ?? [],
    taskId: best.task?.itemId ?? null,
  }
  const body = { kind: 'item' as const, body: item }
  told(await addEntry(context, { draftId: page.draft.draftId, body }), `add ${promise.subject}`)
}

function taskAt(page: DraftPage, path: string): PlanItem | undefined {
  return page.entries
    .flatMap(({ entry }) => (entry.kind === 'item' && entry.body.kind === 'task' ? [entry.body] : []))
    .find((task) => task.path === path)
}

function emptyIndicator(promise: ExpectedIndicator): IndicatorItem {
  return {
    itemId: '',
    kind: 'indicator',
    campaignNo: null,
    path: '',
    title: promise.subject,
    sentence: null,
    quote: '',
    duties: [],
    openList: false,
    leaderInCharge: null,
    responsiblePerson: null,
    timeNodes: [],
    frequency: 'month',
    target: targetOf(promise, '2026-12-31', null),
    accumulation: accumulationOf(promise.measure),
    origin: promise.origin,
    trajectory: { kind: 'linear' },
    taskId: null,
    measureConfirmed: true,
  }
}

function targetOf(promise: ExpectedIndicator, due: string, baseline: string | null): IndicatorItem['target'] {
  const { subject, kind, op, value, unit, commitment, measure } = promise
  const relativeTo = promise.relativeTo ?? null
  return {
    subject,
    kind,
    op,
    value,
    valueHigh: promise.valueHigh ?? null,
    unit,
    commitment,
    measure,
    baseline,
    relativeTo,
    due,
  }
}

/** Running totals for what grows from zero in the year, the latest state for everything else. */
function accumulationOf(measure: Measure): Accumulation {
  return measure === 'flow' || measure === 'cap' ? 'yearToDate' : 'snapshot'
}

function settledEdits(
  page: DraftPage,
  { story, promises }: { readonly story: Story; readonly promises: readonly ExpectedIndicator[] },
): readonly EntryEdit[] {
  const indicators = indicatorRows(page.entries)
  const known = new Map<string, ExpectedIndicator>()
  for (const promise of promises) {
    const row =
      rowsOfPromise(promise, indicators)[0] ??
      indicators.find(({ item }) => item.title === promise.subject && item.target.value === promise.value)
    if (row && !known.has(row.entryId)) known.set(row.entryId, promise)
  }
  return page.entries.flatMap(({ entry, revision }): readonly EntryEdit[] => {
    if (entry.kind !== 'item' || entry.removedAs !== null) return []
    if (entry.body.kind === 'task') {
      return [
        {
          revision,
          entry: { ...entry, body: { ...entry.body, frequency: 'month', duties: ledDuties(entry.body, story) } },
        },
      ]
    }
    if (entry.body.kind !== 'indicator') return []
    const promise = known.get(entry.entryId)
    const redLine = story.redLines.find((one) => one.quote === entry.body.quote && one.path === entry.body.path)
    if (redLine && entry.body.target.kind === 'redLine')
      return [{ revision, entry: { ...entry, body: keptRedLine(entry.body, redLine) } }]
    if (!promise) return [{ revision, entry: { ...entry, removedAs: 'deleted' } }]
    return [{ revision, entry: { ...entry, body: confirmed(entry.body, promise, story) } }]
  })
}

/** A red line of the text that the office keeps as an item: with a lead that answers for it, and no figure but events. */
function keptRedLine(item: IndicatorItem, { title, unit }: Story['redLines'][number]): IndicatorItem {
  const duties = [{ unit, role: 'lead' as const }]
  return { ...item, title, duties, frequency: 'quarter', accumulation: 'snapshot', measureConfirmed: true }
}

function confirmed(item: IndicatorItem, promise: ExpectedIndicator, story: Story): IndicatorItem {
  const path = pathOfPromise(promise, story)
  const settled = story.settlements.find(
    (one) => one['fault'] === 'contradiction' && one['drop'] === promise.value && one['subject'] === promise.subject,
  )
  const value = settled ? String(settled['keep']) : promise.value
  const baseline =
    path?.baseline ??
    promise.baseline ??
    (promise.measure === 'reduce' || promise.measure === 'stock' ? item.target.baseline : null)
  const { recognised: _proposed, ...kept } = item
  const isRecognised = story.recognised.some((one) => one.subject === promise.subject && one.kind === promise.kind)
  return {
    ...kept,
    ...(isRecognised ? { recognised: true } : {}),
    title: promise.subject,
    target: { ...targetOf(promise, promise.due ?? item.target.due, baseline), value },
    accumulation: promise.origin === 'own' ? accumulationOf(promise.measure) : item.accumulation,
    origin: promise.origin,
    frequency: promise.origin === 'own' ? (path?.every ?? 'month') : releaseFrequency(promise, story, item.frequency),
    duties: ledDuties(item, story),
    measureConfirmed: true,
  }
}

function releaseFrequency(promise: ExpectedIndicator, story: Story, otherwise: Frequency): Frequency {
  const period = story.releases.find((series) => series.subject === promise.subject)?.values[0]?.period ?? ''
  if (period.includes('-M')) return 'month'
  return period.includes('-Q') ? 'quarter' : otherwise
}

/** The lead that the office named where the clause names none. */
function ledDuties(item: PlanItem, story: Story): readonly Duty[] {
  const named = story.settlements.find((one) => one['fault'] === 'noLead' && one['path'] === item.path)
  if (!named) return item.duties
  const lead = String(named['lead'])
  return [{ unit: lead, role: 'lead' }, ...item.duties.filter((duty) => duty.unit !== lead)]
}
