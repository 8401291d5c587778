import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { useAction, useLanguage, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { shellMessages } from './messages.ts'

/** Tells the holder which sign-in links somebody made for his account, until he says that he knows. */
export function LinkNotices({ me }: { readonly me: Me }) {
  const t = useText(shellMessages)
  const { language } = useLanguage()
  const dismiss = useAction(organisationContract.dismissLinkNotices)
  if (me.linkNotices.length === 0) return null
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: me.region.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const shown = (at: string) => time.format(new Date(at))
  return (
    <div className="clock no-print" role="status">
      {me.linkNotices.map(({ at, byName, usedAt }) => (
        <span key={at}>
          {t('linkMade', { at: shown(at), by: byName ?? t('onServer') })}
          {usedAt === null ? t('linkUnused') : t('linkUsed', { at: shown(usedAt) })}
        </span>
      ))}
      <Button look="quiet" disabled={dismiss.isPending} onClick={() => dismiss.mutate({})}>
        {t('linkKnown')}
      </Button>
      <ErrorNote error={dismiss.error} />
    </div>
  )
}
