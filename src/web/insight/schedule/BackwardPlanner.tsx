import { useState } from 'react'
import { stageSets, type StageTemplate } from '#core/insight'
import { type ScheduleView, scheduleContract } from '#adapters/http/contract/insight'
import type { OutputOf } from '#adapters/http/contract/kit'
import { useAction, useLanguage, useText } from '#web/kit'
import { Button, ErrorNote, SelectField, TextField } from '#web/ui'
import { scheduleMessages as messages } from './schedule-messages.ts'

/** A node as it is being written. */
export interface DraftNode {
  readonly label: string
  readonly due: string
  readonly output: string
  readonly weight: string
}

interface BackwardPlannerProps {
  readonly view: ScheduleView
  readonly start: string
  readonly onStart: (start: string) => void
  readonly onPlanned: (nodes: readonly DraftNode[]) => void
}

const firstSet = stageSets[0]

/** 倒排工期: stages with their working days become dated nodes, back from the deadline; what cannot be kept is said. */
export function BackwardPlanner({ view, start, onStart, onPlanned }: BackwardPlannerProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const [setId, setSetId] = useState<string>(firstSet?.id ?? '')
  const [stages, setStages] = useState(firstSet?.stages ?? [])
  const [deadline, setDeadline] = useState(view.nodes.nodes.at(-1)?.due ?? view.item.due ?? `${view.plan.year}-12-31`)
  const plan = useAction(scheduleContract.planBackwards)
  const choose = (id: string) => {
    setSetId(id)
    setStages(stageSets.find((set) => set.id === id)?.stages ?? [])
  }
  const work = () =>
    plan.mutate(
      {
        params: { itemId: view.item.itemId },
        body: { deadline, start: start === '' ? null : start, stages: [...stages] },
      },
      { onSuccess: ({ nodes }) => onPlanned(nodes) },
    )
  const setDays = (index: number, text: string) =>
    setStages(
      stages.map((stage, place) => (place === index ? { ...stage, workdays: Math.max(1, Number(text) || 1) } : stage)),
    )
  return (
    <details className="backward">
      <summary>{t('backwards')}</summary>
      <p className="note">{t('backwardsHint')}</p>
      <div className="toolbar">
        <SelectField
          label={t('stageSet')}
          value={setId}
          options={stageSets.map(({ id, words }) => ({ value: id, label: words[language] }))}
          onChange={(event) => choose(event.target.value)}
        />
        <TextField type="date" label={t('start')} value={start} onChange={(event) => onStart(event.target.value)} />
        <TextField
          type="date"
          label={t('deadline')}
          value={deadline}
          onChange={(event) => setDeadline(event.target.value)}
        />
        <Button onClick={work} disabled={plan.isPending}>
          {t('work')}
        </Button>
      </div>
      <Stages stages={stages} onDays={setDays} />
      <ErrorNote error={plan.error} />
      {plan.data && <Findings plan={plan.data} />}
    </details>
  )
}

interface StagesProps {
  readonly stages: readonly StageTemplate[]
  readonly onDays: (index: number, text: string) => void
}

function Stages({ stages, onDays }: StagesProps) {
  const t = useText(messages)
  return (
    <ol className="backward__stages">
      {stages.map((stage, index) => (
        <li key={stage.label}>
          <span>{stage.label}</span>
          <input
            className="input input--figure"
            type="number"
            min={1}
            aria-label={`${stage.label} ${t('stageDays')}`}
            value={stage.workdays}
            onChange={(event) => onDays(index, event.target.value)}
          />
          <small>{t('stageDays')}</small>
        </li>
      ))}
    </ol>
  )
}

/** When work has to begin, and what of it cannot be kept. */
function Findings({ plan }: { readonly plan: OutputOf<typeof scheduleContract.planBackwards> }) {
  const t = useText(messages)
  return (
    <ul className="findings" role="status">
      <li>{t('begins', { day: plan.begins })}</li>
      {plan.findings.map((finding) => (
        <li key={`${finding.code} ${finding.label}`} className="findings__bad">
          {t(finding.code, { ...finding })}
        </li>
      ))}
    </ul>
  )
}
