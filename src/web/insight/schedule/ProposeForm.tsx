import { useState } from 'react'
import { type ScheduleBody, scheduleContract } from '#adapters/http/contract/insight'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, TextArea, TextField } from '#web/ui'
import { scheduleMessages as messages } from './schedule-messages.ts'

interface ProposeFormProps {
  readonly itemId: string
  readonly today: string
  readonly body: ScheduleBody
  /** Last year's months ask for where they come from. */
  readonly asksSource?: boolean
  /** The source of months that were taken over; it can be written anew. */
  readonly knownSource?: string
  readonly onDone: () => void
}

/** Reason, day and source of a change, and the step that asks for it. What was typed stays after a refusal. */
export function ProposeForm({ itemId, today, body, asksSource = false, knownSource = '', onDone }: ProposeFormProps) {
  const t = useText(messages)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const source = typed ?? knownSource
  const [effectiveFrom, setEffectiveFrom] = useState(today)
  const propose = useAction(scheduleContract.proposeSchedule)
  const isDated = body.part !== 'nodes'
  return (
    <div className="propose">
      {isDated && (
        <TextField
          label={t('effectiveFrom')}
          type="date"
          value={effectiveFrom}
          onChange={(event) => setEffectiveFrom(event.target.value)}
        />
      )}
      {asksSource && (
        <TextField label={t('source')} value={source} onChange={(event) => setTyped(event.target.value)} />
      )}
      <TextArea label={t('reason')} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <ErrorNote error={propose.error} />
      <div className="toolbar">
        <Button
          look="primary"
          disabled={propose.isPending}
          onClick={() =>
            propose.mutate(
              { params: { itemId }, body: { body, effectiveFrom, reason, source: asksSource ? source : null } },
              { onSuccess: onDone },
            )
          }
        >
          {t('propose')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
