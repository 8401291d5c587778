export { makeLink, makeLinkOnMachine } from './account-link.ts'
export { addAccount, makeAccountLink } from './add-account.ts'
export { disableAccount } from './disable-account.ts'
export { grantRole, revokeRole } from './grant-role.ts'
export { foundRegion } from './found-region.ts'
export type { NewRegion } from './found-region.ts'
export { dismissLinkNotices, readLinkNotices } from './link-notices.ts'
export { moveClock } from './move-clock.ts'
export { openLink } from './open-link.ts'
export { decideProposedGrants, listProposedGrants } from './proposed-grants.ts'
export { releaseLink } from './release-link.ts'
export { readAudit } from './read-audit.ts'
export { setPassword } from './set-password.ts'
export type {
  AccountRow,
  AuditRow,
  EntryRow,
  LinkNotice,
  LinkRow,
  OrganisationStore,
  ProposedGrant,
  RegionRow,
  UnitRow,
} from './ports.ts'
export { addUnit, editUnit, endUnit, reopenUnit } from './edit-unit.ts'
export { addPost, endPost, listColleagues, readItemPosts, setHolder, setItemPost } from './keep-posts.ts'
export { decideDelegation, endDelegation, giveDelegation, readSuccessions } from './delegate.ts'
export { decideHandover, makeHandover, readHolding, withdrawHandover } from './hand-over.ts'
export type * from './succession-ports.ts'
export { exportRoster } from './export-roster.ts'
export { checkRoster, importRoster } from './import-roster.ts'
export type { ReadRoster, RosterCheck } from './import-roster.ts'
export { mergeUnits } from './merge-units.ts'
export { listRegister, ownSigningGaps, readUnit } from './read-register.ts'
export type * from './register-ports.ts'
export { recordUnitChange } from './unit-changes.ts'
export { setMembers } from './set-members.ts'
export { readMe } from './read-me.ts'
export { listAccounts, listUnits } from './read-organisation.ts'
export { signIn } from './sign-in.ts'
export { signOut } from './sign-out.ts'
export type { NewSession } from './start-session.ts'
