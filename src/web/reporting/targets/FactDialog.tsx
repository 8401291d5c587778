import { useState } from 'react'
import { reportingContract as contract, type TargetFactSaid } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextField } from '#web/ui'
import { targetMessages as messages } from './messages.ts'

/** What can be stated by a figure and a document; a comparison has a dialog of its own. */
export type FactKind = 'baseline' | 'milestone' | 'longTerm'

interface FactDialogProps {
  readonly itemId: string
  readonly kind: FactKind
  readonly unit: string
  readonly onClose: () => void
}

const titles = { baseline: 'setBaseline', milestone: 'addMilestone', longTerm: 'addLongTerm' } as const

interface Typed {
  readonly value: string
  readonly on: string
  readonly plan: string
  readonly document: string
}

function factOf(kind: FactKind, { value, on, plan }: Typed): TargetFactSaid {
  switch (kind) {
    case 'baseline':
      return { kind, value }
    case 'milestone':
      return { kind, on, value }
    case 'longTerm':
      return { kind, due: on, plan, value }
  }
}

/** States a baseline, a stage target or a multi-year target with its document; somebody else approves it. */
export function FactDialog({ itemId, kind, unit, onClose }: FactDialogProps) {
  const t = useText(messages)
  const state = useAction(contract.stateTargetFact)
  const [typed, setTyped] = useState<Typed>({ value: '', on: '', plan: '', document: '' })
  const field = (name: keyof Typed, label: string, rest: { type?: string; figure?: boolean } = {}) => (
    <TextField
      label={label}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      {...rest}
    />
  )
  const isReady = typed.value !== '' && (kind === 'baseline' || typed.on !== '')
  const save = () =>
    state.mutate(
      { params: { itemId }, body: { fact: factOf(kind, typed), document: typed.document } },
      { onSuccess: onClose },
    )
  return (
    <Dialog
      title={t(titles[kind])}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={!isReady || state.isPending} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      {kind === 'longTerm' && field('plan', t('longPlan'))}
      {kind !== 'baseline' && field('on', t('by'), { type: 'date' })}
      {field('value', unit === '' ? t('value') : `${t('value')}（${unit}）`, { figure: true })}
      {field('document', t('document'))}
      <ErrorNote error={state.error} />
    </Dialog>
  )
}
