import { type FormEvent, useState } from 'react'
import { meetingContract, type MeetingPage } from '#adapters/http/contract/supervision'
import { useAction, useText, When } from '#web/kit'
import { Button, ErrorNote, Section, TextField } from '#web/ui'
import { meetingMessages as messages } from './messages.ts'

const nothing = { oldWords: '', newWords: '', reason: '' }

/** What was put right after the minutes were issued, and how to put something right. */
export function Corrections({ page }: { readonly page: MeetingPage }) {
  const t = useText(messages)
  return (
    <Section title={t('corrections')}>
      <ul className="meeting__list">
        {page.corrections.map(({ oldWords, newWords, reason, madeAt, madeByName }) => (
          <li key={madeAt}>
            <span>{t('correctionLine', { old: oldWords, new: newWords, reason })}</span>
            <small>
              {madeByName}　<When at={madeAt} />
            </small>
          </li>
        ))}
      </ul>
      {page.may.includes('correctMinutes') && <CorrectionForm meetingId={page.meeting.meetingId} />}
    </Section>
  )
}

function CorrectionForm({ meetingId }: { readonly meetingId: string }) {
  const t = useText(messages)
  const [said, setSaid] = useState(nothing)
  const correct = useAction(meetingContract.correctMinutes)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    correct.mutate({ params: { meetingId }, body: said }, { onSuccess: () => setSaid(nothing) })
  }
  const field = (name: keyof typeof nothing, label: keyof typeof messages) => (
    <TextField
      label={t(label)}
      value={said[name]}
      maxLength={4000}
      onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
    />
  )
  return (
    <form className="meeting__add no-print" onSubmit={submit}>
      {field('oldWords', 'oldWords')}
      {field('newWords', 'newWords')}
      {field('reason', 'correctionReason')}
      <Button type="submit" disabled={correct.isPending || Object.values(said).some((words) => words.trim() === '')}>
        {t('correct')}
      </Button>
      <ErrorNote error={correct.error} />
    </form>
  )
}
