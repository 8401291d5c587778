import { type FormEvent, useState } from 'react'
import { meetingContract, type MeetingPage } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import { useUnitChoices } from '../use-units.ts'
import { meetingMessages as messages } from './messages.ts'

interface DecisionFormProps {
  readonly meetingId: string
  readonly lineId: string
  readonly title: string
  /** The unit that reports the item: likely the one that carries it out. */
  readonly unitId: string | null
  /** What holds the item up and the reader has to answer. */
  readonly blockages: MeetingPage['blockages']
  readonly onDone: () => void
}

/** One decision on a line: its words, who carries it out, by when. A refused one keeps every word. */
export function DecisionForm({ meetingId, lineId, title, unitId, blockages, onDone }: DecisionFormProps) {
  const t = useText(messages)
  const [chosen, setChosen] = useState('order')
  const blockageId = blockages.find((one) => one.blockageId === chosen)?.blockageId
  const kind = kindOf(chosen, blockageId)
  const [words, setWords] = useState('')
  const [unit, setUnit] = useState(unitId ?? '')
  const [replyBy, setReplyBy] = useState('')
  const decide = useAction(meetingContract.decideInMeeting)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const order = { unitId: unit, replyBy: replyBy === '' ? undefined : replyBy }
    const body = { lineId, kind, words, ...(kind === 'order' ? order : { blockageId }) }
    decide.mutate({ params: { meetingId }, body }, { onSuccess: onDone })
  }
  const missing = words.trim() === '' || (kind === 'order' && unit === '')
  return (
    <form className="agenda__form no-print" aria-label={t('decideOf', { title })} onSubmit={submit}>
      <SelectField
        label={t('decide')}
        value={chosen}
        options={[
          { value: 'order', label: t('becomesOrder') },
          ...blockages.map(({ blockageId: value, what }) => ({ value, label: t('answersBlockage', { what }) })),
          { value: 'noted', label: t('settledHere') },
        ]}
        onChange={(event) => setChosen(event.target.value)}
      />
      <TextArea
        label={t('words')}
        rows={2}
        value={words}
        maxLength={4000}
        onChange={(event) => setWords(event.target.value)}
      />
      {kind === 'order' && <OrderFields {...{ unit, replyBy }} onUnit={setUnit} onReplyBy={setReplyBy} />}
      <ErrorNote error={decide.error} />
      <p className="instruct__actions">
        <Button look="primary" type="submit" disabled={decide.isPending || missing}>
          {t('decide')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </p>
    </form>
  )
}

/** The choice is a kind, or the blockage that is answered. */
function kindOf(chosen: string, blockageId: string | undefined): 'order' | 'noted' | 'blockage' {
  if (blockageId !== undefined) return 'blockage'
  return chosen === 'noted' ? 'noted' : 'order'
}

interface OrderFieldsProps {
  readonly unit: string
  readonly replyBy: string
  readonly onUnit: (unitId: string) => void
  readonly onReplyBy: (day: string) => void
}

/** Who carries it out, and by when an answer is asked. */
function OrderFields({ unit, replyBy, onUnit, onReplyBy }: OrderFieldsProps) {
  const t = useText(messages)
  const units = useUnitChoices()
  return (
    <div className="agenda__form-row">
      <SelectField label={t('unit')} options={units} value={unit} onChange={(event) => onUnit(event.target.value)} />
      <TextField label={t('replyBy')} type="date" value={replyBy} onChange={(event) => onReplyBy(event.target.value)} />
    </div>
  )
}
