import { type FormEvent, useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { standingMessages as messages } from './messages.ts'

interface LinkDialogProps {
  readonly itemId: string
  readonly title: string
  readonly onClose: () => void
}

/** Names the standing plan that an item carries out, and the place in it. */
export function LinkDialog({ itemId, title, onClose }: LinkDialogProps) {
  const t = useText(messages)
  const register = useEndpoint(planContract.standingPlans)
  const link = useAction(planContract.linkParent)
  const [said, setSaid] = useState({ standingPlanId: '', clause: '' })
  const options = (register.data?.plans ?? []).map((plan) => ({
    value: plan.standingPlanId,
    label: [plan.title, plan.docNumber].filter(Boolean).join(' '),
  }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    link.mutate({ params: { itemId }, body: said }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('linkTitle', { title })} onClose={onClose}>
      <form className="section" onSubmit={send}>
        {register.data && options.length === 0 && <p>{t('none')}</p>}
        <SelectField
          label={t('plan')}
          required
          options={[{ value: '', label: t('choosePlan') }, ...options]}
          value={said.standingPlanId}
          onChange={(event) => setSaid({ ...said, standingPlanId: event.target.value })}
        />
        <TextField
          label={t('clause')}
          hint={t('clauseHint')}
          maxLength={200}
          value={said.clause}
          onChange={(event) => setSaid({ ...said, clause: event.target.value })}
        />
        <ErrorNote error={link.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={link.isPending || said.standingPlanId === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
