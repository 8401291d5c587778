import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './frame-route.tsx'

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

/** Where figures are held against each other, and where leaders sit over them. */
export const steeringRoutes = [reconciliations, reconciliation, meetings, meetingRecord, minutes] as const
