import { useState } from 'react'
import { publishingContract as contract, type PublicationPage } from '#adapters/http/contract/publishing'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, ReasonDialog } from '#web/ui'
import { publishingMessages as messages } from './messages.ts'
import type { ReviewCounts } from './ReviewPage.tsx'

interface PublishActionsProps {
  readonly page: PublicationPage
  readonly counts: ReviewCounts
}

/** Publishes a reviewed pack, or withdraws a published one with its reason. */
export function PublishActions({ page, counts }: PublishActionsProps) {
  const t = useText(messages)
  const { publication, mayPublish } = page
  if (!mayPublish || publication.state === 'withdrawn') return <span className="chip">{t(publication.state)}</span>
  return publication.state === 'review' ? (
    <Publish page={page} counts={counts} />
  ) : (
    <Withdraw publicationId={publication.publicationId} />
  )
}

function Publish({ page, counts }: PublishActionsProps) {
  const t = useText(messages)
  const [asking, setAsking] = useState(false)
  const publish = useAction(contract.publish)
  const { publicationId, revision } = page.publication
  const close = () => setAsking(false)
  return (
    <>
      <Button look="primary" disabled={counts.open > 0} onClick={() => setAsking(true)}>
        {t('publish')}
      </Button>
      {asking && (
        <Dialog
          title={t('publishTitle')}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                look="primary"
                disabled={publish.isPending}
                onClick={() => publish.mutate({ params: { publicationId }, body: { revision } }, { onSuccess: close })}
              >
                {t('publish')}
              </Button>
            </>
          }
        >
          <p>{t('publishText', counts)}</p>
          <ErrorNote error={publish.error} />
        </Dialog>
      )}
    </>
  )
}

function Withdraw({ publicationId }: { readonly publicationId: string }) {
  const t = useText(messages)
  const [asking, setAsking] = useState(false)
  const withdraw = useAction(contract.withdraw)
  const close = () => setAsking(false)
  return (
    <>
      <span className="chip">{t('published')}</span>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('withdrawTitle')}
          text={t('withdrawText')}
          confirm={t('withdraw')}
          action={withdraw}
          input={(reason) => ({ params: { publicationId }, body: { reason } })}
          onClose={close}
        />
      )}
    </>
  )
}
