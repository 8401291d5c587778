import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Dispute, reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { useWords } from '../words.ts'
import { MatterDialog } from './MatterDialog.tsx'
import { responsibilityMessages as messages } from './messages.ts'

/** "Not ours" with what was decided, or who has to decide by when; the arbiter decides here. */
export function DisputeList({ disputes, ofItem }: { readonly disputes: readonly Dispute[]; readonly ofItem?: true }) {
  const t = useText(messages)
  const [deciding, setDeciding] = useState<{ readonly dispute: Dispute; readonly keeps: boolean } | null>(null)
  const withdraw = useAction(reportingContract.withdrawDispute)
  return (
    <>
      <ul className="matters">
        {disputes.map((dispute) => (
          <li key={dispute.disputeId} className="matters__one" data-row tabIndex={-1}>
            {!ofItem && (
              <Link to="/items/$itemId" params={{ itemId: dispute.itemId }} className="ask__title">
                {dispute.itemTitle}
              </Link>
            )}
            <p>{t('saysNotOurs', { unit: dispute.unitName, reason: dispute.reason })}</p>
            <DisputeState dispute={dispute} />
            <span className="matters__deeds no-print">
              {dispute.mayDecide && (
                <>
                  <Button onClick={() => setDeciding({ dispute, keeps: true })}>{t('keep')}</Button>
                  <Button onClick={() => setDeciding({ dispute, keeps: false })}>{t('assign')}</Button>
                </>
              )}
              {dispute.isOwn && (
                <Button
                  look="quiet"
                  disabled={withdraw.isPending}
                  onClick={() => withdraw.mutate({ params: dispute, body: { revision: dispute.revision } })}
                >
                  {t('takeBack')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <ErrorNote error={withdraw.error} />
      {deciding && <Deciding {...deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

function DisputeState({ dispute }: { readonly dispute: Dispute }) {
  const t = useText(messages)
  const words = useWords()
  const { state, arbiter, officeDueAt, proposedUnitName, decisionReason, decidedByName, toUnitName } = dispute
  const facts =
    state === 'open'
      ? [
          t('decidedBy', { who: t(arbiter) }),
          arbiter === 'withOffice' ? t('by', { moment: words.moment(officeDueAt) }) : '',
          proposedUnitName ? t('proposedIs', { unit: proposedUnitName }) : '',
        ]
      : [t(state, { unit: toUnitName ?? '' }), decisionReason ?? '', decidedByName ?? '']
  return (
    <p className="ask__facts">
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
    </p>
  )
}

interface DecidingProps {
  readonly dispute: Dispute
  readonly keeps: boolean
  readonly onClose: () => void
}

function Deciding({ dispute, keeps, onClose }: DecidingProps) {
  const t = useText(messages)
  const decide = useAction(reportingContract.arbitrateDispute)
  const { itemTitle: title, unitName: unit, revision, proposedUnitId } = dispute
  return (
    <MatterDialog
      title={t(keeps ? 'keepTitle' : 'assignTitle', { title, unit })}
      label={t('reason')}
      submit={t('decide')}
      {...(keeps
        ? {}
        : { unit: { label: t('toUnit'), empty: t('chooseFirst'), isNeeded: true, start: proposedUnitId ?? '' } })}
      error={decide.error}
      isBusy={decide.isPending}
      onSubmit={({ words, unitId }) =>
        decide.mutate(
          { params: dispute, body: { revision, toUnitId: keeps ? null : unitId, reason: words } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    />
  )
}
