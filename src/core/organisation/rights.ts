import { insiders, type RightsOfRoom } from './right.ts'

/** Those who draw up what is their own; the coordinator does it for everybody. */
const leaving = insiders.filter((role) => role !== 'coordinator')

/**
 * Accounts, permissions, log, units: the first three are three persons' parts, and none can do another's. Whoever leaves draws up his
 * own handover, or the coordinator does; like every role, what it passes on counts from the security officer's confirmation.
 */
export const organisationRights: RightsOfRoom = ({ may, each }) => [
  may('administrator').do('account.manage'),
  may('securityOfficer').do('role.grant').when('notSelf'),
  may('auditor').do('audit.read'),
  may('coordinator').do('unit.manage'),
  ...each([...insiders, 'administrator', 'securityOfficer'], 'unit.read'),
  may('coordinator').do('post.manage'),
  may('signer').do('post.manage').when('ownUnit'),
  ...each(leaving, 'handover.make', 'isSelf'),
  may('coordinator').do('handover.make'),
  ...each(leaving, 'delegation.give', 'isSelf'),
  may('coordinator').do('delegation.give'),
  ...each(leaving, 'delegation.end', 'isSelf'),
  may('coordinator').do('delegation.end'),
  may('securityOfficer').do('delegation.end'),
  may('coordinator').do('clock.move').when('ownClock'),
]
