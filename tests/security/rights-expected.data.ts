import type { Action } from '#core/organisation'
import type { ActorName, SituationKind } from './rights-situations.ts'

/** Who may, in which situations; `all` = in every one. Whoever is not named may not, in any. */
export interface Expected {
  readonly of: SituationKind
  readonly may: Partial<Record<ActorName, 'all' | readonly string[]>>
}

type May = Expected['may']

const coordinators = { coordinator: 'all', coordinatorInside: 'all' } as const
const inspectors = { inspector: 'all', inspectorInside: 'all' } as const
const panel = { panelMember: 'all', panelMemberInside: 'all' } as const
/** Whoever has business in the region; neither the three separated persons nor the public. */
const workers: May = {
  ...{ ...coordinators, ...inspectors, ...panel, leader: 'all', convener: 'all', appealDecider: 'all' },
  ...{ reporter: 'all', signer: 'all', taskForceStaff: 'all' },
}
/** The same but for those who only judge; a panel member who signs for a unit reads as its signer. */
const offices: May = {
  ...{ ...coordinators, ...inspectors, leader: 'all', convener: 'all' },
  ...{ reporter: 'all', signer: 'all', taskForceStaff: 'all', panelMemberInside: 'all' },
}
const ofTheBureau = [
  ...['submitted', 'submittedByMe', 'signed', 'signedByMe', 'withoutOffice', 'ofAnotherTaskForce', 'ofAnotherPlan'],
] as const
const allOrdersToTheHarbour = ['toTheHarbour', 'toTheHarbourByMe'] as const
const allOrdersToTheBureau = ['toTheBureau', 'toTheBureauByMe', 'ofAnotherPlan'] as const
const problemsOfTheBureau = ['ofTheBureau', 'claimed', 'claimedByMe'] as const
const ownDuty: May = {
  ...{ reporter: ['withOffice', 'goneUp'], signer: ['withOffice', 'goneUp'] },
  ...{ coordinatorInside: ['ofTheHarbour'], panelMemberInside: ['ofTheHarbour'] },
}
const blockagesOfTheBureau = ['atTheBureau', 'atTheOffice', 'atTheCoordinator', 'atTheLeader'] as const
const acceptedByCoordinator = ['withoutOffice', 'ofTheOffice'] as const

const ownOrCoordinated: May = {
  ...Object.fromEntries(Object.keys(workers).map((name) => [name, ['ofOneself'] as const])),
  ...coordinators,
}

/** The rights of domain.md (Roles, Reports, Closing with two keys, Evaluation, Disclosure), written by hand from its text. */
export const expectedRights: Readonly<Record<Action, Expected>> = {
  // 三员分立: accounts, permissions, log; none can do another's part.
  'account.manage': { of: 'account', may: { administrator: 'all' } },
  'role.grant': { of: 'account', may: { securityOfficer: ['ofAnother'] } },
  'audit.read': { of: 'anything', may: { auditor: 'all' } },
  'unit.manage': { of: 'anything', may: coordinators },
  'unit.read': { of: 'anything', may: { ...workers, administrator: 'all', securityOfficer: 'all' } },
  'post.manage': { of: 'unit', may: { ...coordinators, signer: ['ofTheBureau'], panelMemberInside: ['ofTheHarbour'] } },
  // One’s own, or drawn up by the coordinator for whoever has left; what it passes on the security officer decides.
  'handover.make': { of: 'account', may: ownOrCoordinated },
  'delegation.give': { of: 'account', may: ownOrCoordinated },
  'delegation.end': { of: 'account', may: { ...ownOrCoordinated, securityOfficer: 'all' } },
  'plan.import': { of: 'anything', may: coordinators },
  'plan.edit': { of: 'anything', may: coordinators },
  'plan.publish': { of: 'anything', may: coordinators },
  'plan.read': { of: 'anything', may: workers },
  'calendar.manage': { of: 'anything', may: coordinators },
  'period.open': { of: 'anything', may: coordinators },
  'period.close': { of: 'anything', may: coordinators },
  'period.seal': { of: 'anything', may: coordinators },
  // Reported and signed inside the unit by two persons; accepted outside of it by a third.
  'report.write': {
    of: 'report',
    may: { reporter: ofTheBureau, respondent: ofTheBureau, coordinatorInside: ['ofTheHarbour'] },
  },
  'report.submit': {
    of: 'report',
    may: { reporter: ofTheBureau, respondent: ofTheBureau, coordinatorInside: ['ofTheHarbour'] },
  },
  'report.withdraw': { of: 'report', may: { reporter: ['submittedByMe'] } },
  'report.sign': {
    of: 'report',
    may: {
      signer: ofTheBureau.filter((name) => name !== 'submittedByMe'),
      panelMemberInside: ['ofTheHarbour'],
    },
  },
  'report.accept': {
    of: 'report',
    may: {
      taskForceStaff: ['submitted', 'signed', 'ofTheHarbour'],
      coordinator: acceptedByCoordinator,
      coordinatorInside: acceptedByCoordinator,
    },
  },
  'report.return': {
    of: 'report',
    may: {
      signer: ['submitted'],
      taskForceStaff: ['submitted', 'signed', 'ofTheHarbour'],
      coordinator: acceptedByCoordinator,
      coordinatorInside: acceptedByCoordinator,
    },
  },
  // Beside the report: further leads countersign by their signer, supporting units confirm or object.
  'report.countersign': { of: 'report', may: { signer: ofTheBureau, panelMemberInside: ['ofTheHarbour'] } },
  'report.confirm': {
    of: 'report',
    may: {
      ...{ reporter: ofTheBureau, signer: ofTheBureau },
      ...{ coordinatorInside: ['ofTheHarbour'], panelMemberInside: ['ofTheHarbour'] },
    },
  },
  'respondent.invite': { of: 'anything', may: coordinators },
  'respondent.fileFor': {
    of: 'completion',
    may: { coordinator: ['ofTheHarbour'] },
  },
  // "Not ours": the office within its days, then the coordinator; who reports is chosen like a report is accepted.
  'duty.choose': {
    of: 'duty',
    may: {
      taskForceStaff: ['withOffice', 'goneUp'],
      ...{ coordinator: ['ofTheHarbour', 'ofTheOffice'], coordinatorInside: ['ofTheHarbour', 'ofTheOffice'] },
    },
  },
  'duty.dispute': { of: 'duty', may: ownDuty },
  'duty.arbitrate': {
    of: 'duty',
    may: {
      taskForceStaff: ['withOffice'],
      ...{ coordinator: ['goneUp', 'ofTheHarbour', 'ofTheOffice'], coordinatorInside: ['goneUp', 'ofTheOffice'] },
    },
  },
  'plan.receive': { of: 'duty', may: ownDuty },
  'measure.write': { of: 'duty', may: ownDuty },
  // Each level answers for itself; the unit that is held up raises it.
  'blockage.raise': {
    of: 'blockage',
    may: {
      ...{ reporter: blockagesOfTheBureau, signer: blockagesOfTheBureau },
      ...{ coordinatorInside: ['atTheHarbour'], panelMemberInside: ['atTheHarbour'] },
    },
  },
  'blockage.answer': {
    of: 'blockage',
    may: {
      ...{ reporter: ['atTheBureau'], signer: ['atTheBureau'], taskForceStaff: ['atTheOffice'] },
      ...{ coordinator: ['atTheCoordinator'], leader: ['atTheLeader'], panelMemberInside: ['atTheHarbour'] },
      coordinatorInside: ['atTheHarbour', 'atTheCoordinator'],
    },
  },
  'correction.make': {
    of: 'correction',
    may: { ...coordinators, reporter: ['ofTheBureau', 'byMe'], taskForceStaff: ['ofTheBureau', 'byMe'] },
  },
  'correction.approve': {
    of: 'correction',
    may: { coordinator: ['ofTheBureau', 'ofTheHarbour'], coordinatorInside: ['ofTheBureau'] },
  },
  // Lists that an office defines: the region's by the coordinator, a task force's by its office too; a unit writes its own rows.
  'list.read': { of: 'anything', may: workers },
  'list.define': { of: 'correction', may: { ...coordinators, taskForceStaff: ['ofTheBureau', 'byMe'] } },
  'list.write': {
    of: 'correction',
    may: {
      ...{ ...coordinators, taskForceStaff: ['ofTheBureau', 'byMe'], panelMemberInside: ['ofTheHarbour'] },
      ...{ reporter: ['ofTheBureau', 'byMe'], signer: ['ofTheBureau', 'byMe'] },
    },
  },
  // Another than whoever asked: the coordinator, a leader, a task force's office in its own lists.
  'list.admit': {
    of: 'correction',
    may: {
      coordinator: ['ofTheBureau', 'ofTheHarbour'],
      coordinatorInside: ['ofTheBureau', 'ofTheHarbour'],
      leader: ['ofTheBureau', 'ofTheHarbour'],
      taskForceStaff: ['ofTheBureau'],
    },
  },
  'release.import': { of: 'anything', may: coordinators },
  'wall.read': { of: 'anything', may: workers },
  'item.read': { of: 'anything', may: workers },
  // Asked for by the unit or its task-force office, approved by another person outside the unit.
  'schedule.propose': {
    of: 'correction',
    may: {
      ...{ reporter: ['ofTheBureau', 'byMe'], taskForceStaff: ['ofTheBureau', 'byMe'] },
      coordinatorInside: ['ofTheHarbour'],
    },
  },
  'schedule.approve': {
    of: 'correction',
    may: { coordinator: ['ofTheBureau', 'ofTheHarbour'], coordinatorInside: ['ofTheBureau'] },
  },
  // Verified by an inspector or the coordinator, never inside the unit.
  'item.verify': { of: 'completion', may: { inspector: ['ofTheHarbour'], coordinator: ['ofTheHarbour'] } },
  // What is stated of a target beside the plan counts from another person's approval on.
  'target.state': { of: 'correction', may: { ...coordinators, reporter: ['ofTheBureau', 'byMe'] } },
  'target.approve': {
    of: 'correction',
    may: {
      coordinator: ['ofTheBureau', 'ofTheHarbour'],
      coordinatorInside: ['ofTheBureau', 'ofTheHarbour'],
      leader: ['ofTheBureau', 'ofTheHarbour'],
    },
  },
  'burden.read': { of: 'anything', may: offices },
  'order.read': {
    of: 'order',
    may: {
      ...{ ...coordinators, ...inspectors, leader: 'all' },
      convener: [...allOrdersToTheHarbour, 'toTheBureau', 'toTheBureauByMe'],
      reporter: allOrdersToTheBureau,
      signer: allOrdersToTheBureau,
      panelMemberInside: allOrdersToTheHarbour,
    },
  },
  'order.issue': {
    of: 'order',
    may: {
      ...{ ...coordinators, ...inspectors, leader: 'all' },
      convener: [...allOrdersToTheHarbour, 'toTheBureau', 'toTheBureauByMe'],
    },
  },
  'order.acknowledge': {
    of: 'order',
    may: {
      ...{ reporter: allOrdersToTheBureau, signer: allOrdersToTheBureau },
      ...{ coordinatorInside: allOrdersToTheHarbour, panelMemberInside: allOrdersToTheHarbour },
    },
  },
  'order.reply': {
    of: 'order',
    may: {
      ...{ reporter: allOrdersToTheBureau, signer: allOrdersToTheBureau },
      ...{ coordinatorInside: allOrdersToTheHarbour, panelMemberInside: allOrdersToTheHarbour },
    },
  },
  // Whoever issued it, or the coordinator; never the addressee.
  'order.close': {
    of: 'order',
    may: {
      ...{ coordinator: 'all', coordinatorInside: allOrdersToTheBureau },
      ...{ leader: ['toTheBureauByMe', 'toTheHarbourByMe'], convener: ['toTheBureauByMe', 'toTheHarbourByMe'] },
      ...{ inspector: ['toTheBureauByMe', 'toTheHarbourByMe'], inspectorInside: ['toTheBureauByMe'] },
    },
  },
  'problem.read': { of: 'problem', may: offices },
  'problem.raise': {
    of: 'problem',
    may: {
      ...{ ...coordinators, ...inspectors, leader: 'all', convener: 'all', taskForceStaff: 'all' },
      reporter: problemsOfTheBureau,
    },
  },
  'problem.assign': {
    of: 'problem',
    may: {
      ...{ ...coordinators, ...inspectors },
      taskForceStaff: [...problemsOfTheBureau, 'ofTheOffice', 'withNobody'],
    },
  },
  'problem.claim': {
    of: 'problem',
    may: {
      ...{ reporter: problemsOfTheBureau, signer: problemsOfTheBureau },
      ...{ coordinatorInside: ['ofTheHarbour'], panelMemberInside: ['ofTheHarbour'] },
    },
  },
  // The second key: a body other than the doer, a person other than the claimant.
  'problem.verify': {
    of: 'problem',
    may: {
      coordinator: ['ofTheBureau', 'ofTheHarbour', 'ofTheOffice', 'claimed'],
      inspector: ['ofTheBureau', 'ofTheHarbour', 'ofTheOffice', 'claimed'],
      coordinatorInside: ['ofTheBureau', 'ofTheOffice', 'claimed'],
      inspectorInside: ['ofTheBureau', 'ofTheOffice', 'claimed'],
      taskForceStaff: ['ofTheBureau', 'claimed'],
    },
  },
  'problem.close': {
    of: 'problem',
    may: {
      coordinator: ['ofTheBureau', 'ofTheHarbour', 'ofTheOffice', 'claimed'],
      inspector: ['ofTheBureau', 'ofTheHarbour', 'ofTheOffice', 'claimed'],
      coordinatorInside: ['ofTheBureau', 'ofTheOffice', 'claimed'],
      inspectorInside: ['ofTheBureau', 'ofTheOffice', 'claimed'],
    },
  },
  // The year's end: open to those who work on the plan; kept by the coordinator, corrected by two persons.
  'finalAccount.read': { of: 'anything', may: workers },
  'finalAccount.keep': { of: 'anything', may: coordinators },
  'finalAccount.approve': {
    of: 'document',
    may: { coordinator: ['ofThePlan', 'ofAnotherTaskForce'], coordinatorInside: ['ofThePlan', 'ofAnotherTaskForce'] },
  },
  // Two units hold their figures against each other; each enters and signs for itself.
  'reconciliation.open': { of: 'anything', may: coordinators },
  'reconciliation.read': {
    of: 'problem',
    may: {
      ...{ coordinator: 'all', coordinatorInside: 'all', inspector: 'all', inspectorInside: 'all', leader: 'all' },
      ...{ reporter: problemsOfTheBureau, signer: problemsOfTheBureau, panelMemberInside: ['ofTheHarbour'] },
    },
  },
  'reconciliation.enter': {
    of: 'problem',
    may: {
      ...{ reporter: problemsOfTheBureau, signer: problemsOfTheBureau },
      ...{ coordinatorInside: ['ofTheHarbour'], panelMemberInside: ['ofTheHarbour'] },
    },
  },
  'reconciliation.sign': {
    of: 'problem',
    may: { signer: problemsOfTheBureau, panelMemberInside: ['ofTheHarbour'] },
  },
  // The office keeps the record; whoever may issue orders decides in it.
  'meeting.read': {
    of: 'document',
    may: {
      ...{ ...coordinators, ...inspectors, leader: 'all' },
      ...{ convener: 'all', taskForceStaff: 'all' },
    },
  },
  'meeting.keep': { of: 'document', may: { ...coordinators, taskForceStaff: ['ofThePlan', 'ofThePlanByMe'] } },
  'meeting.decide': { of: 'document', may: { ...coordinators, leader: 'all', convener: 'all' } },
  // The rules are the coordinator's; where messages leave is a setting of the administrator.
  'escalation.publish': { of: 'anything', may: coordinators },
  'channel.manage': { of: 'anything', may: { administrator: 'all' } },
  'scheme.publish': { of: 'anything', may: coordinators },
  // A panel member gives no points to a unit in which he works.
  'panel.score': {
    of: 'score',
    may: { panelMember: ['ofTheBureau', 'ofTheHarbour'], panelMemberInside: ['ofTheBureau'] },
  },
  'score.run': { of: 'anything', may: coordinators },
  'score.read': { of: 'anything', may: workers },
  'briefing.read': { of: 'anything', may: offices },
  'briefing.write': { of: 'document', may: { ...coordinators, taskForceStaff: ['ofThePlan', 'ofThePlanByMe'] } },
  // draft → checked → issued: whoever wrote it does not check it.
  'briefing.check': {
    of: 'document',
    may: {
      coordinator: ['ofThePlan', 'ofAnotherTaskForce'],
      coordinatorInside: ['ofThePlan', 'ofAnotherTaskForce'],
      leader: ['ofThePlan', 'ofAnotherTaskForce'],
    },
  },
  'briefing.issue': { of: 'document', may: coordinators },
  'disclosure.review': { of: 'publication', may: coordinators },
  'publication.publish': { of: 'publication', may: coordinators },
  'publication.read': {
    of: 'publication',
    may: {
      ...Object.fromEntries(Object.keys(workers).map((name) => [name, ['released']])),
      publicReader: ['released'],
    },
  },
  'clock.move': { of: 'clock', may: { coordinator: ['ofTheSample'], coordinatorInside: ['ofTheSample'] } },
}
