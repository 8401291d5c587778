import { useState } from 'react'
import { scoringContract as contract, type Scores } from '#adapters/http/contract/scoring'
import { periodName, useAction, useLanguage, useText } from '#web/kit'
import { Button, Dialog, ErrorNote } from '#web/ui'
import { scoringMessages as messages } from './messages.ts'

interface DueQuarterProps {
  readonly due: NonNullable<Scores['due']>
  readonly planId: string
  readonly mayRun: boolean
}

/** The last quarter, while it waits to be evaluated. */
export function DueQuarter({ due, planId, mayRun }: DueQuarterProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const run = useAction(contract.runEvaluation)
  const period = periodName(due.periodId, language)
  const close = () => setAsking(false)
  const actions = (
    <>
      <Button onClick={close}>{t('cancel')}</Button>
      <Button
        look="primary"
        disabled={run.isPending}
        onClick={() => run.mutate({ body: { planId, periodId: due.periodId } }, { onSuccess: close })}
      >
        {t('run')}
      </Button>
    </>
  )
  return (
    <p className="note scores__due">
      {due.hasScheme ? t('dueText', { period, count: due.panelScores }) : t('dueNoScheme', { period })}
      {mayRun && due.hasScheme && (
        <Button look="primary" onClick={() => setAsking(true)}>
          {t('run')}
        </Button>
      )}
      {asking && (
        <Dialog title={t('runTitle', { period })} onClose={close} actions={actions}>
          <p>{t('runText')}</p>
          <ErrorNote error={run.error} />
        </Dialog>
      )}
    </p>
  )
}
