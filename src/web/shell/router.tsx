import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { answer, yearPlan } from './duty-routes.tsx'
import { frame, root } from './frame-route.tsx'
import { HomePage } from './HomePage.tsx'
import { LinkPage } from './LinkPage.tsx'
import { organisationRoutes } from './organisation-routes.ts'
import { steeringRoutes } from './steering-routes.ts'
import {
  calendarSearch,
  ganttSearch,
  answeringSearch,
  burdenSearch,
  listSearch,
  messagesSearch,
  panelSearch,
  planSearch,
  planTextSearch,
  publicSearch,
  publicationSearch,
  reviewSearch,
  scoresSearch,
  wallSearch,
  workCalendarSearch,
} from './page-search.ts'

const home = createRoute({ getParentRoute: () => frame, path: '/', component: HomePage })
const link = createRoute({
  getParentRoute: () => root,
  path: '/link/$region',
  component: function LinkRoute() {
    return <LinkPage region={link.useParams().region} />
  },
})

const wall = createRoute({
  getParentRoute: () => frame,
  path: '/wall',
  validateSearch: wallSearch,
  component: lazyRouteComponent(() => import('#web/insight'), 'WallPage'),
})
const item = createRoute({
  getParentRoute: () => frame,
  path: '/items/$itemId',
  component: lazyRouteComponent(() => import('./composed-pages.tsx'), 'ItemWithSupervision'),
})
const schedule = createRoute({
  getParentRoute: () => frame,
  path: '/items/$itemId/schedule',
  component: lazyRouteComponent(() => import('#web/insight'), 'SchedulePage'),
})
const gantt = createRoute({
  getParentRoute: () => frame,
  path: '/gantt',
  validateSearch: ganttSearch,
  component: lazyRouteComponent(() => import('#web/insight'), 'GanttPage'),
})

const plans = createRoute({
  getParentRoute: () => frame,
  path: '/plans',
  component: lazyRouteComponent(() => import('#web/plan'), 'PlansPage'),
})
const plan = createRoute({
  getParentRoute: () => frame,
  path: '/plans/$planId',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('#web/plan'), 'PlanPage'),
})
const planText = createRoute({
  getParentRoute: () => frame,
  path: '/plans/$planId/text',
  validateSearch: planTextSearch,
  component: lazyRouteComponent(() => import('#web/plan'), 'PlanTextPage'),
})
const draft = createRoute({
  getParentRoute: () => frame,
  path: '/drafts/$draftId',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('#web/plan'), 'ReviewPage'),
})
const unitAccounts = createRoute({
  getParentRoute: () => frame,
  path: '/unit-accounts',
  component: lazyRouteComponent(() => import('#web/plan'), 'UnitAccountsPage'),
})

const periods = createRoute({
  getParentRoute: () => frame,
  path: '/periods',
  component: lazyRouteComponent(() => import('#web/reporting'), 'PeriodsPage'),
})
const ReportingPeriod = lazyRouteComponent(() => import('#web/reporting'), 'PeriodPage')
const period = createRoute({
  getParentRoute: () => frame,
  path: '/periods/$cadenceId/$periodId',
  component: function PeriodRoute() {
    return <ReportingPeriod {...period.useParams()} />
  },
})
const calendar = createRoute({
  getParentRoute: () => frame,
  path: '/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('#web/reporting'), 'CalendarPage'),
})
const workCalendar = createRoute({
  getParentRoute: () => frame,
  path: '/calendar/work',
  validateSearch: workCalendarSearch,
  component: lazyRouteComponent(() => import('#web/reporting'), 'WorkCalendarPage'),
})
const releases = createRoute({
  getParentRoute: () => frame,
  path: '/releases',
  component: lazyRouteComponent(() => import('#web/reporting'), 'ReleasesPage'),
})

const leader = createRoute({
  getParentRoute: () => frame,
  path: '/leader',
  component: lazyRouteComponent(() => import('./composed-pages.tsx'), 'LeaderWithBox'),
})
const meeting = createRoute({
  getParentRoute: () => frame,
  path: '/meeting',
  component: lazyRouteComponent(() => import('#web/insight'), 'MeetingPage'),
})
const problems = createRoute({
  getParentRoute: () => frame,
  path: '/problems',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('#web/supervision'), 'ProblemsPage'),
})
const problem = createRoute({
  getParentRoute: () => frame,
  path: '/problems/$problemId',
  component: lazyRouteComponent(() => import('#web/supervision'), 'ProblemPage'),
})
const orders = createRoute({
  getParentRoute: () => frame,
  path: '/orders',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('#web/supervision'), 'OrdersPage'),
})
const order = createRoute({
  getParentRoute: () => frame,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('#web/supervision'), 'OrderPage'),
})

const answering = createRoute({
  getParentRoute: () => frame,
  path: '/answering',
  validateSearch: answeringSearch,
  component: lazyRouteComponent(() => import('#web/reporting'), 'AnsweringPage'),
})
const burden = createRoute({
  getParentRoute: () => frame,
  path: '/burden',
  validateSearch: burdenSearch,
  component: lazyRouteComponent(() => import('#web/reporting'), 'BurdenPage'),
})
const notices = createRoute({
  getParentRoute: () => frame,
  path: '/messages',
  validateSearch: messagesSearch,
  component: lazyRouteComponent(() => import('#web/supervision'), 'NoticesPage'),
})
const channels = createRoute({
  getParentRoute: () => frame,
  path: '/channels',
  component: lazyRouteComponent(() => import('#web/supervision'), 'ChannelsPage'),
})

const documents = createRoute({
  getParentRoute: () => frame,
  path: '/documents',
  component: lazyRouteComponent(() => import('#web/publishing'), 'DocumentsPage'),
})
const briefing = createRoute({
  getParentRoute: () => frame,
  path: '/documents/$documentId',
  component: lazyRouteComponent(() => import('#web/publishing'), 'BriefingPage'),
})
const publications = createRoute({
  getParentRoute: () => frame,
  path: '/publication',
  component: lazyRouteComponent(() => import('#web/publishing'), 'PublicationsPage'),
})
const publication = createRoute({
  getParentRoute: () => frame,
  path: '/publication/$publicationId',
  validateSearch: publicationSearch,
  component: lazyRouteComponent(() => import('#web/publishing'), 'ReviewPage'),
})
const publicRegion = createRoute({
  getParentRoute: () => root,
  path: '/public/$region',
  component: lazyRouteComponent(() => import('#web/publishing'), 'PublicRegionPage'),
})
const publicPlan = createRoute({
  getParentRoute: () => root,
  path: '/public/$region/plans/$planId',
  validateSearch: publicSearch,
  component: lazyRouteComponent(() => import('#web/publishing'), 'PublicPlanPage'),
})
const scores = createRoute({
  getParentRoute: () => frame,
  path: '/scores',
  validateSearch: scoresSearch,
  component: lazyRouteComponent(() => import('#web/scoring'), 'ScoresPage'),
})
const trail = createRoute({
  getParentRoute: () => frame,
  path: '/scores/$runId/$objectId',
  component: lazyRouteComponent(() => import('#web/scoring'), 'TrailPage'),
})
const panel = createRoute({
  getParentRoute: () => frame,
  path: '/panel',
  validateSearch: panelSearch,
  component: lazyRouteComponent(() => import('#web/scoring'), 'PanelPage'),
})

const framed = frame.addChildren([
  ...organisationRoutes,
  yearPlan,
  documents,
  briefing,
  publications,
  publication,
  scores,
  trail,
  panel,
  leader,
  meeting,
  ...steeringRoutes,
  problems,
  problem,
  orders,
  order,
  answering,
  burden,
  notices,
  channels,
  periods,
  period,
  calendar,
  workCalendar,
  releases,
  plans,
  plan,
  planText,
  draft,
  unitAccounts,
  wall,
  item,
  schedule,
  gantt,
  home,
])

/** The router of all pages; filters of a page are its search parameters. */
export function createPageRouter() {
  return createRouter({
    routeTree: root.addChildren([framed, link, answer, publicRegion, publicPlan]),
    defaultPreload: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPageRouter>
  }
}
