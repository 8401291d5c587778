import { useState } from 'react'
import { type PeriodView, reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote } from '#web/ui'
import { countsOf } from './period-counts.ts'
import { periodMessages as messages } from './period-messages.ts'
import { useWords } from './words.ts'

/** The last look before a period is closed or sealed: what counts, what waits and who is silent, by name. */
export function SettleDialog({ view, onClose }: { readonly view: PeriodView; readonly onClose: () => void }) {
  const t = useText(messages)
  const words = useWords()
  const close = useAction(reportingContract.closePeriod)
  const seal = useAction(reportingContract.sealPeriod)
  const { cadenceId, periodId, state } = view.period
  // What was asked stays what is asked: a second press on "close" must never meet "seal".
  const [kind] = useState<'close' | 'seal'>(state === 'open' ? 'close' : 'seal')
  const act = kind === 'close' ? close : seal
  const period = words.period(periodId)
  const { counted, pending, silent, late } = countsOf(view)
  const namesOf = (outcome: 'pending' | 'silent') =>
    [...new Set(view.lines.filter((line) => line.outcome === outcome).map((line) => line.unitName))].join('、')
  return (
    <Dialog
      title={t(`${kind}Title`, { period })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={act.isPending}
            onClick={() => act.mutate({ params: { cadenceId, periodId } }, { onSuccess: onClose })}
          >
            {t(kind)}
          </Button>
        </>
      }
    >
      <p>{t(`${kind}Text`)}</p>
      <dl className="checklist">
        <dt>{t('counted')}</dt>
        <dd>{counted}</dd>
        <dt>{t('pending')}</dt>
        <dd>
          {pending} {namesOf('pending')}
        </dd>
        <dt>{t('silent')}</dt>
        <dd>
          {silent} {namesOf('silent')}
        </dd>
        <dt>{t('late')}</dt>
        <dd>{late}</dd>
      </dl>
      <ErrorNote error={act.error} />
    </Dialog>
  )
}
