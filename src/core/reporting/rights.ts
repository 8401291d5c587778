import type { RightsOfRoom } from '#core/organisation'

/** Periods, reports and what other units say of them, duties, blockages, corrections, releases, burden. Acceptance is never inside the reporting unit; nobody judges his own. */
export const reportingRights: RightsOfRoom = ({ may, each }) => [
  may('coordinator').do('calendar.manage'),
  may('coordinator').do('period.open'),
  may('coordinator').do('period.close'),
  may('coordinator').do('period.seal'),
  may('coordinator').do('release.import'),
  may('coordinator').do('target.state'),
  may('reporter').do('target.state').when('ownUnit'),
  ...each(['coordinator', 'leader'], 'target.approve', 'notAuthor'),
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
  may('signer').do('report.countersign').when('ownUnit'),
  ...each(['reporter', 'signer'], 'report.confirm', 'ownUnit'),
  ...(['report.write', 'report.submit'] as const).map((deed) => may('respondent').do(deed).when('ownUnit')),
  may('coordinator').do('respondent.invite'),
  may('coordinator').do('respondent.fileFor').when('outsideUnit'),
  may('taskForceStaff').do('duty.choose').when('ownTaskForce', 'officeOutside'),
  may('coordinator').do('duty.choose').when('noOfficeOutside'),
  ...each(['reporter', 'signer'], 'duty.dispute', 'ownUnit'),
  may('taskForceStaff').do('duty.arbitrate').when('ownTaskForce', 'officeOutside', 'outsideUnit', 'withOffice'),
  may('coordinator').do('duty.arbitrate').when('outsideUnit', 'withCoordinator'),
  ...each(['reporter', 'signer'], 'blockage.raise', 'ownUnit'),
  ...each(['reporter', 'signer'], 'blockage.answer', 'ownUnit', 'withUnit'),
  may('taskForceStaff').do('blockage.answer').when('ownTaskForce', 'withOffice'),
  may('coordinator').do('blockage.answer').when('withCoordinator'),
  may('leader').do('blockage.answer').when('withLeader'),
  may('reporter').do('correction.make').when('ownUnit'),
  may('taskForceStaff').do('correction.make').when('ownTaskForce'),
  may('coordinator').do('correction.make'),
  may('coordinator').do('correction.approve').when('notAuthor', 'outsideUnit'),
  ...each(['coordinator', 'inspector', 'leader', 'convener', 'taskForceStaff', 'reporter', 'signer'], 'burden.read'),
  // Two units hold their figures against each other; each signs for itself.
  may('coordinator').do('reconciliation.open'),
  ...each(['coordinator', 'inspector', 'leader'], 'reconciliation.read'),
  ...each(['reporter', 'signer'], 'reconciliation.read', 'ownUnit'),
  ...each(['reporter', 'signer'], 'reconciliation.enter', 'ownUnit'),
  may('signer').do('reconciliation.sign').when('ownUnit'),
]
