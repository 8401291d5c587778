import type { Words } from '#core/kit'
import type { Actor, RoleGrant } from './types.ts'

/**
 * What a right may need to know of the object. A fact that a condition needs and that is left out denies. For an account or a role
 * `accountId` is whose it is; for a problem `unitId` is the doer, for an order the addressee, for a score the judged unit.
 */
export interface RightObject {
  readonly regionId: string
  readonly unitId?: string | null
  readonly planId?: string
  readonly taskForceNo?: number | null
  /** Unit in which the task-force office of the item sits; null = there is no office. */
  readonly officeUnitId?: string | null
  readonly reportedBy?: string | null
  readonly signedBy?: string | null
  readonly claimedBy?: string | null
  readonly authorId?: string | null
  readonly issuedBy?: string | null
  readonly accountId?: string
  readonly state?: string
  /** What the disclosure review has released. */
  readonly isPublic?: boolean
  /** The region has a clock of its own (the sample district). */
  readonly hasOwnClock?: boolean
}

type Test = (actor: Actor, grant: RoleGrant, object: RightObject) => boolean

/** The actor works in the object's unit by any of his roles. */
const worksInside = (actor: Actor, unitId: string): boolean => actor.roles.some((grant) => grant.unitId === unitId)

const isOther = (person: string | null | undefined, actor: Actor): boolean =>
  person !== undefined && person !== actor.accountId

/**
 * The conditions of rights. `otherThan…` conditions hold where nobody did it yet (null); a fact that was not given (undefined)
 * denies.
 */
export const conditions = {
  ownUnit: {
    words: { zh: '本单位的', en: 'of the own unit' },
    holds: (_actor, grant, object) => grant.unitId !== undefined && grant.unitId === object.unitId,
  },
  outsideUnit: {
    words: { zh: '本人不在该单位', en: 'who is not inside that unit' },
    holds: (actor, _grant, { unitId }) => typeof unitId === 'string' && !worksInside(actor, unitId),
  },
  ownTaskForce: {
    words: { zh: '本专班的', en: 'of the own task force' },
    holds: (_actor, grant, object) =>
      grant.taskForceNo !== undefined &&
      grant.taskForceNo === object.taskForceNo &&
      grant.planId !== undefined &&
      grant.planId === object.planId,
  },
  ownPlan: {
    words: { zh: '所任职方案的', en: 'of the plan of the appointment' },
    holds: (_actor, grant, object) => grant.planId !== undefined && grant.planId === object.planId,
  },
  officeOutside: {
    words: { zh: '专班办公室不设在该单位', en: 'where the task-force office sits outside that unit' },
    holds: (_actor, _grant, { officeUnitId, unitId }) => typeof officeUnitId === 'string' && officeUnitId !== unitId,
  },
  noOfficeOutside: {
    words: {
      zh: '没有专班办公室，或其设在该单位',
      en: 'where there is no task-force office, or it sits inside that unit',
    },
    holds: (_actor, _grant, { officeUnitId, unitId }) =>
      officeUnitId === null || (typeof officeUnitId === 'string' && officeUnitId === unitId),
  },
  isReporter: {
    words: { zh: '本人填报的', en: 'that he reported himself' },
    holds: (actor, _grant, object) => object.reportedBy === actor.accountId,
  },
  notReporter: {
    words: { zh: '非本人填报', en: 'that somebody else reported' },
    holds: (actor, _grant, object) => isOther(object.reportedBy, actor),
  },
  notSigner: {
    words: { zh: '非本人审签', en: 'that somebody else signed' },
    holds: (actor, _grant, object) => isOther(object.signedBy, actor),
  },
  unsigned: {
    words: { zh: '尚未审签', en: 'not yet signed' },
    holds: (_actor, _grant, object) => object.state === 'submitted',
  },
  notClaimant: {
    words: { zh: '非本人申报', en: 'that somebody else claimed' },
    holds: (actor, _grant, object) => isOther(object.claimedBy, actor),
  },
  notAuthor: {
    words: { zh: '非本人提出', en: 'that somebody else made' },
    holds: (actor, _grant, object) => isOther(object.authorId, actor),
  },
  isIssuer: {
    words: { zh: '本人交办的', en: 'that he issued himself' },
    holds: (actor, _grant, object) => object.issuedBy === actor.accountId,
  },
  notSelf: {
    words: { zh: '非本人账号', en: 'of another person' },
    holds: (actor, _grant, object) => isOther(object.accountId, actor),
  },
  released: {
    words: { zh: '经公开审查的', en: 'released by the disclosure review' },
    holds: (_actor, _grant, object) => object.isPublic === true,
  },
  ownClock: {
    words: { zh: '有自己时钟的地区（示例区）', en: 'of a region with a clock of its own' },
    holds: (_actor, _grant, object) => object.hasOwnClock === true,
  },
} as const satisfies Record<string, { readonly words: Words; readonly holds: Test }>

/** The name of a condition. */
export type Condition = keyof typeof conditions
