import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { meetingContract } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { meetingMessages as messages } from './messages.ts'

interface PlanMeetingDialogProps {
  readonly places: readonly {
    readonly planId: string
    readonly planTitle: string
    readonly campaignNo: number
    readonly campaignName: string
  }[]
  readonly onClose: () => void
}

interface Said {
  /** Which of the places. */
  readonly at: number
  readonly heldOn: string
  readonly place: string
  readonly chair: string
  readonly basis: 'sealed' | 'live'
}

/** Calls a meeting together: of which plan or campaign, when, where, who chairs, and what its agenda is taken from. */
export function PlanMeetingDialog({ places, onClose }: PlanMeetingDialogProps) {
  const t = useText(messages)
  const navigate = useNavigate()
  const plan = useAction(meetingContract.planMeeting)
  const [said, setSaid] = useState<Said>({ at: 0, heldOn: '', place: '', chair: '', basis: 'sealed' })
  const chosen = places[said.at]
  const submit = () => {
    if (!chosen) return
    const { heldOn, place, chair, basis } = said
    const body = { planId: chosen.planId, campaignNo: chosen.campaignNo, heldOn, place, chair, basis }
    plan.mutate(
      { body },
      { onSuccess: ({ meetingId }) => void navigate({ to: '/meetings/$meetingId', params: { meetingId } }) },
    )
  }
  return (
    <Dialog
      title={t('plan')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={plan.isPending || said.heldOn === '' || !chosen} onClick={submit}>
            {t('plan')}
          </Button>
        </>
      }
    >
      <div className="instruct">
        <MeetingFields said={said} places={places} onChange={(part) => setSaid({ ...said, ...part })} />
        <ErrorNote error={plan.error} />
      </div>
    </Dialog>
  )
}

interface MeetingFieldsProps extends Pick<PlanMeetingDialogProps, 'places'> {
  readonly said: Said
  readonly onChange: (part: Partial<Said>) => void
}

function MeetingFields({ said, places, onChange }: MeetingFieldsProps) {
  const t = useText(messages)
  return (
    <>
      <SelectField
        label={t('ofPlan')}
        value={String(said.at)}
        options={places.map(({ planTitle, campaignName }, index) => ({
          value: String(index),
          label: campaignName === '' ? t('whole', { plan: planTitle }) : campaignName,
        }))}
        onChange={(event) => onChange({ at: Number(event.target.value) })}
      />
      <TextField
        label={t('heldOn')}
        type="date"
        value={said.heldOn}
        onChange={(event) => onChange({ heldOn: event.target.value })}
      />
      <TextField
        label={t('place')}
        value={said.place}
        maxLength={200}
        onChange={(event) => onChange({ place: event.target.value })}
      />
      <TextField
        label={t('chair')}
        hint={t('chairHint')}
        value={said.chair}
        maxLength={200}
        onChange={(event) => onChange({ chair: event.target.value })}
      />
      <SelectField
        label={t('basis')}
        value={said.basis}
        options={[
          { value: 'sealed', label: t('sealed') },
          { value: 'live', label: t('liveBasis') },
        ]}
        onChange={(event) => onChange({ basis: event.target.value === 'live' ? 'live' : 'sealed' })}
      />
    </>
  )
}
