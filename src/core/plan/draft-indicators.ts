import type { IndicatorFact, NamedFact } from '#core/reading'
import type { DraftContext } from './draft-context.ts'
import { dutiesOf } from './draft-tasks.ts'
import { lastDayOf } from './draft-types.ts'
import { proposeFigures, proposesRecognition } from './propose-measures.ts'
import { comparable } from './similarity.ts'
import type { Duty, IndicatorItem, Target, TaskItem } from './types.ts'

/** A task fact's item and the indicators that stand inside it, by their index in the reading. */
export type TasksByIndicator = ReadonlyMap<number, TaskItem>

/**
 * The indicators of a draft. The same promise in master text, annex goals and task is one item: it stands where somebody is on duty,
 * and names the other places. The same subject with another figure stays an item of its own, for the plan check to show.
 */
export function indicatorItems(context: DraftContext, tasks: TasksByIndicator): IndicatorItem[] {
  const groups = new Map<string, number[]>()
  context.reading.indicators.forEach((fact, index) => {
    const key = promiseOf(context, fact)
    groups.set(key, [...(groups.get(key) ?? []), index])
  })
  return [...groups.values()].flatMap((places) => {
    const [first] = places
    const main = places.find((index) => tasks.has(index)) ?? places.find(inCampaign(context)) ?? first
    return main === undefined ? [] : [indicatorItem(context, main, places, tasks.get(main))]
  })
}

/** A goal of a campaign's own annex says more than the same goal in the common part. */
function inCampaign({ reading, campaignOf }: DraftContext): (index: number) => boolean {
  return (index) => {
    const fact = reading.indicators[index]
    return fact !== undefined && campaignOf(fact) !== null
  }
}

/** Two facts promise the same when subject, kind, figure, unit and day agree; the operator may be worded differently. */
function promiseOf(context: DraftContext, fact: IndicatorFact): string {
  const { kind, value, valueHigh, unit, relativeTo } = fact
  return JSON.stringify([comparable(fact.subject), kind, value, valueHigh, unit, relativeTo, dueOf(context, fact)])
}

function indicatorItem(
  context: DraftContext,
  main: number,
  places: readonly number[],
  task: TaskItem | undefined,
): IndicatorItem {
  const facts = context.reading.indicators
  const fact = facts[main] as IndicatorFact
  const target = targetOf(context, fact)
  const others = places.filter((index) => index !== main).flatMap((index) => facts[index]?.sentenceSpan ?? [])
  const { duties, leaderInCharge } = task ?? dutiesOf(context, ownersOf(places.flatMap((index) => facts[index] ?? [])))
  return {
    kind: 'indicator',
    itemId: context.newId(),
    campaignNo: task?.campaignNo ?? context.campaignOf(fact),
    path: fact.path,
    title: titleOf(fact),
    sentence: fact.sentenceSpan,
    ...(others.length > 0 ? { alsoAt: others } : {}),
    quote: fact.quote,
    duties,
    openList: task?.openList ?? false,
    leaderInCharge,
    responsiblePerson: null,
    timeNodes: [],
    target,
    taskId: task?.itemId ?? null,
    measureConfirmed: false,
    ...proposeFigures(target, fact.quote, context.collecting),
    ...(proposesRecognition(target, fact.quote) ? { recognised: true } : {}),
  }
}

function titleOf(fact: IndicatorFact): string {
  return fact.subject === '' ? fact.quote.slice(0, 40) : fact.subject
}

function ownersOf(facts: readonly IndicatorFact[]): Duty[] {
  const owner = facts.find((fact) => fact.owner !== null)?.owner ?? ''
  return owner
    .split('、')
    .filter(Boolean)
    .map((unit) => ({ unit, role: 'lead' }))
}

function dueOf(context: DraftContext, fact: IndicatorFact): string {
  return fact.due ?? (context.year === null ? '' : lastDayOf(context.year))
}

function targetOf(context: DraftContext, fact: IndicatorFact): Target {
  const { subject, kind, op, value, valueHigh, unit, commitment, measure, relativeTo } = fact
  const due = dueOf(context, fact)
  return { subject, kind, op, value, valueHigh, unit, commitment, measure, baseline: null, relativeTo, due }
}

/** A red line as an indicator without a figure: kept until an event is recorded against it. */
export function redLineItem(context: DraftContext, fact: NamedFact, task: TaskItem | undefined): IndicatorItem {
  const due = context.year === null ? '' : lastDayOf(context.year)
  const target: Target = {
    ...{ subject: fact.title, kind: 'redLine', op: '=', value: '0', valueHigh: null, unit: '次', commitment: 'firm' },
    ...{ measure: 'hold', baseline: null, relativeTo: null, due },
  }
  return {
    kind: 'indicator',
    itemId: context.newId(),
    campaignNo: task?.campaignNo ?? context.campaignOf(fact),
    path: fact.path,
    title: fact.title,
    sentence: fact.span,
    quote: fact.quote,
    duties: task?.duties ?? [],
    openList: task?.openList ?? false,
    leaderInCharge: task?.leaderInCharge ?? null,
    responsiblePerson: null,
    timeNodes: [],
    target,
    taskId: task?.itemId ?? null,
    measureConfirmed: false,
    ...proposeFigures(target, fact.quote, context.collecting),
    origin: 'own',
  }
}
