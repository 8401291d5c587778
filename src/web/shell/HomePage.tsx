import { lazy, Suspense } from 'react'
import { useText } from '#web/kit'
import { Loading, Page } from '#web/ui'
import { shellMessages } from './messages.ts'

const MyWork = lazy(async () => ({ default: (await import('#web/reporting')).MyWork }))
const NeedsMe = lazy(async () => ({ default: (await import('#web/insight')).NeedsMe }))
const SupervisionDesk = lazy(async () => ({ default: (await import('#web/supervision')).SupervisionDesk }))

/** What needs me: each room adds its part for the roles that it concerns. */
export function HomePage() {
  const t = useText(shellMessages)
  return (
    <Page title={t('home')}>
      <Suspense fallback={<Loading />}>
        <MyWork />
        <NeedsMe />
        <SupervisionDesk />
      </Suspense>
    </Page>
  )
}
