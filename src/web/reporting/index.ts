export { MyWork } from './MyWork.tsx'
export { PeriodPage } from './PeriodPage.tsx'
export { PeriodsPage } from './PeriodsPage.tsx'
export { ReleasesPage } from './ReleasesPage.tsx'
