import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { registerContract, type RegisterUnit } from '#adapters/http/contract/organisation'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable, Empty, Loaded, Page, SelectField, TextField } from '#web/ui'
import './organisation.css'
import { registerMessages as messages } from './register-messages.ts'
import { UnitDialog } from './UnitDialog.tsx'
import { useKinds } from './use-kinds.ts'

const route = getRouteApi('/frame/units')

/** The register of units: what each is called, who works there, what it answers for. */
export function UnitsPage() {
  const t = useText(messages)
  const kinds = useKinds()
  const me = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const register = useEndpoint(registerContract.register)
  const [adding, setAdding] = useState(false)
  const units = register.data?.units ?? []
  const inUse = units.filter(({ endedAt }) => endedAt === null)
  const narrow = (next: typeof search) => void navigate({ search: { ...search, ...next }, replace: true })
  return (
    <Page
      title={t('units')}
      lead={t('unitsLead', { inUse: inUse.length, groups: inUse.filter(({ kind }) => kind === 'group').length })}
      actions={
        <>
          {me.data && holds(me.data, 'coordinator', 'administrator') && (
            <Link to="/roster" className="button button--quiet">
              {t('importExport')}
            </Link>
          )}
          {register.data?.mayManage && <Button onClick={() => setAdding(true)}>{t('addUnit')}</Button>}
        </>
      }
    >
      <div className="toolbar no-print">
        <TextField
          label={t('search')}
          type="search"
          value={search.q ?? ''}
          onChange={(event) => narrow({ q: event.target.value || undefined })}
        />
        <SelectField
          label={t('kindOf')}
          value={search.kind ?? ''}
          options={[{ value: '', label: t('allKinds') }, ...kinds]}
          onChange={(event) => narrow({ kind: kinds.find(({ value }) => value === event.target.value)?.value })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={search.ended === true}
            onChange={(event) => narrow({ ended: event.target.checked ? true : undefined })}
          />
          {t('withEnded')}
        </label>
      </div>
      <Loaded query={register}>
        {(data) => <UnitTable units={data.units.filter((unit) => fits(unit, search))} />}
      </Loaded>
      {adding && <UnitDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

interface Narrowing {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly ended?: boolean | undefined
}

function fits(unit: RegisterUnit, { q = '', kind, ended }: Narrowing): boolean {
  if (unit.endedAt !== null && ended !== true) return false
  if (kind !== undefined && unit.kind !== kind) return false
  const asked = q.trim().toLowerCase()
  return [unit.name, unit.initials, ...unit.aliases].some((text) => text.toLowerCase().includes(asked))
}

function UnitTable({ units }: { readonly units: readonly RegisterUnit[] }) {
  const t = useText(messages)
  const navigate = route.useNavigate()
  const columns = useUnitColumns()
  if (units.length === 0) return <Empty text={t('noUnits')} />
  return (
    <DataTable
      caption={t('units')}
      columns={columns}
      rows={units}
      rowKey={(unit) => unit.unitId}
      onOpen={({ unitId }) => void navigate({ to: '/units/$unitId', params: { unitId } })}
    />
  )
}

function useUnitColumns(): readonly Column<RegisterUnit>[] {
  const t = useText(messages)
  const kinds = useKinds()
  const nameOf = (unit: RegisterUnit) => (
    <Link to="/units/$unitId" params={{ unitId: unit.unitId }} className={unit.endedAt === null ? '' : 'is-ended'}>
      {unit.name}
    </Link>
  )
  return [
    { id: 'unit', title: t('unit'), cell: nameOf },
    { id: 'kind', title: t('kind'), cell: (unit) => kinds.find(({ value }) => value === unit.kind)?.label },
    { id: 'aliases', title: t('aliases'), cell: aliasesOf },
    { id: 'people', title: t('people'), figure: true, cell: (unit) => (unit.kind === 'group' ? '' : unit.people) },
    { id: 'members', title: t('members'), figure: true, cell: (unit) => (unit.kind === 'group' ? unit.members : '') },
    { id: 'duties', title: t('duties'), figure: true, cell: (unit) => unit.duties },
    { id: 'state', title: t('state'), cell: (unit) => <UnitState unit={unit} /> },
  ]
}

/** What stands out about a unit: ended, merged, or nobody could sign. */
function UnitState({ unit }: { readonly unit: RegisterUnit }) {
  const t = useText(messages)
  if (unit.mergedIntoName !== null)
    return <span className="quiet">{t('mergedInto', { name: unit.mergedIntoName })}</span>
  if (unit.endedAt !== null) return <span className="quiet">{t('ended')}</span>
  return unit.gap === null ? null : <span className="chip chip--warn">{t(unit.gap)}</span>
}

/** Nothing at all where there is none: on a phone its title would stand alone. */
const aliasesOf = ({ aliases }: RegisterUnit) =>
  aliases.length > 0 && <span className="quiet">{aliases.join('、')}</span>
