import type { Light, Reason } from '#core/insight'
import type { LocalDate } from '#core/kit'
import type { Commitment, ItemKind, Operator } from '#core/plan'
import type { SealFact } from './briefing-facts.ts'
import type { RestrictionGround } from './disclosure.data.ts'

/** public = released by rule · internal = for the offices · restricted = persons, cases, debt, hazards, firms' secrets. */
export type DisclosureClass = 'public' | 'internal' | 'restricted'

/** What is promised, as far as a line shows it. Decimals as strings. */
export interface PackTarget {
  readonly op: Operator
  readonly value: string | null
  readonly valueHigh: string | null
  readonly unit: string
  readonly commitment: Commitment
  readonly due: LocalDate
}

/** The latest sealed figure and where it comes from. */
export interface PackFigure {
  readonly value: string
  readonly unit: string
  readonly asOf: LocalDate
  readonly periodId: string
  /** Seal of the report; null for a release. */
  readonly sealSeq: number | null
  /** Body, document and day of a release; null for a report. */
  readonly release: { readonly body: string; readonly document: string; readonly releasedOn: LocalDate } | null
}

/** A dated step and the day it was done. */
export interface PackNode {
  readonly label: string
  readonly due: LocalDate
  readonly doneOn: LocalDate | null
}

/** A correction of a sealed figure, without its reason. */
export interface PackCorrection {
  readonly periodId: string
  readonly oldFigure: string | null
  readonly newFigure: string | null
  readonly unit: string
  readonly approvedOn: LocalDate
}

/** Everything that may be said of one item; a field that has nothing to say is null. */
export interface PackFields {
  readonly title: string
  readonly sentence: string | null
  readonly target: PackTarget | null
  readonly unit: string | null
  readonly figure: PackFigure | null
  readonly light: Light | null
  readonly why: readonly Reason[] | null
  readonly nodes: readonly PackNode[] | null
  readonly corrections: readonly PackCorrection[] | null
  readonly correctionReasons: readonly string[] | null
  readonly paragraph: string | null
  readonly blockage: string | null
  readonly leaderInCharge: string | null
  readonly responsiblePerson: string | null
}

/** The name of a field that is reviewed. */
export type FieldName = keyof PackFields

/** One item of a pack. */
export interface PackItem {
  readonly itemId: string
  readonly kind: ItemKind
  readonly campaignNo: number | null
  /** The words of the plan for this item alone, inside its sentence. */
  readonly quote: string
  readonly fields: PackFields
  readonly classes: Readonly<Partial<Record<FieldName, FieldClass>>>
}

/** The class of a field by rule, with the ground of a restriction. */
export interface FieldClass {
  readonly class: DisclosureClass
  readonly ground: RestrictionGround | null
}

/** What the plan itself says of itself; it is an issued document. */
export interface PackPlan {
  readonly planId: string
  readonly title: string
  readonly year: number
  readonly issuer: string | null
  readonly docNumber: string | null
  readonly campaigns: readonly { readonly no: number; readonly name: string }[]
}

/** A publication pack: everything that one seal says of a plan. It never leaves the house as it is. */
export interface PublicationPack {
  readonly plan: PackPlan
  readonly seal: SealFact
  readonly items: readonly PackItem[]
}

/** What a reviewer decided on one field. */
export interface FieldDecision {
  readonly decision: 'release' | 'withhold'
  /** Needed where the decision departs from the rule. */
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** Decisions by `itemId/field`. */
export type Decisions = Readonly<Record<string, FieldDecision>>

/** An item as the public sees it: only what was released is there at all. */
export type PublicItem = Pick<PackItem, 'itemId' | 'kind' | 'campaignNo'> & { readonly title: string } & Partial<{
    readonly sentence: string
    readonly target: PackTarget
    readonly unit: string
    readonly figure: PackFigure
    readonly light: Light
    readonly why: readonly Reason[]
    readonly nodes: readonly PackNode[]
    readonly corrections: readonly PackCorrection[]
    readonly correctionReasons: readonly string[]
    readonly paragraph: string
    readonly blockage: string
    readonly leaderInCharge: string
    readonly responsiblePerson: string
  }>

/** A plan as the public sees it. */
export interface PublicPlan {
  readonly plan: PackPlan
  readonly seal: SealFact
  readonly items: readonly PublicItem[]
}
