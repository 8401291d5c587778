import { type FormEvent, useState } from 'react'
import { type Measure, planContract, type YearPlanItem } from '#adapters/http/contract/plan'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextArea, TextField } from '#web/ui'
import { yearMessages as messages } from './messages.ts'

interface MeasureDialogProps {
  readonly item: YearPlanItem
  /** null = a new one. */
  readonly measure: Measure | null
  readonly unitId: string
  readonly onClose: () => void
}

/** A unit's own step below an item: what, who, by when, and when it was done. What was typed stays when it is refused. */
export function MeasureDialog({ item, measure, unitId, onClose }: MeasureDialogProps) {
  const t = useText(messages)
  const add = useAction(planContract.addMeasure)
  const change = useAction(planContract.changeMeasure)
  const [said, setSaid] = useState({
    title: measure?.title ?? '',
    responsible: measure?.responsible ?? '',
    dueOn: measure?.dueOn ?? '',
    doneOn: measure?.doneOn ?? '',
  })
  const write = (words: typeof said | null) => {
    const checked = words && { ...words, doneOn: words.doneOn === '' ? null : words.doneOn }
    const done = { onSuccess: onClose }
    if (measure) {
      const { measureId, revision } = measure
      change.mutate({ params: { measureId }, body: { revision, said: checked } }, done)
    } else if (checked) add.mutate({ params: { itemId: item.itemId }, body: { unitId, ...checked } }, done)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    write(said)
  }
  const field = (name: keyof typeof said) => ({
    value: said[name],
    onChange: (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value }),
  })
  return (
    <Dialog title={t('measureOf', { title: item.title })} onClose={onClose}>
      <form className="section" onSubmit={send}>
        <p>{t('measureText')}</p>
        <TextArea label={t('measure')} required maxLength={300} {...field('title')} />
        <TextField label={t('responsible')} maxLength={60} {...field('responsible')} />
        <TextField label={t('dueOn')} type="date" required {...field('dueOn')} />
        {measure && <TextField label={t('doneOn')} type="date" {...field('doneOn')} />}
        <ErrorNote error={add.error ?? change.error} />
        <div className="dialog__actions">
          {measure && (
            <Button look="danger" disabled={change.isPending} onClick={() => write(null)}>
              {t('remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={add.isPending || change.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
