import { type FormEvent, useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import { reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, ErrorNote, SelectField, TextField } from '#web/ui'
import { periodMessages as messages } from './period-messages.ts'

interface CadenceFormProps {
  /** Plans that have their rhythm already. */
  readonly settled: readonly string[]
}

/** Sets up the dekad rhythm of a plan that has none: when each sheet is due. */
export function CadenceForm({ settled }: CadenceFormProps) {
  const t = useText(messages)
  const known = useEndpoint(planContract.plans)
  const add = useAction(reportingContract.addCadence)
  const plans = (known.data?.plans ?? []).filter((plan) => !settled.includes(plan.planId))
  const [planId, setPlanId] = useState('')
  const [name, setName] = useState(t('dekadName'))
  const [dueWorkdays, setDays] = useState('1')
  const [dueHour, setHour] = useState('18')
  if (plans.length === 0) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = plans.find((plan) => plan.planId === planId) ?? plans[0]
    if (!chosen) return
    const rule = { dueWorkdays: Number(dueWorkdays), dueHour: Number(dueHour) }
    add.mutate({ body: { planId: chosen.planId, name, periodKind: 'dekad', ...rule } })
  }
  return (
    <form className="toolbar" onSubmit={submit}>
      <SelectField
        label={t('plan')}
        value={planId}
        options={plans.map((plan) => ({ value: plan.planId, label: plan.title }))}
        onChange={(event) => setPlanId(event.target.value)}
      />
      <TextField label={t('cadenceName')} value={name} required onChange={(event) => setName(event.target.value)} />
      <TextField
        label={t('dueWorkdays')}
        type="number"
        min={-10}
        max={20}
        value={dueWorkdays}
        onChange={(event) => setDays(event.target.value)}
      />
      <TextField
        label={t('dueHour')}
        type="number"
        min={0}
        max={23}
        value={dueHour}
        onChange={(event) => setHour(event.target.value)}
      />
      <Button look="primary" type="submit" disabled={add.isPending}>
        {t('addCadence')}
      </Button>
      <ErrorNote error={add.error} />
    </form>
  )
}
