import type { RightsOfRoom } from './right.ts'

/** Accounts, permissions, log, units: the first three are three persons' parts, and none can do another's. */
export const organisationRights: RightsOfRoom = ({ may }) => [
  may('administrator').do('account.manage'),
  may('securityOfficer').do('role.grant').when('notSelf'),
  may('auditor').do('audit.read'),
  may('coordinator').do('unit.manage'),
  may('coordinator').do('clock.move').when('ownClock'),
]
