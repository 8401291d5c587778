export { AccountsPage } from './AccountsPage.tsx'
export { AuditPage } from './AuditPage.tsx'
