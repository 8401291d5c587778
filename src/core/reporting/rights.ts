import type { RightsOfRoom } from '#core/organisation'

/** Periods, reports, corrections, releases, burden. Acceptance is never inside the reporting unit; nobody judges his own. */
export const reportingRights: RightsOfRoom = ({ may, each }) => [
  may('coordinator').do('calendar.manage'),
  may('coordinator').do('period.open'),
  may('coordinator').do('period.close'),
  may('coordinator').do('period.seal'),
  may('coordinator').do('release.import'),
  may('reporter').do('report.write').when('ownUnit'),
  may('reporter').do('report.submit').when('ownUnit'),
  may('reporter').do('report.withdraw').when('ownUnit', 'isReporter'),
  may('signer').do('report.sign').when('ownUnit', 'notReporter'),
  may('signer').do('report.return').when('ownUnit', 'notReporter', 'unsigned'),
  may('taskForceStaff')
    .do('report.accept')
    .when('ownTaskForce', 'officeOutside', 'outsideUnit', 'notReporter', 'notSigner'),
  may('taskForceStaff')
    .do('report.return')
    .when('ownTaskForce', 'officeOutside', 'outsideUnit', 'notReporter', 'notSigner'),
  may('coordinator').do('report.accept').when('noOfficeOutside', 'outsideUnit', 'notReporter', 'notSigner'),
  may('coordinator').do('report.return').when('noOfficeOutside', 'outsideUnit', 'notReporter', 'notSigner'),
  may('reporter').do('correction.make').when('ownUnit'),
  may('taskForceStaff').do('correction.make').when('ownTaskForce'),
  may('coordinator').do('correction.make'),
  may('coordinator').do('correction.approve').when('notAuthor', 'outsideUnit'),
  ...each(['coordinator', 'inspector', 'leader', 'convener', 'taskForceStaff', 'reporter', 'signer'], 'burden.read'),
]
