import { type FocusEvent, useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { SheetLine } from '#adapters/http/contract/reporting'
import { useText, useMarks } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { AskAnswer } from './AskAnswer.tsx'
import { AskMore } from './AskMore.tsx'
import { FileList } from './FileList.tsx'
import { savedSaid } from './drafts.ts'
import { reportingMessages as messages } from './messages.ts'
import { lastText } from './SaidFigure.tsx'
import { NotOursDialog } from './responsibility/NotOursDialog.tsx'
import type { Drafts } from './use-drafts.ts'
import type { Reporting } from './use-reporting.ts'
import { shown, targetText, useWords } from './words.ts'

export interface AskProps {
  readonly line: SheetLine
  readonly drafts: Drafts
  readonly reporting: Reporting
}

/** One item that is due: what it was, one field, "no change", and the rest folded away. */
export function AskRow({ line, drafts, reporting }: AskProps) {
  const leave = (event: FocusEvent<HTMLLIElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) reporting.keep(line)
  }
  return (
    <li className="ask" data-row tabIndex={-1} onBlur={leave}>
      <AskHead line={line} />
      <Returned line={line} />
      <Overtaken line={line} drafts={drafts} />
      <AskAnswer line={line} drafts={drafts} reporting={reporting} />
      <AskMore line={line} drafts={drafts}>
        <FileList line={line} drafts={drafts} />
        <NotOurs line={line} />
      </AskMore>
      <ErrorNote error={reporting.problemOf(line)} />
    </li>
  )
}

/** The other answer: not the unit's own, with a reason. */
function NotOurs({ line }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const [isOpen, setOpen] = useState(false)
  const { itemId, unitId, item } = line
  if (line.dispute) return null
  return (
    <p>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('notOurs')}
      </Button>
      {isOpen && <NotOursDialog itemId={itemId} unitId={unitId} title={item.title} onClose={() => setOpen(false)} />}
    </p>
  )
}

function AskHead({ line }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const words = useWords()
  const marks = useMarks()
  const { item, last, figurePeriodId } = line
  const unit = item.target?.unit ?? ''
  return (
    <div className="ask__head">
      <Link to="/items/$itemId" params={{ itemId: line.itemId }} className="ask__title">
        {item.title}
      </Link>
      <p className="ask__facts">
        {item.target && targetText(item.target) && (
          <span>
            {t('target')} {targetText(item.target)}
          </span>
        )}
        {item.accumulation && (
          <span>
            {t('figureOf', { period: words.period(figurePeriodId) })}
            {marks.comma}
            {t(item.accumulation)}
          </span>
        )}
        <span>
          {t('last')}{' '}
          {last === null ? (
            t('lastNone')
          ) : (
            <>
              <b className="figure">{lastText(line, t)}</b>
              {last.value !== null && unit} ({words.period(last.figurePeriodId)})
            </>
          )}
        </span>
        {last !== null && last.noChanges > 1 && <span>{t('sameRun', { count: last.noChanges })}</span>}
      </p>
    </div>
  )
}

function Returned({ line: { report, dispute } }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const words = useWords()
  const kept = dispute?.state === 'kept' ? dispute.reportDueAt : null
  if (kept) return <p className="note note--error">{t('keptDue', { moment: words.moment(kept) })}</p>
  if (!report?.returnReason || report.state === 'submitted') return null
  return (
    <p className="note note--error">
      {t('returned', { reason: report.returnReason })}
      {report.returnDueAt && ` ${t('returnedDue', { moment: words.moment(report.returnDueAt) })}`}
    </p>
  )
}

/** A colleague was quicker: his words are shown, and the reader decides. */
function Overtaken({ line, drafts }: Omit<AskProps, 'reporting'>) {
  const t = useText(messages)
  if (!drafts.isOvertaken(line)) return null
  const theirs = savedSaid(line)
  const now = [theirs.figure && shown(theirs.figure), theirs.claim && t(theirs.claim), theirs.paragraph]
    .filter(Boolean)
    .join(' ')
  return (
    <div className="note note--error" role="alert">
      <p>{t('conflict', { now: now || t('nothingSaid') })}</p>
      <Button look="quiet" onClick={() => drafts.drop(line)}>
        {t('takeTheirs')}
      </Button>
      <Button look="quiet" onClick={() => drafts.rebase(line, line.report?.revision ?? 0)}>
        {t('keepMine')}
      </Button>
    </div>
  )
}
