import type { RightsOfRoom } from '#core/organisation'

/** Documents are written by the offices and issued by the coordinator; the public reads what the disclosure review released. */
export const publishingRights: RightsOfRoom = ({ may, each }) => [
  may('coordinator').do('briefing.write'),
  may('taskForceStaff').do('briefing.write').when('ownTaskForce'),
  may('coordinator').do('briefing.issue'),
  may('coordinator').do('disclosure.review'),
  may('coordinator').do('publication.publish'),
  may('publicReader').do('publication.read').when('released'),
  ...each(
    [
      'coordinator',
      'inspector',
      'leader',
      'convener',
      'panelMember',
      'appealDecider',
      'taskForceStaff',
      'reporter',
      'signer',
    ],
    'publication.read',
    'released',
  ),
]
