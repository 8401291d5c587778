import { type FormEvent, useState } from 'react'
import { planContract, type StandingPlan } from '#adapters/http/contract/plan'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextField } from '#web/ui'
import { standingMessages as messages } from './messages.ts'

interface StandingPlanDialogProps {
  /** null = a new one. */
  readonly plan: StandingPlan | null
  readonly onClose: () => void
}

/** A plan from elsewhere by title, number, body and day. What was typed stays when it is refused. */
export function StandingPlanDialog({ plan, onClose }: StandingPlanDialogProps) {
  const t = useText(messages)
  const add = useAction(planContract.addStandingPlan)
  const change = useAction(planContract.changeStandingPlan)
  const [said, setSaid] = useState({
    ...{ title: plan?.title ?? '', docNumber: plan?.docNumber ?? '' },
    ...{ body: plan?.body ?? '', issuedOn: plan?.issuedOn ?? '' },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const body = { ...said, issuedOn: said.issuedOn === '' ? null : said.issuedOn }
    const then = { onSuccess: onClose }
    if (plan === null) add.mutate({ body }, then)
    else {
      const { standingPlanId, revision } = plan
      change.mutate({ params: { standingPlanId }, body: { ...body, revision } }, then)
    }
  }
  const field = (name: keyof typeof said) => ({
    value: said[name],
    onChange: (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value }),
  })
  return (
    <Dialog title={plan === null ? t('add') : plan.title} onClose={onClose}>
      <form className="section" onSubmit={send}>
        <TextField label={t('title')} required maxLength={300} {...field('title')} />
        <TextField label={t('docNumber')} maxLength={100} {...field('docNumber')} />
        <TextField label={t('body')} required maxLength={100} {...field('body')} />
        <TextField label={t('issuedOn')} type="date" {...field('issuedOn')} />
        <ErrorNote error={add.error ?? change.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={add.isPending || change.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
