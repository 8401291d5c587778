import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { reasonWords } from '#core/insight'
import { dec } from '#core/kit'
import type { AgendaLine, MeetingPage } from '#adapters/http/contract/supervision'
import { claimMessages, useLanguage, useText, useMarks } from '#web/kit'
import { Button, Empty, LightMark } from '#web/ui'
import { DecisionForm } from './DecisionForm.tsx'
import { meetingMessages as messages } from './messages.ts'
import { NoteField } from './NoteField.tsx'

/** So many lines stand open; the lighter ones are one press away. */
const SHOWN_AT_FIRST = 12

/** The exceptions on the table, heaviest first, each with its notes and decisions. */
export function AgendaLines({ page }: { readonly page: MeetingPage }) {
  const t = useText(messages)
  const [all, setAll] = useState(false)
  const { lines } = page.meeting.agenda
  if (lines.length === 0) return <Empty text={t('noAgenda')} />
  const touched = new Set([...page.notes, ...page.decisions].map(({ lineId }) => lineId))
  const shown = all ? lines : lines.filter(({ itemId }, index) => index < SHOWN_AT_FIRST || touched.has(itemId))
  return (
    <>
      <div className="agenda">
        {shown.map((line) => (
          <RecordLine key={line.itemId} page={page} lineId={line.itemId} title={line.title} unitId={line.unitId}>
            <LineFacts line={line} />
          </RecordLine>
        ))}
      </div>
      {shown.length < lines.length && (
        <p className="no-print">
          <Button onClick={() => setAll(true)}>{t('more', { count: lines.length - shown.length })}</Button>
        </p>
      )}
    </>
  )
}

/** At most two places, as people read them. */
const short = (value: string): string => dec(value).toDecimalPlaces(2).toFixed()

function LineFacts({ line }: { readonly line: AgendaLine }) {
  const t = useText(messages)
  const claimText = useText(claimMessages)
  const { language } = useLanguage()
  const marks = useMarks()
  const { itemId, title, light, unitName, actual, unit, source, reasons, claim, gap, projected } = line
  return (
    <>
      <p className="agenda__title">
        <LightMark light={light} bare />
        <Link to="/items/$itemId" params={{ itemId }}>
          {title}
        </Link>
      </p>
      <p className="agenda__unit">
        {unitName}
        {actual !== null && `　${actual}${unit}`}
        {actual !== null && source === null && <small>{`${marks.open}${t('liveFigure')}${marks.close}`}</small>}
      </p>
      <p className="agenda__why">
        {reasons.map((reason) => shortReason(reasonWords(reason)[language])).join(marks.semicolon)}
      </p>
      <p>
        {claim !== null && <span className="chip">{t('claim', { claim: claimText(claim) })}</span>}
        {gap !== null && <span className="chip">{t(gap)}</span>}
        {projected !== null && (
          <span className="chip">{t('projected', { end: short(projected.end), unit: line.unit })}</span>
        )}
      </p>
    </>
  )
}

/** Computed decimals in a sentence, cut to two places. */
const shortReason = (words: string): string => words.replace(/\d+\.\d{3,}/g, short)

interface RecordLineProps {
  readonly page: MeetingPage
  readonly lineId: string
  readonly title: string
  readonly unitId: string | null
  readonly children: ReactNode
}

/** A line of the record: what lies on the table, what is said, what is decided. */
export function RecordLine({ page, lineId, title, unitId, children }: RecordLineProps) {
  const t = useText(messages)
  const [deciding, setDeciding] = useState(false)
  const { meetingId } = page.meeting
  const blockages = page.blockages.filter((one) => one.lineId === lineId)
  const note = page.notes.find((one) => one.lineId === lineId) ?? { words: '', revision: 0, changedByName: '' }
  return (
    <article className="agenda__line" id={`line-${lineId}`}>
      <div className="agenda__facts">
        {children}
        {blockages.map(({ blockageId, unitName, what, needs }) => (
          <p key={blockageId} className="agenda__why">
            {t('blocked', { unit: unitName, what, needs })}
          </p>
        ))}
      </div>
      <div className="agenda__record">
        {page.may.includes('note') ? (
          <NoteField meetingId={meetingId} lineId={lineId} title={title} stored={note} />
        ) : (
          <p className="agenda__said">{note.words}</p>
        )}
        <Decisions page={page} lineId={lineId} />
        {page.may.includes('decide') && !deciding && (
          <p className="no-print">
            <Button onClick={() => setDeciding(true)}>{t('decide')}</Button>
          </p>
        )}
        {deciding && (
          <DecisionForm
            {...{ meetingId, lineId, title, unitId }}
            blockages={blockages.filter(({ mayAnswer }) => mayAnswer)}
            onDone={() => setDeciding(false)}
          />
        )}
      </div>
    </article>
  )
}

function Decisions({ page, lineId }: { readonly page: MeetingPage; readonly lineId: string }) {
  const t = useText(messages)
  return page.decisions
    .filter((one) => one.lineId === lineId)
    .map(({ decisionNo, words, unitName, order, fate, dueOn, kind }) => (
      <div key={decisionNo} className="agenda__decision">
        <span>{words}</span>
        {order ? (
          <small>
            {unitName}{' '}
            <Link to="/orders/$orderId" params={{ orderId: order.orderId }}>
              {t('orderNo', { number: order.number })}
            </Link>{' '}
            {dueOn !== null && t('until', { day: dueOn })} <span className={`fate--${fate}`}>{t(fate)}</span>
          </small>
        ) : (
          <small>{kind === 'blockage' ? t('answered', { unit: unitName }) : t('onTheSpot')}</small>
        )}
      </div>
    ))
}
