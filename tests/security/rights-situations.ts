import type { Role, RightObject, RoleGrant } from '#core/organisation'

/** Units of the story: the bureau reports, the task-force office sits in the government office, the harbour is another bureau. */
const [BUREAU, OFFICE, HARBOUR] = ['bureau', 'office', 'harbour'] as const
const PLAN = 'plan'

/** Who asks: one of each role, and three who also work inside the bureau. */
export const actors = {
  administrator: [{ role: 'administrator' }],
  securityOfficer: [{ role: 'securityOfficer' }],
  auditor: [{ role: 'auditor' }],
  coordinator: [{ role: 'coordinator' }],
  inspector: [{ role: 'inspector' }],
  leader: [{ role: 'leader' }],
  convener: [{ role: 'convener', planId: PLAN, taskForceNo: 1 }],
  panelMember: [{ role: 'panelMember', planId: PLAN }],
  appealDecider: [{ role: 'appealDecider', planId: PLAN }],
  reporter: [{ role: 'reporter', unitId: BUREAU }],
  signer: [{ role: 'signer', unitId: BUREAU }],
  taskForceStaff: [{ role: 'taskForceStaff', unitId: OFFICE, planId: PLAN, taskForceNo: 1 }],
  respondent: [{ role: 'respondent', unitId: BUREAU }],
  publicReader: [{ role: 'publicReader' }],
  coordinatorInside: [{ role: 'coordinator' }, { role: 'reporter', unitId: HARBOUR }],
  inspectorInside: [{ role: 'inspector', unitId: HARBOUR }],
  panelMemberInside: [
    { role: 'panelMember', planId: PLAN },
    { role: 'signer', unitId: HARBOUR },
  ],
} as const satisfies Record<Role, readonly RoleGrant[]> & Record<string, readonly RoleGrant[]>
export type ActorName = keyof typeof actors

type Facts = Omit<RightObject, 'regionId'>
const line = { planId: PLAN, taskForceNo: 1, officeUnitId: OFFICE, reportedBy: 'other', signedBy: null }
const submitted = { ...line, unitId: BUREAU, state: 'submitted' }
const signed = { ...submitted, signedBy: 'other', state: 'signed' }
const duty = { planId: PLAN, taskForceNo: 1, officeUnitId: OFFICE, unitId: BUREAU }
const problem = {
  planId: PLAN,
  taskForceNo: 1,
  officeUnitId: OFFICE,
  unitId: BUREAU,
  claimedBy: null,
  state: 'assigned',
}

/** What it may be asked of, by kind of object; the situations in which domain.md makes a difference. */
export const situations = {
  anything: { any: {} },
  account: { ofAnother: { accountId: 'other' }, ofOneself: { accountId: 'me' } },
  unit: { ofTheBureau: { unitId: BUREAU }, ofTheHarbour: { unitId: HARBOUR } },
  clock: { ofTheSample: { hasOwnClock: true }, ofTheServer: { hasOwnClock: false } },
  report: {
    submitted,
    submittedByMe: { ...submitted, reportedBy: 'me' },
    signed,
    signedByMe: { ...signed, signedBy: 'me' },
    ofTheHarbour: { ...signed, unitId: HARBOUR },
    ofTheOffice: { ...signed, unitId: OFFICE },
    withoutOffice: { ...signed, officeUnitId: null },
    ofAnotherTaskForce: { ...signed, taskForceNo: 2, officeUnitId: HARBOUR },
    ofAnotherPlan: { ...signed, planId: 'another' },
  },
  correction: {
    ofTheBureau: { unitId: BUREAU, planId: PLAN, taskForceNo: 1, authorId: 'other' },
    byMe: { unitId: BUREAU, planId: PLAN, taskForceNo: 1, authorId: 'me' },
    ofTheHarbour: { unitId: HARBOUR, planId: PLAN, taskForceNo: 2, authorId: 'other' },
  },
  completion: { ofTheHarbour: { unitId: HARBOUR }, ofNobody: { unitId: null } },
  order: {
    toTheBureau: { unitId: BUREAU, planId: PLAN, issuedBy: 'other' },
    toTheBureauByMe: { unitId: BUREAU, planId: PLAN, issuedBy: 'me' },
    toTheHarbour: { unitId: HARBOUR, planId: PLAN, issuedBy: 'other' },
    toTheHarbourByMe: { unitId: HARBOUR, planId: PLAN, issuedBy: 'me' },
    ofAnotherPlan: { unitId: BUREAU, planId: 'another', issuedBy: 'other' },
  },
  problem: {
    ofTheBureau: problem,
    ofTheHarbour: { ...problem, unitId: HARBOUR, taskForceNo: 2, officeUnitId: HARBOUR },
    ofTheOffice: { ...problem, unitId: OFFICE },
    claimed: { ...problem, claimedBy: 'other', state: 'claimed' },
    claimedByMe: { ...problem, claimedBy: 'me', state: 'claimed' },
    withNobody: { ...problem, unitId: null, state: 'found' },
  },
  duty: {
    withOffice: { ...duty, state: 'withOffice' },
    goneUp: { ...duty, state: 'withCoordinator' },
    ofTheHarbour: { ...duty, unitId: HARBOUR, taskForceNo: 2, officeUnitId: null, state: 'withCoordinator' },
    ofTheOffice: { ...duty, unitId: OFFICE, state: 'withCoordinator' },
  },
  blockage: {
    atTheBureau: { ...duty, state: 'withUnit' },
    atTheHarbour: { ...duty, unitId: HARBOUR, state: 'withUnit' },
    atTheOffice: { ...duty, state: 'withOffice' },
    atTheCoordinator: { ...duty, state: 'withCoordinator' },
    atTheLeader: { ...duty, state: 'withLeader' },
  },
  score: {
    ofTheBureau: { planId: PLAN, unitId: BUREAU },
    ofTheHarbour: { planId: PLAN, unitId: HARBOUR },
    ofAnotherPlan: { planId: 'another', unitId: BUREAU },
  },
  document: {
    ofThePlan: { planId: PLAN, taskForceNo: 1, authorId: 'other' },
    ofThePlanByMe: { planId: PLAN, taskForceNo: 1, authorId: 'me' },
    ofAnotherTaskForce: { planId: PLAN, taskForceNo: 2, authorId: 'other' },
  },
  publication: { released: { isPublic: true }, unreleased: { isPublic: false } },
} as const satisfies Record<string, Record<string, Facts>>
export type SituationKind = keyof typeof situations
