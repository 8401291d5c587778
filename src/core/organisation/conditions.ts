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
  /** For whom a stand-in reported or signed; null or not given = for himself. */
  readonly reportedFor?: string | null
  readonly signedBy?: string | null
  readonly signedFor?: string | null
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

/** Somebody else than the actor, and than the one for whom he stands in: the two are one hand. */
const isOther = (person: string | null | undefined, actor: Actor, grant: RoleGrant): boolean =>
  person !== undefined && person !== actor.accountId && (person === null || person !== grant.standsInFor)

/** The actor himself, the one for whom he stands in, or whoever held the role before him. */
const isOwn = (person: string | null | undefined, actor: Actor, grant: RoleGrant): boolean =>
  typeof person === 'string' && [actor.accountId, grant.standsInFor, ...(grant.heldBefore ?? [])].includes(person)

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
    holds: (actor, grant, object) => isOwn(object.reportedBy, actor, grant),
  },
  notReporter: {
    words: { zh: '非本人填报', en: 'that somebody else reported' },
    holds: (actor, grant, object) =>
      isOther(object.reportedBy, actor, grant) && isOther(object.reportedFor ?? null, actor, grant),
  },
  notSigner: {
    words: { zh: '非本人审签', en: 'that somebody else signed' },
    holds: (actor, grant, object) =>
      isOther(object.signedBy, actor, grant) && isOther(object.signedFor ?? null, actor, grant),
  },
  unsigned: {
    words: { zh: '尚未审签', en: 'not yet signed' },
    holds: (_actor, _grant, object) => object.state === 'submitted',
  },
  withUnit: {
    words: { zh: '现由被请求的单位答复', en: 'while the unit that is needed has to answer' },
    holds: (_actor, _grant, object) => object.state === 'withUnit',
  },
  withOffice: {
    words: { zh: '现由专班办公室办理', en: 'while it is with the task-force office' },
    holds: (_actor, _grant, object) => object.state === 'withOffice',
  },
  withCoordinator: {
    words: { zh: '现由综合协调组办理', en: 'while it is with the coordinator' },
    holds: (_actor, _grant, object) => object.state === 'withCoordinator',
  },
  withLeader: {
    words: { zh: '现由领导办理', en: 'while it is with the leader' },
    holds: (_actor, _grant, object) => object.state === 'withLeader',
  },
  notClaimant: {
    words: { zh: '非本人申报', en: 'that somebody else claimed' },
    holds: (actor, grant, object) => isOther(object.claimedBy, actor, grant),
  },
  notAuthor: {
    words: { zh: '非本人提出', en: 'that somebody else made' },
    holds: (actor, grant, object) => isOther(object.authorId, actor, grant),
  },
  isIssuer: {
    words: { zh: '本人交办的', en: 'that he issued himself' },
    holds: (actor, grant, object) => isOwn(object.issuedBy, actor, grant),
  },
  notSelf: {
    words: { zh: '非本人账号', en: 'of another person' },
    holds: (actor, grant, object) => isOther(object.accountId, actor, grant),
  },
  isSelf: {
    words: { zh: '本人的', en: 'of one’s own' },
    holds: (actor, _grant, object) => object.accountId === actor.accountId,
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
