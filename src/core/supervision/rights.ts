import type { RightsOfRoom } from '#core/organisation'

/** Problems and orders. What a unit claims is verified and closed by another body, never by who claimed it. */
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
]
