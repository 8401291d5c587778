import { useState } from 'react'
import type { Outcome, PreviewedRow, Said } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { Button, type Column, DataTable, Dialog, ErrorNote } from '#web/ui'
import { shown } from '../words.ts'
import { filledSheetMessages as messages } from './messages.ts'

type Text = ReturnType<typeof useText<typeof messages>>

interface SheetPreviewProps {
  readonly rows: readonly PreviewedRow[]
  /** What became of the rows that were filed; undefined = not filed yet. */
  readonly outcomes: readonly Outcome[] | undefined
  readonly error: Error | null
  readonly isBusy: boolean
  readonly onFile: (rows: readonly PreviewedRow[]) => void
  readonly onClose: () => void
}

/** The dry run of a sheet that came back: every row with what will become of it; conflicts are decided by the person. */
export function SheetPreview({ rows, outcomes, error, isBusy, onFile, onClose }: SheetPreviewProps) {
  const t = useText(messages)
  const [mine, setMine] = useState<ReadonlySet<number>>(new Set())
  const take = (row: number, isMine: boolean) =>
    setMine((before) => new Set(isMine ? [...before, row] : [...before].filter((one) => one !== row)))
  const filing = rows.filter(({ verdict, row }) => verdict === 'files' || (verdict === 'conflict' && mine.has(row)))
  // What was not filled in is counted; problems and conflicts come first.
  const weight = ({ verdict }: PreviewedRow) => (verdict === 'problem' ? 0 : verdict === 'conflict' ? 1 : 2)
  const told = rows.filter(({ verdict }) => verdict !== 'empty').toSorted((a, b) => weight(a) - weight(b))
  return (
    <Dialog
      title={t('previewTitle')}
      onClose={onClose}
      actions={
        outcomes ? (
          <Button look="primary" onClick={onClose}>
            {t('close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" disabled={filing.length === 0 || isBusy} onClick={() => onFile(filing)}>
              {filing.length === 0 ? t('nothingToFile') : t('fileAll', { count: filing.length })}
            </Button>
          </>
        )
      }
    >
      {!outcomes && (
        <p className="sheet__burden">
          {t('previewText')}
          {rows.length > told.length && t('leftEmpty', { count: rows.length - told.length })}
        </p>
      )}
      <ErrorNote error={error} />
      <DataTable
        caption={t('previewTitle')}
        columns={columnsOf(t, { mine, take, outcomes })}
        rows={told}
        rowKey={({ row }) => String(row)}
      />
    </Dialog>
  )
}

interface Deciding {
  readonly mine: ReadonlySet<number>
  readonly take: (row: number, isMine: boolean) => void
  readonly outcomes: readonly Outcome[] | undefined
}

function columnsOf(t: Text, deciding: Deciding): readonly Column<PreviewedRow>[] {
  return [
    { id: 'row', title: t('row'), figure: true, cell: ({ row }) => row },
    { id: 'item', title: t('item'), lead: true, cell: ({ title }) => title || '—' },
    { id: 'mine', title: t('mine'), cell: ({ mine, unitOfFigure }) => saidText(mine, unitOfFigure, t) },
    { id: 'theirs', title: t('theirs'), cell: ({ theirs, unitOfFigure }) => saidText(theirs, unitOfFigure, t) },
    { id: 'outcome', title: t('outcome'), cell: (row) => <Verdict row={row} {...deciding} /> },
  ]
}

function saidText(said: Said | null, unit: string, t: Text): string {
  if (!said) return '—'
  const { figure, noChange, claim, paragraph, blockage, parts } = said
  const made = parts ? `${parts.numerator}÷${parts.denominator}` : ''
  const number = figure === null ? '' : `${isFigure(figure) ? shown(figure) : figure}${unit}`
  return [number, made, noChange ? t('noChange') : '', claim ? t(claim) : '', paragraph, blockage?.what ?? '']
    .filter((part) => part !== '')
    .join('，')
}

const isFigure = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

function Verdict({ row, mine, take, outcomes }: Deciding & { readonly row: PreviewedRow }) {
  const t = useText(messages)
  const became = outcomes?.find(
    ({ itemId, periodId }) => itemId === row.shown?.itemId && periodId === row.shown.periodId,
  )
  if (became) return became.problem ? <span className="is-over">{became.problem.title}</span> : <b>{t('filed')}</b>
  if (row.problem) {
    const column = t((row.problem.column in messages ? row.problem.column : 'row') as keyof typeof messages)
    return <span className="is-over">{t('inColumn', { column, problem: row.problem.title })}</span>
  }
  if (row.verdict !== 'conflict') return <span>{t(row.verdict)}</span>
  return (
    <span className="states">
      {t('conflict')}
      <label>
        <input type="radio" checked={mine.has(row.row)} onChange={() => take(row.row, true)} /> {t('useMine')}
      </label>
      <label>
        <input type="radio" checked={!mine.has(row.row)} onChange={() => take(row.row, false)} /> {t('useTheirs')}
      </label>
    </span>
  )
}
