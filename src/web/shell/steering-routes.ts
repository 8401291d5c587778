import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './frame-route.tsx'
import { accountSearch, yearsSearch } from './page-search.ts'

const reconciliations = createRoute({
  getParentRoute: () => frame,
  path: '/reconciliations',
  component: lazyRouteComponent(() => import('#web/reporting'), 'ReconciliationsPage'),
})
const reconciliation = createRoute({
  getParentRoute: () => frame,
  path: '/reconciliations/$reconciliationId',
  component: lazyRouteComponent(() => import('#web/reporting'), 'ReconciliationPage'),
})
const meetings = createRoute({
  getParentRoute: () => frame,
  path: '/meetings',
  component: lazyRouteComponent(() => import('#web/supervision'), 'MeetingsPage'),
})
const meetingRecord = createRoute({
  getParentRoute: () => frame,
  path: '/meetings/$meetingId',
  component: lazyRouteComponent(() => import('#web/supervision'), 'MeetingRecordPage'),
})
const minutes = createRoute({
  getParentRoute: () => frame,
  path: '/meetings/$meetingId/minutes',
  component: lazyRouteComponent(() => import('#web/publishing'), 'MinutesPage'),
})

const years = createRoute({
  getParentRoute: () => frame,
  path: '/years',
  validateSearch: yearsSearch,
  component: lazyRouteComponent(() => import('#web/plan'), 'YearsPage'),
})
const finalAccount = createRoute({
  getParentRoute: () => frame,
  path: '/plans/$planId/account',
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import('#web/plan'), 'FinalAccountPage'),
})
const carryOver = createRoute({
  getParentRoute: () => frame,
  path: '/drafts/$draftId/carry-over',
  component: lazyRouteComponent(() => import('#web/plan'), 'CarryOverPage'),
})

const standingPlans = createRoute({
  getParentRoute: () => frame,
  path: '/standing-plans',
  component: lazyRouteComponent(() => import('#web/plan'), 'StandingPlansPage'),
})
const lists = createRoute({
  getParentRoute: () => frame,
  path: '/lists',
  component: lazyRouteComponent(() => import('#web/registers'), 'ListsPage'),
})
const list = createRoute({
  getParentRoute: () => frame,
  path: '/lists/$listId',
  component: lazyRouteComponent(() => import('#web/registers'), 'ListPage'),
})

/** Where figures are held against each other, where leaders sit over them, and how one year follows another. */
export const steeringRoutes = [
  ...([reconciliations, reconciliation, meetings, meetingRecord, minutes] as const),
  ...([years, finalAccount, carryOver] as const),
  ...([standingPlans, lists, list] as const),
] as const
