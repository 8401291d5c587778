import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { reconciliationContract, type ReconciliationRound } from '#adapters/http/contract/reporting'
import { periodName, useEndpoint, useLanguage, useText, When } from '#web/kit'
import { Button, type Column, DataTable, Empty, Loaded, Page } from '#web/ui'
import '../reporting.css'
import './reconciliation.css'
import { reconciliationMessages as messages } from './messages.ts'
import { OpenRoundDialog } from './OpenRoundDialog.tsx'

/** Rounds of reconciliation, newest first. */
export function ReconciliationsPage() {
  const t = useText(messages)
  const navigate = useNavigate()
  const columns = useColumns()
  const list = useEndpoint(reconciliationContract.reconciliations)
  const [opening, setOpening] = useState(false)
  const rounds = list.data?.rounds ?? []
  const counts = {
    count: rounds.length,
    open: rounds.filter(({ state }) => state === 'open').length,
    unsettled: rounds.filter(({ state }) => state === 'open').reduce((sum, { unsettled }) => sum + unsettled, 0),
  }
  return (
    <Page
      title={t('reconciliations')}
      lead={t('lead', counts)}
      actions={
        list.data?.mayOpen && (
          <Button look="primary" onClick={() => setOpening(true)}>
            {t('open')}
          </Button>
        )
      }
    >
      <Loaded query={list}>
        {() =>
          rounds.length === 0 ? (
            <Empty text={t('none')} />
          ) : (
            <DataTable
              caption={t('reconciliations')}
              columns={columns}
              rows={rounds}
              rowKey={({ reconciliationId }) => reconciliationId}
              onOpen={(params) => void navigate({ to: '/reconciliations/$reconciliationId', params })}
            />
          )
        }
      </Loaded>
      {opening && <OpenRoundDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}

function useColumns(): readonly Column<ReconciliationRound>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  return [
    {
      id: 'name',
      title: t('name'),
      lead: true,
      cell: ({ reconciliationId, name, firstUnitName, secondUnitName }) => (
        <>
          <Link to="/reconciliations/$reconciliationId" params={{ reconciliationId }}>
            {name}
          </Link>
          <small className="reconciliation__sides">
            {firstUnitName} · {secondUnitName}
          </small>
        </>
      ),
    },
    { id: 'period', title: t('period'), cell: ({ periodId }) => periodName(periodId, language) },
    { id: 'due', title: t('dueOn'), cell: ({ dueOn }) => <When at={dueOn} /> },
    { id: 'keys', title: t('keys'), figure: true, cell: ({ keys }) => keys },
    { id: 'agreed', title: t('agreedCount'), figure: true, cell: ({ agreed }) => agreed },
    { id: 'settled', title: t('settledCount'), figure: true, cell: ({ settled }) => settled },
    {
      id: 'unsettled',
      title: t('unsettledCount'),
      figure: true,
      cell: ({ unsettled }) => <b className={unsettled > 0 ? 'reconciliation__open' : undefined}>{unsettled}</b>,
    },
    { id: 'state', title: t('state'), cell: ({ state }) => t(state === 'open' ? 'roundOpen' : 'roundClosed') },
  ]
}
