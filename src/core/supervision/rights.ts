import type { RightsOfRoom } from '#core/organisation'

/**
 * Problems, orders and meetings. What a unit claims is verified and closed by another body, never by who claimed it. The office keeps a
 * meeting's record; whoever may issue orders decides in it.
 */
export const supervisionRights: RightsOfRoom = ({ may, each }) => [
  ...each(['coordinator', 'inspector', 'leader', 'convener', 'taskForceStaff', 'reporter', 'signer'], 'problem.read'),
  ...each(['coordinator', 'inspector', 'leader', 'convener', 'taskForceStaff'], 'problem.raise'),
  may('reporter').do('problem.raise').when('ownUnit'),
  may('coordinator').do('problem.assign'),
  may('inspector').do('problem.assign'),
  may('taskForceStaff').do('problem.assign').when('ownTaskForce'),
  ...each(['reporter', 'signer'], 'problem.claim', 'ownUnit'),
  ...each(['inspector', 'coordinator'], 'problem.verify', 'outsideUnit', 'notClaimant'),
  may('taskForceStaff').do('problem.verify').when('ownTaskForce', 'officeOutside', 'outsideUnit', 'notClaimant'),
  ...each(['inspector', 'coordinator'], 'problem.close', 'outsideUnit', 'notClaimant'),
  ...each(['coordinator', 'inspector', 'leader'], 'order.read'),
  may('convener').do('order.read').when('ownPlan'),
  ...each(['reporter', 'signer'], 'order.read', 'ownUnit'),
  ...each(['coordinator', 'inspector', 'leader'], 'order.issue'),
  may('convener').do('order.issue').when('ownPlan'),
  ...each(['reporter', 'signer'], 'order.acknowledge', 'ownUnit'),
  ...each(['reporter', 'signer'], 'order.reply', 'ownUnit'),
  may('coordinator').do('order.close').when('outsideUnit'),
  ...each(['leader', 'inspector', 'convener'], 'order.close', 'isIssuer', 'outsideUnit'),
  may('coordinator').do('escalation.publish'),
  may('administrator').do('channel.manage'),
  ...each(['coordinator', 'inspector', 'leader'], 'meeting.read'),
  ...each(['convener', 'taskForceStaff'], 'meeting.read', 'ownPlan'),
  may('coordinator').do('meeting.keep'),
  may('taskForceStaff').do('meeting.keep').when('ownTaskForce'),
  ...each(['coordinator', 'leader'], 'meeting.decide'),
  may('convener').do('meeting.decide').when('ownPlan'),
]
