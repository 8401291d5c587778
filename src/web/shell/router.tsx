import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link } from '@tanstack/react-router'
import { useText } from '#web/kit'
import { Button, Empty, Page } from '#web/ui'
import { Frame } from './Frame.tsx'
import { HomePage } from './HomePage.tsx'
import { LinkPage } from './LinkPage.tsx'
import { shellMessages } from './messages.ts'
import {
  listSearch,
  messagesSearch,
  panelSearch,
  planSearch,
  planTextSearch,
  publicSearch,
  publicationSearch,
  reviewSearch,
  scoresSearch,
  unitsSearch,
  wallSearch,
} from './page-search.ts'

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Broken })
/** Pages for those who are signed in stand inside the frame; public pages beside it. */
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame })
const home = createRoute({ getParentRoute: () => frame, path: '/', component: HomePage })
const link = createRoute({
  getParentRoute: () => root,
  path: '/link/$region',
  component: function LinkRoute() {
    return <LinkPage region={link.useParams().region} />
  },
})
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
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  component: lazyRouteComponent(() => import('#web/organisation'), 'AuditPage'),
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
  documents,
  briefing,
  publications,
  publication,
  scores,
  trail,
  panel,
  leader,
  meeting,
  meetings,
  meetingRecord,
  minutes,
  problems,
  problem,
  orders,
  order,
  notices,
  channels,
  periods,
  period,
  releases,
  plans,
  plan,
  planText,
  draft,
  unitAccounts,
  wall,
  item,
  home,
  accounts,
  units,
  unit,
  audit,
])

/** The router of all pages; filters of a page are its search parameters. */
export function createPageRouter() {
  return createRouter({ routeTree: root.addChildren([framed, link, publicRegion, publicPlan]), defaultPreload: false })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPageRouter>
  }
}

function NotFound() {
  const t = useText(shellMessages)
  return (
    <Page title={t('notFound')}>
      <Empty text={t('notFoundText')}>
        <Link to="/">{t('toHome')}</Link>
      </Empty>
    </Page>
  )
}

function Broken() {
  const t = useText(shellMessages)
  return (
    <Page title={t('broken')}>
      <Empty text={t('brokenText')}>
        <p className="links">
          <Button onClick={() => window.location.reload()}>{t('reload')}</Button> <a href="/">{t('toHome')}</a>
        </p>
      </Empty>
    </Page>
  )
}
