import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './frame-route.tsx'
import { auditSearch, unitsSearch } from './page-search.ts'

const accounts = createRoute({
  getParentRoute: () => frame,
  path: '/accounts',
  component: lazyRouteComponent(() => import('#web/organisation'), 'AccountsPage'),
})
const units = createRoute({
  getParentRoute: () => frame,
  path: '/units',
  validateSearch: unitsSearch,
  component: lazyRouteComponent(() => import('#web/organisation'), 'UnitsPage'),
})
const unit = createRoute({
  getParentRoute: () => frame,
  path: '/units/$unitId',
  component: lazyRouteComponent(() => import('#web/organisation'), 'UnitPage'),
})
const successions = createRoute({
  getParentRoute: () => frame,
  path: '/successions',
  component: lazyRouteComponent(() => import('#web/organisation'), 'SuccessionsPage'),
})
const roster = createRoute({
  getParentRoute: () => frame,
  path: '/roster',
  component: lazyRouteComponent(() => import('#web/organisation'), 'RosterPage'),
})
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('#web/organisation'), 'AuditPage'),
})

/** Accounts, units, handovers and the log. */
export const organisationRoutes = [accounts, units, unit, successions, roster, audit] as const
