import './targets.css'
import { type ChangeEvent, useState } from 'react'
import { type RecognisedRow, reportingContract as contract, type TargetView } from '#adapters/http/contract/reporting'
import { addressOf, useAction, useText, When } from '#web/kit'
import { Button, DataTable, Empty, ErrorNote, ReasonDialog, type Column } from '#web/ui'
import { targetMessages as messages } from './messages.ts'
import { RowDialog } from './RowDialog.tsx'

/** The funnel of what another body decides, with its rows: the reporter keeps them, the acceptor looks at the documents. */
export function RecognitionTable({ view }: { readonly view: TargetView }) {
  const t = useText(messages)
  const [edited, setEdited] = useState<RecognisedRow | 'new'>()
  const look = useAction(contract.lookAtRecognitions)
  if (view.recognised === null) return null
  const { funnel, rows } = view.recognised
  const waiting = rows.filter(
    (row) => row.recognisedOn !== null && row.lookedAt === null && row.withdrawalReason === null,
  )
  return (
    <div className="targets">
      <Funnel funnel={funnel} />
      <p className="field__hint">{t('funnelLead')}</p>
      {rows.length === 0 ? <Empty text={t('noRows')} /> : <Rows view={view} rows={rows} onEdit={setEdited} />}
      <ErrorNote error={look.error} />
      <div className="page__actions no-print">
        {view.may.writeRows && <Button onClick={() => setEdited('new')}>{t('addRow')}</Button>}
        {view.may.lookAtRows && waiting.length > 0 && (
          <Button
            disabled={look.isPending}
            onClick={() => look.mutate({ body: { rowIds: waiting.map((row) => row.rowId) } })}
          >
            {t('look', { count: waiting.length })}
          </Button>
        )}
      </div>
      {edited && (
        <RowDialog itemId={view.itemId} row={edited === 'new' ? null : edited} onClose={() => setEdited(undefined)} />
      )}
    </div>
  )
}

const STEPS = ['filed', 'admitted', 'recognised', 'lookedAt'] as const

function Funnel({ funnel }: { readonly funnel: NonNullable<TargetView['recognised']>['funnel'] }) {
  const t = useText(messages)
  const most = Math.max(funnel.filed, 1)
  return (
    <dl className="funnel">
      {STEPS.map((step) => (
        <div key={step}>
          <dt>{t(step)}</dt>
          <dd>
            <meter min={0} max={most} value={funnel[step]} aria-label={t(step)} />
            <b className="figure">{funnel[step]}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface RowsProps {
  readonly view: TargetView
  readonly rows: readonly RecognisedRow[]
  readonly onEdit: (row: RecognisedRow) => void
}

function Rows({ view, rows, onEdit }: RowsProps) {
  const t = useText(messages)
  const columns = rowColumns(t, view, onEdit)
  return <DataTable caption={t('funnel')} columns={columns} rows={rows} rowKey={(row) => row.rowId} />
}

function rowColumns(
  t: ReturnType<typeof useText<typeof messages>>,
  view: TargetView,
  onEdit: RowsProps['onEdit'],
): readonly Column<RecognisedRow>[] {
  return [
    { id: 'name', title: t('name'), cell: (row) => row.name ?? t('hidden') },
    { id: 'body', title: t('decidingBody'), cell: (row) => row.body },
    { id: 'state', title: t('state'), cell: (row) => <RowState row={row} /> },
    { id: 'document', title: t('document'), cell: (row) => <RowDocument row={row} mayAttach={mayChange(view, row)} /> },
    { id: 'deeds', title: '', cell: (row) => <RowDeeds view={view} row={row} onEdit={onEdit} /> },
  ]
}

const mayChange = (view: TargetView, row: RecognisedRow): boolean =>
  view.may.writeRows && row.lookedAt === null && row.withdrawalReason === null

function RowState({ row }: { readonly row: RecognisedRow }) {
  const t = useText(messages)
  if (row.withdrawalReason !== null)
    return <span className="chip">{t('withdrawn', { reason: row.withdrawalReason })}</span>
  const [step, day] = row.recognisedOn
    ? (['recognised', row.recognisedOn] as const)
    : row.admittedOn
      ? (['admitted', row.admittedOn] as const)
      : (['filed', row.filedOn] as const)
  return (
    <span className="nowrap">
      {t(step)} <When at={day} /> {row.lookedAt !== null && <span className="chip">{t('lookedAt')}</span>}
    </span>
  )
}

function RowDocument({ row, mayAttach }: { readonly row: RecognisedRow; readonly mayAttach: boolean }) {
  const t = useText(messages)
  const attach = useAction(contract.attachToRecognition)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file) attach.mutate({ params: { rowId: row.rowId }, file })
  }
  return (
    <>
      {row.document}{' '}
      {row.files.map((file) => (
        <a key={file.attachmentId} href={addressOf(contract.targetFile, { params: file })} download>
          {file.fileName}
        </a>
      ))}
      {mayAttach && (
        <label className="button button--quiet lines__button no-print">
          {t('attachDocument')}
          <input type="file" className="visually-hidden" disabled={attach.isPending} onChange={choose} />
        </label>
      )}
      <ErrorNote error={attach.error} />
    </>
  )
}

function RowDeeds({ view, row, onEdit }: Omit<RowsProps, 'rows'> & { readonly row: RecognisedRow }) {
  const t = useText(messages)
  const [isLeaving, setLeaving] = useState(false)
  const withdraw = useAction(contract.withdrawRecognition)
  const mayWithdraw =
    row.withdrawalReason === null && (row.lookedAt === null ? view.may.writeRows : view.may.lookAtRows)
  return (
    <span className="no-print">
      {mayChange(view, row) && (
        <Button look="quiet" className="lines__button" onClick={() => onEdit(row)}>
          {t('changeRow')}
        </Button>
      )}{' '}
      {mayWithdraw && (
        <Button look="quiet" className="lines__button" onClick={() => setLeaving(true)}>
          {t('withdrawRow')}
        </Button>
      )}
      {isLeaving && (
        <ReasonDialog
          title={`${t('withdrawRow')} · ${row.name ?? ''}`}
          label={t('withdrawReason')}
          confirm={t('save')}
          action={withdraw}
          input={(reason) => ({ params: { rowId: row.rowId }, body: { reason } })}
          onClose={() => setLeaving(false)}
        />
      )}
    </span>
  )
}
