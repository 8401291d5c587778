import type { Span } from '#core/kit'
import type { Finding, NamedFact, PlanReading } from '#core/reading'
import { type DraftContext, draftContext } from './draft-context.ts'
import { indicatorItems, redLineItem } from './draft-indicators.ts'
import { policyItem, projectItem } from './draft-named.ts'
import { scopeOf, taskItem } from './draft-tasks.ts'
import type {
  DraftBody,
  DraftDefaults,
  DraftEntry,
  DraftFinding,
  DraftReading,
  MarkKind,
  PlanDraft,
  TextMark,
} from './draft-types.ts'
import { comparable } from './similarity.ts'
import { defaultThresholds, type PlanItem, type TaskForce, type TaskItem } from './types.ts'

/** Drafts a plan from what was read: campaigns, units, task forces and items, each tied to its sentence. */
export function draftFromReading(
  reading: PlanReading,
  findings: readonly Finding[],
  defaults: DraftDefaults,
): PlanDraft {
  const context = draftContext(reading, defaults)
  const { title, framework, docNumber, issuer, issuedOn } = reading.meta
  const bodies: DraftBody[] = [
    { kind: 'meta', body: { title: title ?? '', framework, docNumber, issuer, issuedOn, year: context.year } },
    { kind: 'thresholds', body: defaultThresholds },
    ...reading.campaigns.map(({ no, name, annex }): DraftBody => ({ kind: 'campaign', body: { no, name, annex } })),
    ...context.units.units.map((unit): DraftBody => ({ kind: 'unit', body: unit })),
    ...taskForces(context).map((force): DraftBody => ({ kind: 'taskForce', body: force })),
    ...itemsOf(context).map((item): DraftBody => ({ kind: 'item', body: item })),
  ]
  return { entries: bodies.map((body) => entryOf(body, defaults.newId)), reading: readingPart(reading, findings) }
}

/** Wraps a body as an entry: things that exist once are named by what they are, the others by an id. */
export function entryOf(body: DraftBody, newId: () => string): DraftEntry {
  return { ...body, entryId: entryIdOf(body, newId), removedAs: null }
}

function entryIdOf(body: DraftBody, newId: () => string): string {
  switch (body.kind) {
    case 'item':
      return body.body.itemId
    case 'unit':
      return newId()
    case 'campaign':
      return `campaign:${body.body.no}`
    case 'taskForce':
      return `taskForce:${body.body.campaignNo}`
    case 'mute':
      return `mute:${body.body.findingId}`
    case 'meta':
    case 'thresholds':
      return body.kind
  }
}

/** One task force a campaign; a second mention adds what the first left open. */
function taskForces({ reading, units }: DraftContext): TaskForce[] {
  const byCampaign = new Map<number, TaskForce>()
  for (const { campaign, convener, deputies, members, office } of reading.taskForces) {
    const known = byCampaign.get(campaign)
    byCampaign.set(campaign, {
      campaignNo: campaign,
      convener: known?.convener ?? convener,
      deputies: known?.deputies.length ? known.deputies : deputies.map((name) => units.nameOf(name)),
      members: [...new Set([...(known?.members ?? []), ...members.map((name) => units.nameOf(name))])],
      office: known?.office ?? (office === null ? null : units.nameOf(office)),
    })
  }
  return [...byCampaign.values()].sort((a, b) => a.campaignNo - b.campaignNo)
}

/** All items in the order of the text. */
function itemsOf(context: DraftContext): PlanItem[] {
  const { reading } = context
  const tasks = reading.tasks.map((fact) => ({ fact, item: taskItem(context, fact) }))
  const byIndicator = new Map<number, TaskItem>(
    tasks.flatMap(({ fact, item }) => fact.indicators.map((index) => [index, item] as const)),
  )
  const around = innermostTask(tasks.map(({ fact, item }) => ({ scope: scopeOf(reading, fact), item })))
  const items: PlanItem[] = [
    ...tasks.map(({ item }) => item),
    ...indicatorItems(context, byIndicator),
    ...oncePerTitle(reading.redLines).map((fact) => redLineItem(context, fact, around(fact.span))),
    ...oncePerTitle(reading.projects).map((fact) => projectItem(context, fact, around(fact.span))),
    ...oncePerTitle(reading.policies).map((fact) => policyItem(context, fact, around(fact.span))),
  ]
  return items.sort((a, b) => (a.sentence?.start ?? 0) - (b.sentence?.start ?? 0))
}

function innermostTask(tasks: readonly { readonly scope: Span; readonly item: TaskItem }[]) {
  return (place: Span): TaskItem | undefined =>
    tasks
      .filter(({ scope }) => scope.start <= place.start && place.end <= scope.end)
      .sort((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))[0]?.item
}

function oncePerTitle<F extends NamedFact>(facts: readonly F[]): F[] {
  return [...new Map(facts.toReversed().map((fact) => [comparable(fact.title), fact])).values()].toReversed()
}

function readingPart(reading: PlanReading, findings: readonly Finding[]): DraftReading {
  return {
    headings: reading.headings.map(({ path, title, titleSpan }) => ({ path, title, span: titleSpan })),
    sentences: reading.sentences.map(({ span, uses, why }) => ({ span, uses, why })),
    marks: marksOf(reading),
    findings: findings.map((finding) => ({ ...finding, findingId: findingIdOf(finding) })),
  }
}

/** The same finding in the same text has the same id, so that a mute lasts; a trait of the whole text is muted as one. */
export function findingIdOf(finding: Finding): DraftFinding['findingId'] {
  const [place] = finding.count === undefined ? finding.places : []
  return `${finding.ruleId}@${place ? `${place.start}-${place.end}` : 'text'}`
}

function marksOf(reading: PlanReading): TextMark[] {
  const mark = (kind: MarkKind) => (fact: { span: Span; rule: string }) => ({ span: fact.span, kind, rule: fact.rule })
  const marks = [
    ...reading.assignments.flatMap(({ duties, rule }) => duties.map(({ span }) => mark('unit')({ span, rule }))),
    ...reading.indicators.map(({ figureSpan, rule }) => mark('figure')({ span: figureSpan, rule })),
    ...reading.deadlines.map(mark('deadline')),
    ...reading.cadences.map(mark('cadence')),
    ...reading.projects.map(mark('project')),
    ...reading.policies.map(mark('policy')),
    ...reading.redLines.map(mark('redLine')),
    ...reading.qualitative.map(mark('qualitative')),
  ]
  return marks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}
