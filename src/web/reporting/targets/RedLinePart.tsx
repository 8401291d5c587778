import { type ChangeEvent, useState } from 'react'
import { reportingContract as contract, type TargetView } from '#adapters/http/contract/reporting'
import { addressOf, useAction, useText, When } from '#web/kit'
import { Button, Dialog, ErrorNote, ReasonDialog, Section, TextArea, TextField } from '#web/ui'
import { useWords } from '../words.ts'
import { Decide } from './Decide.tsx'
import { targetMessages as messages } from './messages.ts'

type Event = NonNullable<TargetView['redLine']>['events'][number]

interface RedLinePartProps {
  readonly view: TargetView
  readonly events: readonly Event[]
}

/** The events of a red line: recorded with date, note and evidence, taken back only with a reason and another person's approval. */
export function RedLinePart({ view, events }: RedLinePartProps) {
  const t = useText(messages)
  const [isRecording, setRecording] = useState(false)
  return (
    <Section title={t('redLine')}>
      {events.length === 0 && <p>{t('noEvents')}</p>}
      <ol className="lines">
        {events.map((event) => (
          <li key={event.eventId}>
            <EventLine event={event} view={view} />
          </li>
        ))}
      </ol>
      {view.may.recordEvent && (
        <div className="page__actions no-print">
          <Button onClick={() => setRecording(true)}>{t('recordEvent')}</Button>
        </div>
      )}
      {isRecording && <RecordDialog itemId={view.itemId} onClose={() => setRecording(false)} />}
    </Section>
  )
}

function EventLine({ event, view }: { readonly event: Event; readonly view: TargetView }) {
  const t = useText(messages)
  const [isRevoking, setRevoking] = useState(false)
  const revoke = useAction(contract.revokeRedLineEvent)
  const attach = useAction(contract.attachToRedLine)
  const { eventId, happenedOn, note, recordedBy, files, revocation } = event
  const choose = (change: ChangeEvent<HTMLInputElement>) => {
    const [file] = change.target.files ?? []
    if (file) attach.mutate({ params: { eventId }, file })
  }
  return (
    <>
      <span>
        <When at={happenedOn} />　{note}
      </span>
      <small>{t('recordedBy', { who: recordedBy })}</small>
      {files.map((file) => (
        <a key={file.attachmentId} href={addressOf(contract.targetFile, { params: file })} download>
          {file.fileName}
        </a>
      ))}
      <Revocation event={event} />
      <span className="no-print">
        {view.may.recordEvent && (
          <label className="button button--quiet lines__button">
            {t('file')}
            <input type="file" className="visually-hidden" disabled={attach.isPending} onChange={choose} />
          </label>
        )}{' '}
        {view.may.revokeEvent && revocation === null && (
          <Button look="quiet" className="lines__button" onClick={() => setRevoking(true)}>
            {t('revoke')}
          </Button>
        )}
      </span>
      <ErrorNote error={attach.error} />
      {isRevoking && (
        <ReasonDialog
          title={t('revoke')}
          label={t('revokeReason')}
          confirm={t('save')}
          action={revoke}
          input={(reason) => ({ params: { eventId }, body: { reason } })}
          onClose={() => setRevoking(false)}
        />
      )}
    </>
  )
}

function Revocation({ event: { eventId, revocation } }: { readonly event: Event }) {
  const t = useText(messages)
  const decide = useAction(contract.decideRevocation)
  if (revocation === null) return null
  const { reason, madeBy: who, approvedAt, mayDecide } = revocation
  const answer = (approve: boolean) => decide.mutate({ params: { eventId }, body: { approve } })
  return (
    <span>
      <span className="chip">
        {approvedAt === null ? t('revocationWaits', { reason, who }) : t('revoked', { reason })}
      </span>{' '}
      <Decide may={mayDecide} action={decide} onAnswer={answer} />
    </span>
  )
}

function RecordDialog({ itemId, onClose }: { readonly itemId: string; readonly onClose: () => void }) {
  const t = useText(messages)
  const { today } = useWords()
  const record = useAction(contract.recordRedLineEvent)
  const [happenedOn, setHappenedOn] = useState(today)
  const [note, setNote] = useState('')
  const save = () => record.mutate({ params: { itemId }, body: { happenedOn, note } }, { onSuccess: onClose })
  return (
    <Dialog
      title={t('recordEvent')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={note.trim() === '' || record.isPending} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <p>{t('eventWarning')}</p>
      <TextField
        label={t('happenedOn')}
        type="date"
        max={today}
        value={happenedOn}
        onChange={(event) => setHappenedOn(event.target.value)}
      />
      <TextArea label={t('eventNote')} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      <ErrorNote error={record.error} />
    </Dialog>
  )
}
