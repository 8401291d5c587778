import { type Correction, reportingContract } from '#adapters/http/contract/reporting'
import { holds, useAction, useMe, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { periodMessages as messages } from './period-messages.ts'
import { shown, useWords } from './words.ts'

/** Corrections with old and new value, reason and names; another person than the author decides. */
export function CorrectionList({ corrections }: { readonly corrections: readonly Correction[] }) {
  const t = useText(messages)
  const words = useWords()
  const me = useMe()
  const decide = useAction(reportingContract.decideCorrection)
  const mayDecide = (one: Correction) =>
    !one.approvedAt &&
    !one.refusedAt &&
    me.data !== undefined &&
    holds(me.data, 'coordinator') &&
    one.madeBy !== words.accountId
  return (
    <>
      <ul className="corrections">
        {corrections.map((one) => (
          <li key={one.correctionId}>
            <p>
              <b>{one.itemTitle}</b> · {one.unitName} · {words.period(one.periodId)} ·{' '}
              {t('fromTo', {
                from: valueText(one.oldFigure, one.oldClaim, t),
                to: valueText(one.newFigure, one.newClaim, t),
              })}
            </p>
            <p className="sheet__burden">
              {one.reason} · {t('madeBy', { who: one.madeByName, moment: words.moment(one.madeAt) })} ·{' '}
              {decisionText(one, t)}
            </p>
            {mayDecide(one) && (
              <span className="states">
                {([true, false] as const).map((approve) => (
                  <Button
                    key={String(approve)}
                    look={approve ? 'primary' : 'plain'}
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ params: { correctionId: one.correctionId }, body: { approve } })}
                  >
                    {t(approve ? 'approve' : 'refuse')}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={decide.error} />
    </>
  )
}

type Text = (key: keyof typeof messages, values?: Readonly<Record<string, string | number>>) => string

function valueText(figure: string | null, claim: Correction['oldClaim'], t: Text): string {
  const parts = [figure === null ? '' : shown(figure), claim === null ? '' : t(claim)].filter(Boolean)
  return parts.join(' ') || '—'
}

function decisionText(one: Correction, t: Text): string {
  if (one.refusedAt) return t('refused')
  return one.approvedAt ? t('approvedBy', { who: one.approvedByName ?? '' }) : t('waitingForApproval')
}
