import { reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { MatterDialog } from './MatterDialog.tsx'
import { responsibilityMessages as messages } from './messages.ts'

interface NotOursDialogProps {
  readonly itemId: string
  readonly unitId: string
  readonly title: string
  readonly onClose: () => void
}

/** Says that an item is not the unit's own: an answer with a reason, on which an arbiter decides. */
export function NotOursDialog({ itemId, unitId, title, onClose }: NotOursDialogProps) {
  const t = useText(messages)
  const dispute = useAction(reportingContract.disputeDuty)
  return (
    <MatterDialog
      title={t('notOursTitle', { title })}
      label={t('reason')}
      submit={t('notOurs')}
      unit={{ label: t('proposed'), empty: t('proposedNone') }}
      error={dispute.error}
      isBusy={dispute.isPending}
      onSubmit={({ words: reason, unitId: proposedUnitId }) =>
        dispute.mutate({ params: { itemId }, body: { unitId, proposedUnitId, reason } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p className="sheet__burden">{t('notOursText')}</p>
    </MatterDialog>
  )
}
