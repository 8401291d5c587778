import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type ActOfPeriod, reconciliationContract } from '#adapters/http/contract/reporting'
import { localDateAt } from '#core/kit'
import { useEndpoint, useText } from '#web/kit'
import { Button } from '#web/ui'
import { useWords } from '../words.ts'
import { reconciliationMessages as messages } from './messages.ts'
import { OpenRoundDialog } from './OpenRoundDialog.tsx'

/** What is done with a reconciliation that is due: its ledger is opened, or gone on with. It is done when its round is closed. */
export function ReconcileDeed({ act }: { readonly act: ActOfPeriod }) {
  const t = useText(messages)
  const { timeZone } = useWords()
  const [opening, setOpening] = useState(false)
  const list = useEndpoint(reconciliationContract.reconciliations)
  const { cadenceId, planId, periodId, dueAt } = act
  const own = (list.data?.rounds ?? []).filter((round) => round.cadenceId === cadenceId)
  const open = own.find((round) => round.periodId === periodId && round.state === 'open')
  if (open)
    return (
      <Link to="/reconciliations/$reconciliationId" params={{ reconciliationId: open.reconciliationId }}>
        {t('goOn')}
      </Link>
    )
  if (!list.data?.mayOpen) return null
  return (
    <>
      <Button look="quiet" onClick={() => setOpening(true)}>
        {t('begin')}
      </Button>
      {opening && (
        <OpenRoundDialog
          asked={{ planId, cadenceId, periodId, dueOn: localDateAt(dueAt, timeZone), before: own[0] }}
          onClose={() => setOpening(false)}
        />
      )}
    </>
  )
}
