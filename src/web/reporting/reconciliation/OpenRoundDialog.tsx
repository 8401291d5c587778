import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { comparePeriods, type LocalDate, type Period, periodOf, previousPeriod } from '#core/kit'
import { organisationContract } from '#adapters/http/contract/organisation'
import { planContract } from '#adapters/http/contract/plan'
import { reconciliationContract, type ReconciliationRound } from '#adapters/http/contract/reporting'
import { periodName, useAction, useEndpoint, useLanguage, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { useWords } from '../words.ts'
import { reconciliationMessages as messages } from './messages.ts'

/** The present period of each kind and those before it, latest first. */
function recentPeriods(today: LocalDate): readonly Period[] {
  const kinds = { dekad: 6, twoWeek: 3, month: 3, quarter: 2 } as const
  const periods = Object.entries(kinds).flatMap(([kind, count]) => {
    let period = periodOf(kind as keyof typeof kinds, today)
    return Array.from({ length: count }, () => {
      const one = period
      period = previousPeriod(period)
      return one
    })
  })
  return periods.toSorted((a, b) => comparePeriods(b, a))
}

/** The act of a cadence that asks for a round, and the cadence's round before, which says who holds what against each other. */
export interface RoundAsked {
  readonly planId: string
  readonly cadenceId: string
  readonly periodId: string
  readonly dueOn: LocalDate
  readonly before: ReconciliationRound | undefined
}

interface OpenRoundProps {
  /** Absent where the round is opened by hand. */
  readonly asked?: RoundAsked
  readonly onClose: () => void
}

/** What the form begins with: of an act its plan, period and due day; of the round before its name, sides and unit. */
function begun(today: LocalDate, asked: RoundAsked | undefined): Said {
  const { planId = '', periodId = periodOf('dekad', today).id, dueOn = today, before } = asked ?? {}
  const { name = '', firstUnitId = '', secondUnitId = '', figureUnit = '万元' } = before ?? {}
  return { planId, periodId, dueOn, name, firstUnitId, secondUnitId, figureUnit }
}

/** Opens a round: which two units, of which plan and period, in which unit of money or count. */
export function OpenRoundDialog({ asked, onClose }: OpenRoundProps) {
  const t = useText(messages)
  const navigate = useNavigate()
  const { today } = useWords()
  const open = useAction(reconciliationContract.openReconciliation)
  const [said, setSaid] = useState(() => begun(today, asked))
  const isOfAct = asked?.planId === said.planId && asked.periodId === said.periodId
  const isReady = Object.values(said).every((value) => value !== '')
  const submit = () =>
    open.mutate(
      { body: { ...said, cadenceId: isOfAct ? asked.cadenceId : null } },
      {
        onSuccess: ({ reconciliationId }) =>
          void navigate({ to: '/reconciliations/$reconciliationId', params: { reconciliationId } }),
      },
    )
  return (
    <Dialog
      title={t('open')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={!isReady || open.isPending} onClick={submit}>
            {t('open')}
          </Button>
        </>
      }
    >
      <div className="reconciliation__form">
        <RoundFields said={said} ofAct={asked?.periodId} onChange={(part) => setSaid({ ...said, ...part })} />
        <ErrorNote error={open.error} />
      </div>
    </Dialog>
  )
}

interface Said {
  readonly planId: string
  readonly name: string
  readonly periodId: string
  readonly firstUnitId: string
  readonly secondUnitId: string
  readonly figureUnit: string
  readonly dueOn: string
}

interface RoundFieldsProps {
  readonly said: Said
  /** The period of the act that asks, which may be of any kind. */
  readonly ofAct: string | undefined
  readonly onChange: (part: Partial<Said>) => void
}

function RoundFields({ said, ofAct, onChange }: RoundFieldsProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { today } = useWords()
  const plans = useEndpoint(planContract.plans)
  const units = useEndpoint(organisationContract.units)
  const unitChoices = [
    { value: '', label: t('chooseUnit') },
    ...(units.data?.units ?? [])
      .filter(({ kind }) => kind !== 'group')
      .map(({ unitId, name }) => ({ value: unitId, label: name })),
  ]
  const planChoices = (plans.data?.plans ?? []).map(({ planId, title }) => ({ value: planId, label: title }))
  const recent = recentPeriods(today).map(({ id }) => id)
  const periodIds = ofAct === undefined || recent.includes(ofAct) ? recent : [ofAct, ...recent]
  const text = (name: 'name' | 'figureUnit', hint?: string) => (
    <TextField
      label={t(name)}
      hint={hint}
      value={said[name]}
      maxLength={60}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  )
  const side = (name: 'firstUnitId' | 'secondUnitId', label: 'first' | 'second') => (
    <SelectField
      label={t(label)}
      options={unitChoices}
      value={said[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  )
  return (
    <>
      <SelectField
        label={t('plan')}
        options={[{ value: '', label: t('choosePlan') }, ...planChoices]}
        value={said.planId}
        onChange={(event) => onChange({ planId: event.target.value })}
      />
      {text('name', t('nameHint'))}
      <SelectField
        label={t('period')}
        options={periodIds.map((id) => ({ value: id, label: periodName(id, language) }))}
        value={said.periodId}
        onChange={(event) => onChange({ periodId: event.target.value })}
      />
      {side('firstUnitId', 'first')}
      {side('secondUnitId', 'second')}
      {text('figureUnit')}
      <TextField
        label={t('dueOn')}
        type="date"
        value={said.dueOn}
        onChange={(event) => onChange({ dueOn: event.target.value })}
      />
    </>
  )
}
