import { type FormEvent, useState } from 'react'
import { successionContract } from '#adapters/http/contract/organisation'
import { useAction, useEndpoint, useMe } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { PersonField } from './HandoverDialog.tsx'
import { roleWords, useSuccessionText } from './role-words.ts'

interface DelegationDialogProps {
  readonly self: string
  readonly mayForOthers: boolean
  readonly onClose: () => void
}

/** Names a stand-in for a role, from one day to another. */
export function DelegationDialog({ self, mayForOthers, onClose }: DelegationDialogProps) {
  const t = useSuccessionText()
  const today = useMe().data?.region.today ?? ''
  const [holderId, setHolderId] = useState(self)
  const [said, setSaid] = useState({ grantId: '', to: '', from: today, last: today, reason: '' })
  const holding = useEndpoint(successionContract.holding, { params: { accountId: holderId } })
  const give = useAction(successionContract.giveDelegation)
  const roles = holding.data?.roles ?? []
  const grantId = said.grantId === '' ? (roles[0]?.grantId ?? '') : said.grantId
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { to: toAccountId, from, last, reason } = said
    give.mutate({ body: { grantId, holderId, toAccountId, from, last, reason } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('lend')} onClose={onClose}>
      <form onSubmit={submit} className="org-form">
        {mayForOthers && (
          <PersonField
            label={t('absent')}
            value={holderId}
            onChange={(id) => {
              setHolderId(id)
              setSaid({ ...said, grantId: '' })
            }}
          />
        )}
        <SelectField
          label={t('roleLent')}
          value={grantId}
          required
          options={roles.map((role) => ({ value: role.grantId, label: roleWords(role, t) }))}
          onChange={(event) => setSaid({ ...said, grantId: event.target.value })}
        />
        <PersonField
          label={t('standIn')}
          value={said.to}
          except={holderId}
          onChange={(to) => setSaid({ ...said, to })}
        />
        <DayFields said={said} onChange={(days) => setSaid({ ...said, ...days })} />
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={said.reason}
          onChange={(event) => setSaid({ ...said, reason: event.target.value })}
        />
        <p className="quiet">{t('twoKeys')}</p>
        <ErrorNote error={give.error ?? holding.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={give.isPending || said.to === '' || grantId === ''}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface Days {
  readonly from: string
  readonly last: string
}

function DayFields({ said, onChange }: { readonly said: Days; readonly onChange: (days: Days) => void }) {
  const t = useSuccessionText()
  return (
    <div className="toolbar">
      <TextField
        label={t('from')}
        type="date"
        value={said.from}
        required
        onChange={(event) => onChange({ from: event.target.value, last: said.last })}
      />
      <TextField
        label={t('last')}
        type="date"
        value={said.last}
        required
        onChange={(event) => onChange({ from: said.from, last: event.target.value })}
      />
    </div>
  )
}
