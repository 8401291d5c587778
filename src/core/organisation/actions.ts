/** What can be done, by kind of object. A right names one of these. */
export const actionsByObject = {
  account: ['account.manage'],
  role: ['role.grant'],
  audit: ['audit.read'],
  unit: ['unit.manage', 'unit.read'],
  post: ['post.manage'],
  handover: ['handover.make', 'delegation.give', 'delegation.end'],
  plan: ['plan.import', 'plan.edit', 'plan.publish', 'plan.read', 'plan.receive'],
  calendar: ['calendar.manage'],
  period: ['period.open', 'period.close', 'period.seal'],
  report: [
    ...(['report.write', 'report.submit', 'report.withdraw', 'report.sign', 'report.accept', 'report.return'] as const),
    ...(['report.countersign', 'report.confirm'] as const),
  ],
  respondent: ['respondent.invite', 'respondent.fileFor'],
  duty: ['duty.choose', 'duty.dispute', 'duty.arbitrate'],
  blockage: ['blockage.raise', 'blockage.answer'],
  measure: ['measure.write'],
  correction: ['correction.make', 'correction.approve'],
  release: ['release.import'],
  item: ['wall.read', 'item.read', 'item.verify'],
  target: ['target.state', 'target.approve'],
  schedule: ['schedule.propose', 'schedule.approve'],
  burden: ['burden.read'],
  list: ['list.read', 'list.define', 'list.write', 'list.admit'],
  order: ['order.read', 'order.issue', 'order.acknowledge', 'order.reply', 'order.close'],
  problem: ['problem.read', 'problem.raise', 'problem.assign', 'problem.claim', 'problem.verify', 'problem.close'],
  finalAccount: ['finalAccount.read', 'finalAccount.keep', 'finalAccount.approve'],
  reconciliation: ['reconciliation.read', 'reconciliation.open', 'reconciliation.enter', 'reconciliation.sign'],
  meeting: ['meeting.read', 'meeting.keep', 'meeting.decide'],
  escalation: ['escalation.publish'],
  channel: ['channel.manage'],
  scheme: ['scheme.publish'],
  score: ['panel.score', 'score.run', 'score.read'],
  document: ['briefing.read', 'briefing.write', 'briefing.check', 'briefing.issue'],
  publication: ['disclosure.review', 'publication.publish', 'publication.read'],
  clock: ['clock.move'],
} as const

/** The kinds of object that rights speak of. */
export type ObjectKind = keyof typeof actionsByObject

/** Everything that somebody may or may not do. */
export type Action = (typeof actionsByObject)[ObjectKind][number]

/** All actions with the kind of object that each is done to, in the order of the matrix. */
export const allActions: readonly { readonly action: Action; readonly objectKind: ObjectKind }[] = (
  Object.keys(actionsByObject) as ObjectKind[]
).flatMap((objectKind) => actionsByObject[objectKind].map((action) => ({ action, objectKind })))
