import { useText } from '#web/kit'
import { Page } from '#web/ui'
import { shellMessages } from './messages.ts'

/** What needs me: each room adds its part for the roles that it concerns. */
export function HomePage() {
  const t = useText(shellMessages)
  return <Page title={t('home')}>{null}</Page>
}
