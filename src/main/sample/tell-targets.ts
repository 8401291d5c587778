import { groupBy, type Period } from '#core/kit'
import type { IndicatorItem, PlanItem } from '#core/plan'
import {
  addComparison,
  addRecognition,
  changeRecognition,
  decideTargetFact,
  importComparison,
  lookAtRecognitions,
  type RecognitionInput,
  recordRedLineEvent,
  stateEstimate,
  stateTargetFact,
} from '#app/reporting'
import type { TargetFact } from '#core/reporting'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'
import type { Story } from './story.ts'

/** Tells what is stated of targets beside the plan: figures of others, links, stage and multi-year targets, a red line, an estimate. */
export async function tellTargets(stage: Stage, cast: Cast, story: Story, items: readonly PlanItem[]): Promise<void> {
  const indicators = items.filter((item) => item.kind === 'indicator')
  const of = (subject: string, kind: string) =>
    indicators.find((item) => item.title === subject && item.target.kind === kind)
  await tellComparison(stage, cast, story, indicators)
  for (const { subject, kind, on, document, fact } of story.targetFacts) {
    const item = of(subject, kind)
    if (item) await stateAndApprove(stage, cast, { item, on, document, fact })
  }
  for (const { subject, kind, on, happenedOn, note } of story.redLineEvents) {
    const item = of(subject, kind)
    const event = item && { itemId: item.itemId, happenedOn, note }
    if (event) told(await recordRedLineEvent(stage(cast.inspector, momentOf(on, '15:00')), event), note)
  }
  for (const { subject, kind, on, period: periodId, value, basis } of story.estimates) {
    const item = of(subject, kind)
    const reporter = cast.reporters.get(cast.unitIds.get(item?.duties[0]?.unit ?? '') ?? '')
    if (!item || !reporter) continue
    const estimate = { itemId: item.itemId, periodId, value, basis }
    told(await stateEstimate(stage(reporter, momentOf(on, '09:30')), estimate), `estimate ${subject}`)
  }
}

/** Figures of the city come from the same publications as the district's own; a relative target is linked with them. */
async function tellComparison(stage: Stage, cast: Cast, story: Story, items: readonly IndicatorItem[]): Promise<void> {
  for (const series of story.releases) {
    const item = items.find((one) => one.title === series.subject && one.target.kind === 'relative')
    const values = series.values.filter((value) => value.comparedWith !== undefined)
    const [first] = values
    if (!item || !first) continue
    const name = `全市${series.subject}`
    const added = { name, unit: item.target.unit, body: '市统计局' }
    const context = (on: string) => stage(cast.coordinator, momentOf(on, '16:30'))
    const { seriesId } = told(await addComparison(context(first.on), added), name)
    for (const { on, period: periodId, comparedWith: value = '', document } of values) {
      const release = { seriesId, document, releasedOn: on, figures: [{ periodId, value }] }
      told(await importComparison(context(on), release), document)
    }
    const fact = { kind: 'counterpart', itemId: null, seriesId } as const
    await stateAndApprove(stage, cast, { item, on: first.on, document: item.quote.slice(0, 60), fact })
  }
}

async function stateAndApprove(
  stage: Stage,
  cast: Cast,
  what: {
    readonly item: IndicatorItem
    readonly on: string
    readonly document: string
    readonly fact: TargetFact
  },
): Promise<void> {
  const { item, on, document, fact } = what
  const stated = { itemId: item.itemId, fact, document }
  const { factId } = told(await stateTargetFact(stage(cast.coordinator, momentOf(on, '17:00')), stated), item.title)
  told(
    await decideTargetFact(stage(cast.secondCoordinator, momentOf(on, '17:30')), { factId, approve: true }),
    `approve ${item.title}`,
  )
}

/** Tells which rows another body has filed, admitted and recognised within a dekad; the acceptor looks at new documents the same day. */
export async function tellRecognitions(
  stage: Stage,
  cast: Cast,
  story: Story,
  { items, period, rowIds }: { items: readonly PlanItem[]; period: Period; rowIds: Map<string, string> },
): Promise<void> {
  for (const { subject, kind, unit, body, rows } of story.recognised) {
    const item = items.find((one) => one.kind === 'indicator' && one.title === subject && one.target.kind === kind)
    const reporter = cast.reporters.get(cast.unitIds.get(unit) ?? '')
    if (!item || !reporter) continue
    const steps = rows
      .flatMap((row) => recognitionSteps(row, body))
      .filter(({ on }) => on >= period.first && on <= period.last)
    for (const [on, sameDay] of groupBy(steps, (step) => step.on)) {
      const context = stage(reporter, momentOf(on, '10:00'))
      for (const { said } of sameDay) {
        const known = rowIds.get(said.name)
        if (known === undefined) {
          const { rowId } = told(await addRecognition(context, { itemId: item.itemId, ...said }), said.name)
          rowIds.set(said.name, rowId)
        } else {
          const revision = said.recognisedOn === null ? 1 : 2
          told(await changeRecognition(context, { rowId: known, revision, ...said }), said.name)
        }
      }
      const looked = sameDay.flatMap(({ said }) => (said.recognisedOn === null ? [] : (rowIds.get(said.name) ?? [])))
      const acceptor = cast.staff.get(item.campaignNo ?? 0)
      if (looked.length === 0 || !acceptor) continue
      const look = (person: typeof acceptor) =>
        lookAtRecognitions(stage(person, momentOf(on, '11:00')), { rowIds: looked })
      // Where the office sits in the reporting unit the coordinator looks.
      if (!(await look(acceptor)).ok) told(await look(cast.coordinator), 'look')
    }
  }
}

/** A row of the story as it stands on each of its days. */
export function recognitionSteps(
  { name, filedOn, admittedOn, recognisedOn, document }: Story['recognised'][number]['rows'][number],
  body: string,
): readonly { readonly on: string; readonly said: RecognitionInput }[] {
  const filed: RecognitionInput = {
    ...{ name, body, filedOn, admittedOn: null, recognisedOn: null, document: '', disclosure: 'internal' },
  }
  const admitted = { ...filed, admittedOn }
  return [
    { on: filedOn, said: filed },
    ...(admittedOn === null ? [] : [{ on: admittedOn, said: admitted }]),
    ...(recognisedOn === null ? [] : [{ on: recognisedOn, said: { ...admitted, recognisedOn, document } }]),
  ]
}
