import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, type Column, DataTable, ErrorNote } from '#web/ui'
import { keyOf } from './drafts.ts'
import { reportingMessages as messages } from './messages.ts'
import { SaidFigure } from './SaidFigure.tsx'

/** What has left the reader's hands in the open periods; until it is signed it can be taken back. */
export function UnderWay({ lines }: { readonly lines: readonly SheetLine[] }) {
  const t = useText(messages)
  const withdraw = useAction(reportingContract.withdraw)
  return (
    <>
      <ErrorNote error={withdraw.error} />
      <DataTable caption={t('underWay')} columns={columnsOf(t, withdraw)} rows={lines} rowKey={keyOf} />
    </>
  )
}

type Text = ReturnType<typeof useText<typeof messages>>
type Withdraw = ReturnType<typeof useAction<typeof reportingContract.withdraw>>

function columnsOf(t: Text, withdraw: Withdraw): readonly Column<SheetLine>[] {
  return [
    { id: 'item', title: t('item'), cell: ({ item }) => item.title },
    { id: 'figure', title: t('figure'), figure: true, cell: (line) => <SaidFigure line={line} /> },
    {
      id: 'state',
      title: t('state'),
      cell: (line) => (
        <span className="states">
          <StateWords line={line} />
          {line.report?.state === 'submitted' && (
            <Button look="quiet" disabled={withdraw.isPending} onClick={() => withdraw.mutate({ body: shown(line) })}>
              {t('withdraw')}
            </Button>
          )}
        </span>
      ),
    },
  ]
}

function shown({ cadenceId, periodId, itemId, report }: SheetLine) {
  return { cadenceId, periodId, itemId, revision: report?.revision ?? 0 }
}

/** Where a report is on its way, and whether it came late. */
export function StateWords({ line: { report, dispute } }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const isAnswered = report !== null && ['submitted', 'signed', 'accepted'].includes(report.state)
  if (dispute && dispute.state !== 'kept' && !isAnswered)
    return t(dispute.state === 'open' ? 'disputed' : 'disputeRight')
  if (!report) return null
  const state = report.state === 'returned' ? 'returnedState' : report.state
  return (
    <>
      {t(state)}
      {report.late && <span className="chip chip--late">{t('late')}</span>}
    </>
  )
}
