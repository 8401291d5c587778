import { type FormEvent, useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import { reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, ErrorNote, SelectField, TextField } from '#web/ui'
import { type ActDrafts, draftsOf, type Preset, presetNames, presets, wantedActs } from './act-form.ts'
import { TwinNote } from './asks/TwinNote.tsx'
import { ActFields } from './ActFields.tsx'
import { OpeningField } from './OpeningField.tsx'
import { rhythmMessages as messages } from './rhythm-messages.ts'

const lists = ['indicator', 'task', 'project', 'policy'] as const

/** Sets up a rhythm of a plan: for all of it or one campaign or list, with its acts and when each is due. */
export function CadenceForm({ onDone }: { readonly onDone: () => void }) {
  const t = useText(messages)
  const known = useEndpoint(planContract.plans)
  const add = useAction(reportingContract.addCadence)
  const plans = known.data?.plans ?? []
  const [planId, setPlanId] = useState('')
  const [preset, setPreset] = useState<Preset>('dekadMonthQuarter')
  const [name, setName] = useState(t('dekadMonthQuarterName'))
  const [scope, setScope] = useState('')
  const [startsOn, setStart] = useState('')
  const [reason, setReason] = useState('')
  const [opensByItself, setOpening] = useState(true)
  const [drafts, setDrafts] = useState<ActDrafts>(draftsOf(presets.dekadMonthQuarter))
  const chosen = plans.find((plan) => plan.planId === planId) ?? plans[0]
  if (!chosen) return null
  const take = (next: Preset) => {
    setPreset(next)
    setName(t(`${next}Name`))
    setDrafts(draftsOf(presets[next]))
  }
  const ask = { planId: chosen.planId, ...scopeOf(scope), acts: wantedActs(drafts) }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { ...ask, name, startsOn: startsOn || null, opensByItself, reason }
    add.mutate({ body }, { onSuccess: onDone })
  }
  return (
    <form className="cadence-form" onSubmit={submit}>
      <div className="cadence-form__head">
        <SelectField
          label={t('plan')}
          value={chosen.planId}
          options={plans.map((plan) => ({ value: plan.planId, label: plan.title }))}
          onChange={(event) => setPlanId(event.target.value)}
        />
        <SelectField
          label={t('preset')}
          value={preset}
          options={presetNames.map((value) => ({ value, label: t(value) }))}
          onChange={(event) => take(presetNames.find((one) => one === event.target.value) ?? preset)}
        />
        <TextField label={t('name')} value={name} required onChange={(event) => setName(event.target.value)} />
        <StartField value={startsOn} onChange={setStart} />
        <ScopeField planId={chosen.planId} value={scope} onChange={setScope} />
      </div>
      <ActFields drafts={drafts} onChange={setDrafts} />
      <OpeningField value={opensByItself} onChange={setOpening} />
      <TwinNote ask={ask} {...{ reason, setReason }} />
      <Foot label={t('add')} isPending={add.isPending} error={add.error} />
    </form>
  )
}

function StartField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useText(messages)
  return (
    <TextField
      label={t('startsOn')}
      hint={t('startsOnHint')}
      type="date"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Foot({
  label,
  isPending,
  error,
}: {
  readonly label: string
  readonly isPending: boolean
  readonly error: Error | null
}) {
  return (
    <div className="toolbar">
      <Button look="primary" type="submit" disabled={isPending}>
        {label}
      </Button>
      <ErrorNote error={error} />
    </div>
  )
}

interface ScopeFieldProps {
  readonly planId: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function ScopeField({ planId, value, onChange }: ScopeFieldProps) {
  const t = useText(messages)
  const plan = useEndpoint(planContract.plan, { params: { planId } })
  const options = [
    { value: '', label: t('wholePlan') },
    ...lists.map((list) => ({ value: list, label: t(list) })),
    ...(plan.data?.campaigns ?? []).map(({ no, name }) => ({ value: String(no), label: name })),
  ]
  return (
    <SelectField
      label={t('scope')}
      hint={t('scopeHint')}
      value={value}
      options={options}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A list by its name, a campaign by its number, nothing for the whole plan. */
function scopeOf(value: string) {
  const list = lists.find((one) => one === value) ?? null
  return { list, campaignNo: list === null && value !== '' ? Number(value) : null }
}
