import { type FormEvent, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField } from '#web/ui'
import { organisationMessages as messages } from './messages.ts'

const ROLES = [
  'reporter',
  'signer',
  'coordinator',
  'inspector',
  'leader',
  'administrator',
  'securityOfficer',
  'auditor',
] as const

/** Grants a role, bound to a unit where the role asks for one. */
export function GrantDialog({ accountId, onClose }: { readonly accountId: string; readonly onClose: () => void }) {
  const t = useText(messages)
  const units = useEndpoint(organisationContract.units)
  const [role, setRole] = useState<(typeof ROLES)[number]>('reporter')
  const [unitId, setUnitId] = useState('')
  const grant = useAction(organisationContract.grantRole)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    grant.mutate({ params: { accountId }, body: { role, ...(unitId ? { unitId } : {}) } }, { onSuccess: onClose })
  }
  const choices = [
    { value: '', label: t('noUnit') },
    ...(units.data?.units ?? []).map((unit) => ({ value: unit.unitId, label: unit.name })),
  ]
  return (
    <Dialog title={t('grant')} onClose={onClose}>
      <form onSubmit={submit} className="section">
        <SelectField
          label={t('role')}
          value={role}
          options={ROLES.map((value) => ({ value, label: t(value) }))}
          onChange={(event) => setRole(ROLES.find((known) => known === event.target.value) ?? 'reporter')}
        />
        <SelectField
          label={t('unit')}
          value={unitId}
          options={choices}
          onChange={(event) => setUnitId(event.target.value)}
        />
        <ErrorNote error={grant.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={grant.isPending}>
            {t('grant')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
