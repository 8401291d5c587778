import { useState } from 'react'
import { type ScheduleView, scheduleContract } from '#adapters/http/contract/insight'
import { useAction, useDateText, useText, useMarks } from '#web/kit'
import { Button, ErrorNote, Section, TextField } from '#web/ui'
import { scheduleMessages as messages } from './schedule-messages.ts'

type Change = ScheduleView['changes'][number]

/** Every change that was asked for, newest first, with its reason and who decided it; a waiting one can be decided here. */
export function ScheduleHistory({ view }: { readonly view: ScheduleView }) {
  const t = useText(messages)
  return (
    <Section title={t('history')}>
      {view.changes.length === 0 ? (
        <p className="note">{t('noHistory')}</p>
      ) : (
        <ol className="lines">
          {view.changes.map((change) => (
            <li key={change.changeId}>
              <ChangeWords change={change} />
              {change.decided === null && view.mayDecide && <Decision changeId={change.changeId} />}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function ChangeWords({ change }: { readonly change: Change }) {
  const t = useText(messages)
  const said = useDateText()
  const marks = useMarks()
  const { body, decided, proposed, reason, source } = change
  const state = decided === null ? 'waiting' : decided.approved ? 'approved' : 'refused'
  const by = (act: { readonly name: string; readonly at: string }) => t('by', { name: act.name, at: act.at })
  return (
    <>
      <span>
        <b>{useBodyWords(body)}</b> <span className="chip">{t(state)}</span>
        {body.part !== 'nodes' && ` ${t('inForceFrom', { day: change.effectiveFrom })}`}
      </span>
      <p>{reason}</p>
      <small>{[by(proposed), source === null ? '' : t('sourceIs', { source })].filter(Boolean).join('　')}</small>
      {decided && <small>{[t(state), by(decided), decided.note].filter(Boolean).join('　')}</small>}
      {body.part === 'nodes' && (
        <small>{body.nodes.map(({ label, due }) => `${said(due)} ${label}`).join(marks.semicolon)}</small>
      )}
    </>
  )
}

function useBodyWords(body: Change['body']): string {
  const t = useText(messages)
  if (body.part === 'trajectory') return t('trajectoryPart', { kind: t(body.trajectory.kind) })
  if (body.part === 'nodes') return t('nodesPart', { count: body.nodes.length })
  return t('periodTargetsPart', { kind: t(body.kind) })
}

function Decision({ changeId }: { readonly changeId: string }) {
  const t = useText(messages)
  const [note, setNote] = useState('')
  const decide = useAction(scheduleContract.decideSchedule)
  const send = (approve: boolean) => decide.mutate({ params: { changeId }, body: { approve, note } })
  return (
    <div className="decision no-print">
      <TextField label={t('note')} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button look="primary" disabled={decide.isPending} onClick={() => send(true)}>
        {t('approve')}
      </Button>
      <Button look="danger" disabled={decide.isPending} onClick={() => send(false)}>
        {t('refuse')}
      </Button>
      <ErrorNote error={decide.error} />
    </div>
  )
}
