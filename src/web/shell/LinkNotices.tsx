import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { shellMessages } from './messages.ts'

/** Tells the holder which sign-in links somebody made for his account, until he says that he knows. */
export function LinkNotices({ me }: { readonly me: Me }) {
  const t = useText(shellMessages)
  const dismiss = useAction(organisationContract.dismissLinkNotices)
  if (me.linkNotices.length === 0) return null
  return (
    <div className="clock no-print" role="status">
      {me.linkNotices.map(({ at, byName, usedAt }) => (
        <span key={at}>
          {t('linkMade', { at, by: byName ?? t('onServer') })}
          {usedAt === null ? t('linkUnused') : t('linkUsed', { at: usedAt })}
        </span>
      ))}
      <Button look="quiet" disabled={dismiss.isPending} onClick={() => dismiss.mutate({})}>
        {t('linkKnown')}
      </Button>
      <ErrorNote error={dismiss.error} />
    </div>
  )
}
