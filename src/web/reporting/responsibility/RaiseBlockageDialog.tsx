import { useState } from 'react'
import { reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { TextField } from '#web/ui'
import { MatterDialog } from './MatterDialog.tsx'
import { responsibilityMessages as messages } from './messages.ts'

interface RaiseBlockageDialogProps {
  readonly itemId: string
  readonly unitId: string
  readonly title: string
  readonly onClose: () => void
}

/** Says what holds an item up, whose help is needed, and by when. */
export function RaiseBlockageDialog({ itemId, unitId, title, onClose }: RaiseBlockageDialogProps) {
  const t = useText(messages)
  const raise = useAction(reportingContract.raiseBlockage)
  const [needs, setNeeds] = useState('')
  const [by, setBy] = useState('')
  return (
    <MatterDialog
      title={t('raiseTitle', { title })}
      label={t('what')}
      submit={t('raise')}
      unit={{ label: t('needsUnit'), empty: t('needsNone') }}
      error={raise.error}
      isBusy={raise.isPending || needs.trim() === ''}
      onSubmit={({ words: what, unitId: needsUnitId }) =>
        raise.mutate(
          { params: { itemId }, body: { unitId, what, needs, needsUnitId, by: by === '' ? null : by } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <TextField
        label={t('needs')}
        value={needs}
        required
        maxLength={200}
        onChange={(event) => setNeeds(event.target.value)}
      />
      <TextField label={t('neededBy')} type="date" value={by} onChange={(event) => setBy(event.target.value)} />
    </MatterDialog>
  )
}
