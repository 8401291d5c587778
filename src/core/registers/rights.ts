import type { RightsOfRoom } from '#core/organisation'

/**
 * An office defines its lists without code; it writes them, a task-force office its own, and each unit the rows that it answers for.
 * What comes on to a list, or leaves it, is approved by another person than the one who asks.
 */
export const registersRights: RightsOfRoom = ({ may, each, insiders }) => [
  ...each(insiders, 'list.read'),
  may('coordinator').do('list.define'),
  may('taskForceStaff').do('list.define').when('ownTaskForce'),
  may('coordinator').do('list.write'),
  may('taskForceStaff').do('list.write').when('ownTaskForce'),
  ...each(['reporter', 'signer'], 'list.write', 'ownUnit'),
  ...each(['coordinator', 'leader'], 'list.admit', 'notAuthor'),
  may('taskForceStaff').do('list.admit').when('ownTaskForce', 'notAuthor'),
]
