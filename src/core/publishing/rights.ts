import type { RightsOfRoom } from '#core/organisation'

/** Documents are written by the offices, checked by somebody else and issued by the coordinator; the public reads what the disclosure review released. */
export const publishingRights: RightsOfRoom = ({ may, each, insiders }) => [
  may('coordinator').do('briefing.write'),
  may('taskForceStaff').do('briefing.write').when('ownTaskForce'),
  may('coordinator').do('briefing.check').when('notAuthor'),
  may('leader').do('briefing.check').when('notAuthor'),
  may('coordinator').do('briefing.issue'),
  ...each(['coordinator', 'inspector', 'leader', 'convener', 'taskForceStaff', 'reporter', 'signer'], 'briefing.read'),
  may('coordinator').do('disclosure.review'),
  may('coordinator').do('publication.publish'),
  may('publicReader').do('publication.read').when('released'),
  ...each(insiders, 'publication.read', 'released'),
]
