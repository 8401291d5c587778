import { useState } from 'react'
import type { HistoryEntry, ItemView } from '#adapters/http/contract/insight'
import { useLanguage, useText, useMarks } from '#web/kit'
import { Button, type Column, DataTable, Empty, Figure } from '#web/ui'
import { correctedFigure } from './corrected-figure.ts'
import { periodName, shown } from './figures.ts'
import { itemMessages as messages } from './item-messages.ts'
import { insightMessages } from './messages.ts'
import { WhereFrom } from './WhereFrom.tsx'

/** Every figure of an item, newest first, each with the way back to where it came from. */
export function HistoryTable({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  const [opened, setOpened] = useState<HistoryEntry>()
  const columns = useColumns(view, setOpened)
  if (view.history.length === 0) {
    const unit = view.people.reportingUnit?.name
    return <Empty text={unit === undefined ? t('noHistoryAnyone') : t('noHistory', { unit })} />
  }
  return (
    <>
      <DataTable
        caption={t('history')}
        columns={columns}
        rows={view.history}
        rowKey={(entry) => entry.key}
        onOpen={setOpened}
      />
      {opened && <WhereFrom entry={opened} view={view} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function useColumns(view: ItemView, open: (entry: HistoryEntry) => void): readonly Column<HistoryEntry>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  const unit = view.line.target?.unit ?? ''
  const named = (title: string) => (unit === '' ? title : t('inUnit', { title, unit }))
  const period: Column<HistoryEntry> = {
    id: 'period',
    title: t('period'),
    cell: (entry) => <span className="nowrap">{periodName(entry.figurePeriodId, language)}</span>,
  }
  const figure: Column<HistoryEntry> = {
    id: 'figure',
    title: named(t('figure')),
    figure: true,
    cell: (entry) => <Reported entry={entry} />,
  }
  const accumulated: Column<HistoryEntry> = {
    id: 'accumulated',
    title: named(t('accumulated')),
    figure: true,
    cell: (entry) => <Figure value={entry.accumulated === null ? null : shown(entry.accumulated)} />,
  }
  // A running total says the same twice; only figures of periods add up to something else.
  const addsUp = view.item.promise?.accumulation === 'perPeriod'
  const figures = view.item.promise ? [figure, ...(addsUp ? [accumulated] : [])] : []
  return [
    period,
    ...figures,
    { id: 'said', title: t('said'), cell: (entry) => <Said entry={entry} /> },
    { id: 'state', title: t('state'), cell: (entry) => <States entry={entry} /> },
    {
      id: 'from',
      title: '',
      cell: (entry) => (
        <Button look="quiet" className="lines__button" onClick={() => open(entry)}>
          {t('whereFrom')}
        </Button>
      ),
    },
  ]
}

/** What was reported; a corrected figure is struck out, with what it was corrected to beside it. */
function Reported({ entry }: { readonly entry: HistoryEntry }) {
  const t = useText(messages)
  const figure = (value: string | null) => <Figure value={value === null ? null : shown(value)} />
  const told = entry.report?.noChange ? <span className="chip">{t('noChange')}</span> : figure(entry.figure)
  const corrected = correctedFigure(entry)
  if (corrected === null) return told
  return (
    <>
      {corrected.old !== null && <del>{told}</del>} <ins title={t('correctedTo')}>{figure(corrected.now)}</ins>
    </>
  )
}

function Said({ entry }: { readonly entry: HistoryEntry }) {
  const t = useText(messages)
  const words = useText(insightMessages)
  const marks = useMarks()
  const { report, release } = entry
  if (release) return <>{`${release.body}${marks.comma}${release.document}`}</>
  if (!report) return null
  return (
    <>
      {report.claim && <span className="chip">{words(report.claim)}</span>} {report.paragraph}
      {report.blockage && <p>{t('blockage', { what: report.blockage.what, needs: report.blockage.needs })}</p>}
    </>
  )
}

function States({ entry }: { readonly entry: HistoryEntry }) {
  const t = useText(messages)
  const marks = useMarks()
  const { report, release, verifiedBy, corrections } = entry
  const state = release ? 'released' : report?.state
  const states: readonly (readonly [boolean, keyof typeof messages])[] = [
    [state === 'released', 'released'],
    [state === 'submitted', 'submitted'],
    [state === 'signed', 'signed'],
    [state === 'accepted', 'accepted'],
    [state === 'returned', 'returned'],
    [report?.late === true, 'late'],
    [verifiedBy !== null && !release, 'verified'],
    [release?.estimate === true, 'estimate'],
    [corrections.some((one) => one.approved !== null), 'corrected'],
    [corrections.some((one) => one.approved === null), 'correctionPending'],
  ]
  const said = states.filter(([holds]) => holds).map(([, mark]) => t(mark))
  return <span className="nowrap">{said.join(marks.comma)}</span>
}
