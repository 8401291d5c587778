import { type Result, accept, refuse } from '#core/kit'
import type { Dimension, RecordRef, ScoreSheet, TrailInput } from '#core/scoring'
import type { ItemRow } from '#app/insight'
import { type Context, requireRight, type Stores } from '#app/kit'
import { loadLeagueObjects } from './league-objects.ts'
import type { RecordFact, RunRow } from './ports.ts'

/** What a line of a trail is about, down to the sentence that promised it. */
export interface TrailRecord {
  readonly title: string
  readonly itemId: string | null
  /** The promise in the plan's own words; null where the record is not about an item. */
  readonly quote: string | null
  readonly path: string | null
  readonly number: number | null
}

/** A line of a trail with its record. Panel members are numbered, not named. */
export interface TrailLine extends TrailInput {
  readonly record: TrailRecord
}

/** A score down to its records. */
export interface ScoreTrail {
  readonly run: RunRow
  readonly objectName: string
  readonly sheet: ScoreSheet
  readonly dimensions: readonly Dimension[]
  readonly metrics: readonly (Omit<ScoreSheet['metrics'][number], 'trail'> & { readonly trail: readonly TrailLine[] })[]
}

/** The trail of one object's score: every point with its metric, inputs, records and sentences. */
export async function readScoreTrail(
  context: Context,
  input: { readonly runId: string; readonly objectId: string },
): Promise<Result<ScoreTrail>> {
  const right = requireRight(context, 'score.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const found = await stores.scoring.run(input.runId)
    const sheet = found?.result.sheets.find(({ objectId }) => objectId === input.objectId)
    if (!found || !sheet) return refuse('score.objectUnknown')
    const { inputs: _inputs, result: _result, ...run } = found
    const schemes = await stores.scoring.schemes(run.planId)
    const objects = await loadLeagueObjects(stores, run.planId)
    const recordOf = await recordFinder(stores, run.planId, sheet)
    return accept({
      ...{ run, sheet },
      objectName: objects?.find(({ objectId }) => objectId === sheet.objectId)?.name ?? '',
      dimensions: schemes.find(({ version }) => version === run.schemeVersion)?.scheme.dimensions ?? [],
      metrics: sheet.metrics.map((metric) => ({
        ...metric,
        trail: metric.trail.map((line, index) => ({ ...anonymous(line, index), record: recordOf(line.ref) })),
      })),
    })
  })
}

/** A panel member keeps his place in the list and loses his name. */
function anonymous(line: TrailInput, index: number): TrailInput {
  if (line.ref.kind !== 'panelScore') return line
  const { memberId: _member, ...values } = line.values
  const id = line.ref.id.split('/').slice(0, 2).join('/')
  return { ...line, values: { ...values, member: String(index + 1) }, ref: { ...line.ref, id } }
}

async function recordFinder(
  stores: Stores,
  planId: string,
  sheet: ScoreSheet,
): Promise<(ref: RecordRef) => TrailRecord> {
  const refs = sheet.metrics.flatMap(({ trail }) => trail.map(({ ref }) => ref))
  const idsOf = (kind: RecordRef['kind']): readonly string[] => [
    ...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id)),
  ]
  const facts = new Map(
    [
      ...(await stores.scoring.reportFacts(idsOf('report'))),
      ...(await stores.scoring.correctionFacts(idsOf('correction'))),
      ...(await stores.scoring.problemFacts(idsOf('problem'))),
      ...(await stores.scoring.orderFacts(idsOf('order'))),
    ].map((fact) => [fact.id, fact]),
  )
  const items = new Map((await stores.insight.items(planId)).map((row) => [row.item.itemId, row]))
  return (ref) => recordOf(ref, facts, items)
}

function recordOf(
  { kind, id }: RecordRef,
  facts: ReadonlyMap<string, RecordFact>,
  items: ReadonlyMap<string, ItemRow>,
): TrailRecord {
  const byItem = kind === 'item' || kind === 'release' || kind === 'node'
  const [first = '', ...rest] = id.split('/')
  const fact = facts.get(id)
  const itemId = byItem ? first : (fact?.itemId ?? null)
  const item = itemId === null ? undefined : items.get(itemId)?.item
  const itemTitle = item?.title ?? ''
  const title = kind === 'node' ? `${itemTitle}：${rest.join('/')}` : (fact?.title ?? itemTitle)
  return { title, itemId, quote: item?.quote ?? null, path: item?.path ?? null, number: fact?.number ?? null }
}
