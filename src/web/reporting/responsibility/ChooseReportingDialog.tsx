import { reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { MatterDialog } from './MatterDialog.tsx'
import { responsibilityMessages as messages } from './messages.ts'

interface ChooseReportingDialogProps {
  readonly itemId: string
  readonly title: string
  /** Who leads the item, and so may be the one that reports it. */
  readonly leads: readonly { readonly unitId: string; readonly unitName: string }[]
  readonly onClose: () => void
}

/** The office chooses, with a reason, which of the leading units reports and signs an item. */
export function ChooseReportingDialog({ itemId, title, leads, onClose }: ChooseReportingDialogProps) {
  const t = useText(messages)
  const choose = useAction(reportingContract.chooseReporting)
  const options = leads.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))
  return (
    <MatterDialog
      title={t('chooseTitle', { title })}
      label={t('reason')}
      submit={t('choose')}
      unit={{ label: t('chosenUnit'), empty: t('chooseFirst'), isNeeded: true, options }}
      error={choose.error}
      isBusy={choose.isPending}
      onSubmit={({ words: reason, unitId }) =>
        unitId && choose.mutate({ params: { itemId }, body: { unitId, reason } }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  )
}
