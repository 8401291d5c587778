import './targets.css'
import { useState } from 'react'
import { reportingContract as contract, type TargetView } from '#adapters/http/contract/reporting'
import { useAction, useText, When } from '#web/kit'
import { Button, Section } from '#web/ui'
import { shown } from '../words.ts'
import { Decide } from './Decide.tsx'
import { FactDialog, type FactKind } from './FactDialog.tsx'
import { targetMessages as messages } from './messages.ts'

const CHOICES = [
  ['baseline', 'setBaseline'],
  ['milestone', 'addMilestone'],
  ['longTerm', 'addLongTerm'],
] as const

/** Baseline, stage targets and multi-year targets, with what waits for approval. */
export function FactsPart({ view }: { readonly view: TargetView }) {
  const t = useText(messages)
  const [stating, setStating] = useState<FactKind>()
  const kinds = CHOICES.filter(([kind]) => kind !== 'milestone' || view.redLine === null)
  const hasSomething =
    view.baseline !== null ||
    view.needsBaseline ||
    view.milestones.length + view.longTerm.length + view.facts.length > 0
  if (!hasSomething && !view.may.state) return null
  return (
    <Section title={t('targetTitle')}>
      <Known view={view} />
      {view.facts
        .filter(({ approvedAt, refusedAt }) => approvedAt === null && refusedAt === null)
        .map((fact) => (
          <Waiting key={fact.factId} stated={fact} unit={view.unit} />
        ))}
      {view.may.state && (
        <div className="page__actions no-print">
          {kinds.map(([kind, label]) => (
            <Button key={kind} look="quiet" onClick={() => setStating(kind)}>
              {t(label)}
            </Button>
          ))}
        </div>
      )}
      {stating && (
        <FactDialog itemId={view.itemId} kind={stating} unit={view.unit} onClose={() => setStating(undefined)} />
      )}
    </Section>
  )
}

function Known({ view }: { readonly view: TargetView }) {
  const t = useText(messages)
  const { unit } = view
  return (
    <dl className="numbers">
      {(view.baseline !== null || view.needsBaseline) && (
        <div className="numbers__row">
          <dt>{t('baseline')}</dt>
          <dd>{view.baseline === null ? t('baselineNone') : `${shown(view.baseline)}${unit}`}</dd>
        </div>
      )}
      {view.milestones.map(({ on, value, state }) => (
        <div key={on} className="numbers__row">
          <dt>{t('milestones')}</dt>
          <dd>
            {t('milestoneLine', { on, unit, value: shown(value) })}{' '}
            <span className={state === 'overdue' ? 'chip chip--late' : 'chip'}>{t(state)}</span>
          </dd>
        </div>
      ))}
      {view.longTerm.map(({ due, plan, value }) => (
        <div key={due} className="numbers__row">
          <dt>{t('longTerm')}</dt>
          <dd>{t('longTermLine', { plan, due, unit, value: shown(value) })}</dd>
        </div>
      ))}
    </dl>
  )
}

type Stated = TargetView['facts'][number]

/** What somebody has stated and nobody has approved yet; it does not count until then. */
export function Waiting({ stated, unit }: { readonly stated: Stated; readonly unit: string }) {
  const t = useText(messages)
  const decide = useAction(contract.decideTargetFact)
  const answer = (approve: boolean) => decide.mutate({ params: { factId: stated.factId }, body: { approve } })
  return (
    <div className="targets__waiting">
      <span className="chip">{t('waiting')}</span> <FactWords stated={stated} unit={unit} />
      <Decide may={stated.mayDecide} action={decide} onAnswer={answer} />
    </div>
  )
}

function FactWords({ stated, unit }: { readonly stated: Stated; readonly unit: string }) {
  const t = useText(messages)
  const { fact, document, statedBy } = stated
  const said = () => {
    switch (fact.kind) {
      case 'baseline':
        return `${t('baseline')} ${shown(fact.value)}${unit}`
      case 'counterpart':
        return t('counterpart')
      case 'milestone':
        return fact.value === null ? (
          <When at={fact.on} />
        ) : (
          t('milestoneLine', { on: fact.on, unit, value: shown(fact.value) })
        )
      case 'longTerm':
        return t('longTermLine', { plan: fact.plan, due: fact.due, unit, value: fact.value ? shown(fact.value) : '—' })
    }
  }
  return (
    <>
      {said()} <small>{t('factLine', { who: statedBy, document })}</small>
    </>
  )
}
