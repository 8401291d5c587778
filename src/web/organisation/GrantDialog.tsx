import { type FormEvent, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { planContract } from '#adapters/http/contract/plan'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField } from '#web/ui'
import { organisationMessages as messages } from './messages.ts'

/** The roles in the order of the list, with what each is bound to besides a unit. */
const ROLES = {
  reporter: 'unit',
  signer: 'unit',
  taskForceStaff: 'taskForce',
  convener: 'taskForce',
  coordinator: 'unit',
  inspector: 'unit',
  leader: 'unit',
  panelMember: 'plan',
  appealDecider: 'plan',
  administrator: 'unit',
  securityOfficer: 'unit',
  auditor: 'unit',
} as const
type GrantableRole = keyof typeof ROLES
const roles = Object.keys(ROLES) as readonly GrantableRole[]

interface GrantDialogProps {
  readonly accountId: string
  /** The release code that the role brought with it, if any. */
  readonly onDone: (code: string | null) => void
  readonly onClose: () => void
}

/** Grants a role, bound to a unit, a plan or a task force where the role asks for one. */
export function GrantDialog({ accountId, onDone, onClose }: GrantDialogProps) {
  const t = useText(messages)
  const [role, setRole] = useState<GrantableRole>('reporter')
  const [unitId, setUnitId] = useState('')
  const [place, setPlace] = useState('')
  const grant = useAction(organisationContract.grantRole)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { role, ...(unitId ? { unitId } : {}), ...boundTo(role, place) }
    grant.mutate({ params: { accountId }, body }, { onSuccess: ({ code }) => onDone(code) })
  }
  return (
    <Dialog title={t('grant')} onClose={onClose}>
      <form onSubmit={submit} className="section">
        <SelectField
          label={t('role')}
          value={role}
          options={roles.map((value) => ({ value, label: t(value) }))}
          onChange={(event) => {
            setRole(roles.find((known) => known === event.target.value) ?? 'reporter')
            setPlace('')
          }}
        />
        <PlaceField bound={ROLES[role]} place={place} onChange={setPlace} />
        <UnitField unitId={unitId} onChange={setUnitId} />
        <p className="field__hint">{t('grantEnds')}</p>
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

/** A place is written as the plan's id, for a task force with its number behind a slash. */
function boundTo(role: GrantableRole, place: string): { planId?: string; taskForceNo?: number } {
  const [planId, no] = place.split('/')
  if (!planId || ROLES[role] === 'unit') return {}
  return no === undefined ? { planId } : { planId, taskForceNo: Number(no) }
}

interface PlaceFieldProps {
  readonly bound: (typeof ROLES)[GrantableRole]
  readonly place: string
  readonly onChange: (place: string) => void
}

function PlaceField({ bound, place, onChange }: PlaceFieldProps) {
  const t = useText(messages)
  const { data } = useEndpoint(planContract.grantPlaces)
  if (bound === 'unit') return null
  const options = (data?.places ?? []).flatMap(({ planId, title, campaigns }) =>
    bound === 'plan'
      ? [{ value: planId, label: title }]
      : campaigns.map(({ no, name }) => ({ value: `${planId}/${no}`, label: `${name} · ${title}` })),
  )
  return (
    <SelectField
      label={t(bound)}
      value={place}
      required
      options={[{ value: '', label: t('choose') }, ...options]}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function UnitField({ unitId, onChange }: { readonly unitId: string; readonly onChange: (unitId: string) => void }) {
  const t = useText(messages)
  const { data } = useEndpoint(organisationContract.units)
  const options = (data?.units ?? []).map((unit) => ({ value: unit.unitId, label: unit.name }))
  return (
    <SelectField
      label={t('unit')}
      value={unitId}
      options={[{ value: '', label: t('noUnit') }, ...options]}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
