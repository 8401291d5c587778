import { accept, decimalText, isLocalDate, parseDecimal, refuse } from '#core/kit'
import type { LocalDate, Result } from '#core/kit'
import type { IndicatorItem, PlanItem, Target } from '#core/plan'

/**
 * What a person states about a target beside the plan's text. baseline: the state at the start · counterpart: what a relative target
 * is compared with, an indicator of the region or a series of others · milestone 阶段目标: a value by a day within the year (null
 * strikes it out) · longTerm: the promise of a long plan, 十五五, beside the year's own (null strikes it out).
 */
export type TargetFact =
  | { readonly kind: 'baseline'; readonly value: string }
  | { readonly kind: 'counterpart'; readonly itemId: string | null; readonly seriesId: string | null }
  | { readonly kind: 'milestone'; readonly on: LocalDate; readonly value: string | null }
  | { readonly kind: 'longTerm'; readonly due: LocalDate; readonly plan: string; readonly value: string | null }

/** A stated fact with who said and who approved it; it counts from its approval on. */
export interface StatedFact {
  readonly factId: string
  readonly itemId: string
  readonly fact: TargetFact
  /** Title or number of the document that it rests on. */
  readonly document: string
  readonly statedAt: string
  readonly statedBy: string
  readonly approvedAt: string | null
  readonly refusedAt: string | null
}

/** The facts of one target that count at a moment, later ones in place of earlier ones. */
export interface TargetFacts {
  readonly baseline: string | null
  readonly counterpart: { readonly itemId: string | null; readonly seriesId: string | null } | null
  /** In order of their days. */
  readonly milestones: readonly { readonly on: LocalDate; readonly value: string }[]
  readonly longTerm: readonly { readonly due: LocalDate; readonly plan: string; readonly value: string }[]
}

function figureText(text: string | null, at: string): Result<string | null> {
  if (text === null) return accept(null)
  const figure = parseDecimal(text)
  return figure === null ? refuse('targetFact.figureInvalid', { text }, at) : accept(decimalText(figure))
}

/** Checks a fact against its target and returns it with canonical figures. `from`: the first day of the target's span. */
export function checkTargetFact(
  fact: TargetFact,
  document: string,
  { item, from }: { readonly item: PlanItem; readonly from: LocalDate },
): Result<TargetFact> {
  if (item.kind !== 'indicator') return refuse('targetFact.notIndicator')
  if (document.trim() === '') return refuse('targetFact.documentMissing', {}, 'document')
  switch (fact.kind) {
    case 'baseline':
      return checkBaseline(fact)
    case 'counterpart':
      return checkCounterpart(fact, item)
    case 'milestone':
      return checkMilestone(fact, item, from)
    case 'longTerm':
      return checkLongTerm(fact, item)
  }
}

function checkBaseline(fact: TargetFact & { kind: 'baseline' }): Result<TargetFact> {
  const value = figureText(fact.value, 'value')
  return value.ok ? accept({ kind: 'baseline', value: value.value ?? '0' }) : value
}

function checkCounterpart(fact: TargetFact & { kind: 'counterpart' }, item: IndicatorItem): Result<TargetFact> {
  if (item.target.kind !== 'relative') return refuse('targetFact.notRelative')
  const { itemId, seriesId } = fact
  const one = (itemId === null) !== (seriesId === null) && itemId !== item.itemId
  return one ? accept({ kind: 'counterpart', itemId, seriesId }) : refuse('targetFact.counterpartUnknown', {}, 'itemId')
}

function checkMilestone(
  fact: TargetFact & { kind: 'milestone' },
  { target }: IndicatorItem,
  from: LocalDate,
): Result<TargetFact> {
  if (!isLocalDate(fact.on)) return refuse('targetFact.dateInvalid', {}, 'on')
  if (fact.on < from || fact.on > target.due) return refuse('targetFact.dateOutside', { from, to: target.due }, 'on')
  const value = figureText(fact.value, 'value')
  return value.ok ? accept({ kind: 'milestone', on: fact.on, value: value.value }) : value
}

function checkLongTerm(fact: TargetFact & { kind: 'longTerm' }, { target }: IndicatorItem): Result<TargetFact> {
  if (!isLocalDate(fact.due)) return refuse('targetFact.dateInvalid', {}, 'due')
  if (fact.due <= target.due) return refuse('targetFact.longTermNotLater', { due: target.due }, 'due')
  const value = figureText(fact.value, 'value')
  return value.ok ? accept({ kind: 'longTerm', due: fact.due, plan: fact.plan.trim(), value: value.value }) : value
}

/** The facts of one item that count; `until` leaves out what was approved later. */
export function factsOfTarget(stated: readonly StatedFact[], until: string | null = null): TargetFacts {
  const known = stated
    .filter(({ approvedAt }) => approvedAt !== null && (until === null || approvedAt <= until))
    .sort((a, b) => ((a.approvedAt ?? '') < (b.approvedAt ?? '') ? -1 : 1))
    .map(({ fact }) => fact)
  const milestones = new Map<LocalDate, string | null>()
  const longTerm = new Map<LocalDate, { plan: string; value: string | null }>()
  for (const fact of known) {
    if (fact.kind === 'milestone') milestones.set(fact.on, fact.value)
    if (fact.kind === 'longTerm') longTerm.set(fact.due, { plan: fact.plan, value: fact.value })
  }
  return {
    baseline: known.findLast((fact) => fact.kind === 'baseline')?.value ?? null,
    counterpart: known.findLast((fact) => fact.kind === 'counterpart') ?? null,
    milestones: [...milestones]
      .flatMap(([on, value]) => (value === null ? [] : [{ on, value }]))
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
    longTerm: [...longTerm]
      .flatMap(([due, { plan, value }]) => (value === null ? [] : [{ due, plan, value }]))
      .sort((a, b) => (a.due < b.due ? -1 : 1)),
  }
}

/** A target as it is judged: with the baseline that was stated and approved in place of the plan's own. */
export function targetWith(target: Target, facts: Pick<TargetFacts, 'baseline'>): Target {
  return facts.baseline === null ? target : { ...target, baseline: facts.baseline }
}

/** A fact is approved or refused once, by another person than the one who stated it. */
export function checkFactDecision(
  stated: Pick<StatedFact, 'statedBy' | 'approvedAt' | 'refusedAt'>,
  deciderId: string,
): Result<null> {
  if (stated.approvedAt !== null || stated.refusedAt !== null) return refuse('targetFact.alreadyDecided')
  return stated.statedBy === deciderId ? refuse('targetFact.ownStatement') : accept(null)
}
