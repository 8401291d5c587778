import { type FormEvent, useState } from 'react'
import { registerContract, type RegisterUnit } from '#adapters/http/contract/organisation'
import { useAction, useEndpoint, useMe, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, Loaded, TextField } from '#web/ui'
import { registerMessages as messages } from './register-messages.ts'

interface MembersDialogProps {
  readonly unit: RegisterUnit
  readonly onClose: () => void
}

/** Says which units a group means from a day on. */
export function MembersDialog({ unit, onClose }: MembersDialogProps) {
  const t = useText(messages)
  const view = useEndpoint(registerContract.unit, { params: { unitId: unit.unitId } })
  const me = useMe()
  const today = me.data?.region.today ?? ''
  return (
    <Dialog title={`${t('setMembers')} ${unit.name}`} onClose={onClose}>
      <Loaded query={view}>
        {({ members }) => {
          const present = members.filter(({ until }) => until === null).map(({ memberUnitId }) => memberUnitId)
          return <MembersForm unitId={unit.unitId} present={present} today={today} onClose={onClose} />
        }}
      </Loaded>
    </Dialog>
  )
}

interface MembersFormProps {
  readonly unitId: string
  readonly present: readonly string[]
  readonly today: string
  readonly onClose: () => void
}

function MembersForm({ unitId, present, today, onClose }: MembersFormProps) {
  const t = useText(messages)
  const register = useEndpoint(registerContract.register)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(present))
  const [from, setFrom] = useState(today)
  const [reason, setReason] = useState('')
  const save = useAction(registerContract.setMembers)
  const choices = (register.data?.units ?? []).filter((one) => one.kind !== 'group' && one.endedAt === null)
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { memberUnitIds: [...chosen], from, reason }
    save.mutate({ params: { unitId }, body }, { onSuccess: onClose })
  }
  return (
    <form onSubmit={submit} className="org-form">
      <div className="org-choices" role="group" aria-label={t('membersOf')}>
        {choices.map((one) => (
          <label key={one.unitId} className="check">
            <input type="checkbox" checked={chosen.has(one.unitId)} onChange={() => toggle(one.unitId)} />
            {one.name}
          </label>
        ))}
      </div>
      <TextField
        label={t('from')}
        type="date"
        value={from}
        required
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        required
        onChange={(event) => setReason(event.target.value)}
      />
      <ErrorNote error={save.error} />
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" type="submit" disabled={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
