import type { RightsOfRoom } from '#core/organisation'

/** Schemes, panels and scores. A panel member gives no points to a unit in which he works. */
export const scoringRights: RightsOfRoom = ({ may, each, insiders }) => [
  may('coordinator').do('scheme.publish'),
  may('coordinator').do('score.run'),
  may('panelMember').do('panel.score').when('ownPlan', 'outsideUnit'),
  ...each(insiders, 'score.read'),
]
