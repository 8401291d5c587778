import { useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, Loaded, TextField } from '#web/ui'
import { DifferenceView } from '../view/DifferenceView.tsx'
import { planMessages } from '../messages.ts'
import { useReview } from './review-context.ts'

interface PublishDialogProps {
  readonly onClose: () => void
  readonly onPublished: (planId: string) => void
  readonly onShowOpen: () => void
}

/** What publishing does, what is open, what it changes against the version in force; then it is done. */
export function PublishDialog({ onClose, onPublished, onShowOpen }: PublishDialogProps) {
  const t = useText(planMessages)
  const { draft } = useReview()
  const params = { draftId: draft.draftId }
  const review = useEndpoint(planContract.reviewPublication, { params })
  const publish = useAction(planContract.publishPlan)
  const [reason, setReason] = useState('')
  const send = (revision: number) =>
    publish.mutate({ params, body: { revision, reason } }, { onSuccess: ({ planId }) => onPublished(planId) })
  return (
    <Dialog title={t('publishTitle')} onClose={onClose}>
      <Loaded query={review}>
        {({ revision, counts, blockers, openPoints, difference }) => (
          <div className="publish">
            <p>{t('publishCounts', counts)}</p>
            {difference && <DifferenceView difference={difference} />}
            {blockers > 0 && (
              <p className="note note--error">
                {t('publishBlocked', { count: blockers })}{' '}
                <Button look="quiet" onClick={onShowOpen}>
                  {t('showBlockers')}
                </Button>
              </p>
            )}
            {openPoints > blockers && <p className="note">{t('publishOpen', { count: openPoints - blockers })}</p>}
            <TextField label={t('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
            <ErrorNote error={publish.error} onRetry={() => void review.refetch()} />
            <div className="dialog__actions">
              <Button onClick={onClose}>{t('cancel')}</Button>
              <Button look="primary" disabled={blockers > 0 || publish.isPending} onClick={() => send(revision)}>
                {t('publish')}
              </Button>
            </div>
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}
