import { createRootRoute, createRoute, Link } from '@tanstack/react-router'
import { useText } from '#web/kit'
import { Button, Empty, Page } from '#web/ui'
import { Frame } from './Frame.tsx'
import { shellMessages } from './messages.ts'

export const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Broken })
/** Pages for those who are signed in stand inside the frame; public pages beside it. */
export const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame })

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
