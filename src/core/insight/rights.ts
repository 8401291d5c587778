import type { RightsOfRoom } from '#core/organisation'

const insiders = [
  'coordinator',
  'inspector',
  'leader',
  'convener',
  'panelMember',
  'appealDecider',
  'taskForceStaff',
  'reporter',
  'signer',
] as const

/** The wall and the items on it are open inside the region; a completion is verified by a body other than the reporting unit. */
export const insightRights: RightsOfRoom = ({ may, each }) => [
  ...each(insiders, 'wall.read'),
  ...each(insiders, 'item.read'),
  may('inspector').do('item.verify').when('outsideUnit'),
  may('coordinator').do('item.verify').when('outsideUnit'),
]
