import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame, root } from './frame-route.tsx'
import { yearPlanSearch } from './page-search.ts'

const RespondentAnswers = lazyRouteComponent(() => import('#web/reporting'), 'AnswerPage')

/** What a one-time link of an outside body opens; nobody signs in for it. */
export const answer = createRoute({
  getParentRoute: () => root,
  path: '/answer/$region',
  component: function AnswerRoute() {
    return <RespondentAnswers region={answer.useParams().region} />
  },
})

/** A unit's own year: what it has to do from all plans, its measures, and what it has signed for. */
export const yearPlan = createRoute({
  getParentRoute: () => frame,
  path: '/year-plan',
  validateSearch: yearPlanSearch,
  component: lazyRouteComponent(() => import('#web/plan'), 'YearPlanPage'),
})
