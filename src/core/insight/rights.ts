import type { RightsOfRoom } from '#core/organisation'

/**
 * The wall and the items on it are open inside the region; a completion is verified by a body other than the reporting unit. How an item is
 * to go is asked for by its unit or its task-force office, and approved by another person outside the unit.
 */
export const insightRights: RightsOfRoom = ({ may, each, insiders }) => [
  ...each(insiders, 'wall.read'),
  ...each(insiders, 'item.read'),
  may('reporter').do('schedule.propose').when('ownUnit'),
  may('taskForceStaff').do('schedule.propose').when('ownTaskForce'),
  may('coordinator').do('schedule.approve').when('notAuthor', 'outsideUnit'),
  may('inspector').do('item.verify').when('outsideUnit'),
  may('coordinator').do('item.verify').when('outsideUnit'),
]
