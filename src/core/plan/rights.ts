import type { RightsOfRoom } from '#core/organisation'

/**
 * A plan is loaded, settled and published by the coordinating office, and read by all who work in the region. A unit signs for it, and
 * adds its own measures below its items.
 */
export const planRights: RightsOfRoom = ({ may, each, insiders }) => [
  may('coordinator').do('plan.import'),
  may('coordinator').do('plan.edit'),
  may('coordinator').do('plan.publish'),
  ...each(['reporter', 'signer'], 'plan.receive', 'ownUnit'),
  ...each(['reporter', 'signer'], 'measure.write', 'ownUnit'),
  ...each(insiders, 'plan.read'),
  ...each(insiders, 'finalAccount.read'),
  may('coordinator').do('finalAccount.keep'),
  may('coordinator').do('finalAccount.approve').when('notAuthor'),
]
