import { type FormEvent, useState } from 'react'
import { registerContract, type RegisterUnit } from '#adapters/http/contract/organisation'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { MembersDialog } from './MembersDialog.tsx'
import { registerMessages as messages } from './register-messages.ts'
import { UnitDialog } from './UnitDialog.tsx'

type Opened = 'edit' | 'end' | 'reopen' | 'merge' | 'members'

/** What the coordinator can do with a unit. */
export function UnitDeeds({ unit }: { readonly unit: RegisterUnit }) {
  const t = useText(messages)
  const [opened, setOpened] = useState<Opened | null>(null)
  const onClose = () => setOpened(null)
  const isEnded = unit.endedAt !== null
  if (isEnded && unit.mergedInto !== null) return null
  return (
    <>
      {isEnded ? (
        <Button onClick={() => setOpened('reopen')}>{t('reopen')}</Button>
      ) : (
        <>
          <Button onClick={() => setOpened('edit')}>{t('edit')}</Button>
          {unit.kind === 'group' && <Button onClick={() => setOpened('members')}>{t('setMembers')}</Button>}
          <Button onClick={() => setOpened('merge')}>{t('merge')}</Button>
          <Button onClick={() => setOpened('end')}>{t('end')}</Button>
        </>
      )}
      {opened === 'edit' && <UnitDialog unit={unit} onClose={onClose} />}
      {opened === 'members' && <MembersDialog unit={unit} onClose={onClose} />}
      {opened === 'merge' && <MergeDialog unit={unit} onClose={onClose} />}
      {(opened === 'end' || opened === 'reopen') && <EndDialog unit={unit} act={opened} onClose={onClose} />}
    </>
  )
}

interface DeedProps {
  readonly unit: RegisterUnit
  readonly onClose: () => void
}

function EndDialog({ unit, act, onClose }: DeedProps & { readonly act: 'end' | 'reopen' }) {
  const t = useText(messages)
  const [reason, setReason] = useState('')
  const end = useAction(registerContract.endUnit)
  const reopen = useAction(registerContract.reopenUnit)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = { params: { unitId: unit.unitId }, body: { revision: unit.revision, reason } }
    if (act === 'end') end.mutate(asked, { onSuccess: onClose })
    else reopen.mutate(asked, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${t(act)} ${unit.name}`} onClose={onClose}>
      <form onSubmit={submit} className="org-form">
        {act === 'end' && <p>{t('endText')}</p>}
        <ReasonField reason={reason} onChange={setReason} />
        <ErrorNote error={end.error ?? reopen.error} />
        <Actions label={t(act)} busy={end.isPending || reopen.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

function MergeDialog({ unit, onClose }: DeedProps) {
  const t = useText(messages)
  const register = useEndpoint(registerContract.register)
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const merge = useAction(registerContract.mergeUnits)
  const others = (register.data?.units ?? []).filter(
    (one) => one.endedAt === null && one.unitId !== unit.unitId && (one.kind === 'group') === (unit.kind === 'group'),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    merge.mutate({ params: { unitId: unit.unitId }, body: { intoUnitId: into, revision: unit.revision, reason } })
  }
  if (merge.data)
    return (
      <Dialog title={t('merge')} onClose={onClose} actions={<Button onClick={onClose}>{t('save')}</Button>}>
        <p>{t('merged', { count: merge.data.proposed })}</p>
      </Dialog>
    )
  return (
    <Dialog title={`${t('merge')} ${unit.name}`} onClose={onClose}>
      <form onSubmit={submit} className="org-form">
        <p>{t('mergeText', { name: unit.name })}</p>
        <SelectField
          label={t('mergeInto')}
          value={into}
          required
          options={[
            { value: '', label: t('choose') },
            ...others.map(({ unitId, name }) => ({ value: unitId, label: name })),
          ]}
          onChange={(event) => setInto(event.target.value)}
        />
        <ReasonField reason={reason} onChange={setReason} />
        <ErrorNote error={merge.error} />
        <Actions label={t('merge')} busy={merge.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

interface ReasonFieldProps {
  readonly reason: string
  readonly onChange: (reason: string) => void
}

function ReasonField({ reason, onChange }: ReasonFieldProps) {
  const t = useText(messages)
  return (
    <TextField
      label={t('reason')}
      hint={t('reasonHint')}
      value={reason}
      required
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

interface ActionsProps {
  readonly label: string
  readonly busy: boolean
  readonly onClose: () => void
}

function Actions({ label, busy, onClose }: ActionsProps) {
  const t = useText(messages)
  return (
    <div className="dialog__actions">
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" type="submit" disabled={busy}>
        {label}
      </Button>
    </div>
  )
}
