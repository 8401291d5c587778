import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { Me } from '#adapters/http/contract/organisation'
import { planContract } from '#adapters/http/contract/plan'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Empty, Loading, Page } from '#web/ui'
import { shellMessages } from './messages.ts'
import { SigningGaps } from './SigningGaps.tsx'
import { navigationFor, worksOnPlan } from './navigation.ts'

/** On the way to the first page its parts come beside the question who is there, not after its answer. */
if (window.location.pathname === '/') {
  void import('#web/reporting/home')
  void import('#web/supervision/home')
}

const MyWork = lazy(async () => ({ default: (await import('#web/reporting/home')).MyWork }))
const LeftBehind = lazy(async () => ({ default: (await import('#web/reporting/home')).LeftBehind }))
const NeedsMe = lazy(async () => ({ default: (await import('#web/insight/home')).NeedsMe }))
const WaitingAdmissions = lazy(async () => ({
  default: (await import('#web/registers/admissions')).WaitingAdmissions,
}))
const SupervisionDesk = lazy(async () => ({ default: (await import('#web/supervision/home')).SupervisionDesk }))

/** What needs me: each room adds its part for the roles that it concerns. */
export function HomePage() {
  const t = useText(shellMessages)
  const { data: me } = useMe()
  if (me && !worksOnPlan(me)) return <Doors me={me} />
  return (
    <Page title={t('home')}>
      <FirstPlan mayLoad={me !== undefined && holds(me, 'coordinator')} />
      <SigningGaps />
      <Suspense fallback={<Loading />}>
        <MyWork />
      </Suspense>
      <Suspense>
        {me && holds(me, 'coordinator', 'leader', 'convener', 'inspector') && <NeedsMe />}
        {me && holds(me, 'coordinator', 'leader', 'taskForceStaff') && <WaitingAdmissions />}
        <SupervisionDesk />
      </Suspense>
    </Page>
  )
}

/** Where to go, for those whose work is not a sheet: each page of theirs, and what it is for. */
function Doors({ me }: { readonly me: Me }) {
  const t = useText(shellMessages)
  const doors = navigationFor(me).filter(({ purpose }) => purpose !== undefined)
  if (doors.length === 0) {
    return (
      <Page title={t('home')}>
        <Empty text={t('noDoors')} />
        <Suspense fallback={null}>
          <LeftBehind />
        </Suspense>
      </Page>
    )
  }
  return (
    <Page title={t('home')}>
      <dl className="doors">
        {doors.flatMap(({ to, label, purpose }) =>
          purpose === undefined
            ? []
            : [
                <dt key={to}>
                  <Link to={to}>{t(label)}</Link>
                </dt>,
                <dd key={`${to} purpose`}>{t(purpose)}</dd>,
              ],
        )}
      </dl>
    </Page>
  )
}

/** Where there is no plan yet nothing else can begin. */
function FirstPlan({ mayLoad }: { readonly mayLoad: boolean }) {
  const t = useText(shellMessages)
  const { data } = useEndpoint(planContract.plans)
  if (!data || data.plans.length > 0) return null
  return (
    <Empty text={t(mayLoad ? 'firstPlan' : 'noPlan')}>
      {mayLoad && (
        <Link to="/plans" className="button button--primary">
          {t('toPlans')}
        </Link>
      )}
    </Empty>
  )
}
