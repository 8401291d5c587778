import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { meetingContract, type MeetingPage } from '#adapters/http/contract/supervision'
import { periodName, useAction, useDateText, useEndpoint, useLanguage, useText } from '#web/kit'
import { Button, ErrorNote, Loaded, Page, Section, TextField } from '#web/ui'
import '../supervision.css'
import './meeting.css'
import { AgendaLines, RecordLine } from './AgendaLines.tsx'
import { Attendance } from './Attendance.tsx'
import { Corrections } from './Corrections.tsx'
import { MeetingDeeds } from './MeetingDeeds.tsx'
import { FollowUps, MeetingSides } from './MeetingSides.tsx'
import { meetingMessages as messages } from './messages.ts'

const route = getRouteApi('/frame/meetings/$meetingId')

/** While a meeting runs, what others write comes in this often. */
const REFRESH_MS = 5_000

/** One meeting: what became of the last, what lies on the table, what is said and decided, and who came. */
export function MeetingRecordPage() {
  const { meetingId } = route.useParams()
  const t = useText(messages)
  const page = useEndpoint(meetingContract.meetingRecord, { params: { meetingId } }, { refetchInterval: REFRESH_MS })
  return (
    <Loaded query={page} title={t('meetings')}>
      {(data) => <MeetingRecord key={data.meeting.meetingId} page={data} />}
    </Loaded>
  )
}

function MeetingRecord({ page }: { readonly page: MeetingPage }) {
  const t = useText(messages)
  const { meeting, followUps } = page
  const { agenda } = meeting
  const count = agenda.lines.length
  const { red = 0, yellow = 0 } = agenda.whole.lights
  const following = red + yellow - count
  const listed = t(following > 0 ? 'agendaOwn' : 'agendaAside', { all: red + yellow, count, following })
  return (
    <Page
      title={t('title', { number: meeting.number })}
      lead={<LeadWords page={page} />}
      actions={<MeetingDeeds page={page} />}
    >
      <p className="no-print">
        <Link to="/meetings">{t('allMeetings')}</Link>
      </p>
      {followUps.length > 0 && (
        <Section title={t('followUps')}>
          <FollowUps followUps={followUps} />
        </Section>
      )}
      <Section title={t('agenda')} aside={<small>{listed}</small>}>
        <AgendaLines page={page} />
      </Section>
      {(page.lines.length > 0 || page.may.includes('addLine')) && (
        <Section title={t('ownLines')}>
          <OwnLines page={page} />
        </Section>
      )}
      <MeetingSides agenda={agenda} />
      <Section title={t('attendance')}>
        <Attendance page={page} />
      </Section>
      {meeting.state === 'issued' && <Corrections page={page} />}
    </Page>
  )
}

function LeadWords({ page }: { readonly page: MeetingPage }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const said = useDateText()
  const { agenda, heldOn, place, chair, state, planTitle } = page.meeting
  const { seal, basis, takenOn, whole, silentUnits } = agenda
  const { red = 0, yellow = 0 } = whole.lights
  const from =
    basis === 'sealed' && seal
      ? t('leadSealed', { seq: seal.seq, period: periodName(seal.periodId, language) })
      : t('leadLive', { day: takenOn })
  const where = [said(heldOn), place, chair, t(state)].filter((part) => part !== '').join(' · ')
  const counts = t('leadCounts', { count: whole.count, red, yellow, silent: silentUnits.length })
  return <>{`${planTitle}　${where}　${from}　${counts}`}</>
}

function OwnLines({ page }: { readonly page: MeetingPage }) {
  const t = useText(messages)
  const { meetingId } = page.meeting
  const [title, setTitle] = useState('')
  const add = useAction(meetingContract.addAgendaLine)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ params: { meetingId }, body: { title } }, { onSuccess: () => setTitle('') })
  }
  return (
    <>
      {page.lines.length > 0 && (
        <div className="agenda">
          {page.lines.map((line) => (
            <RecordLine key={line.lineId} page={page} {...line} unitId={null}>
              <p className="agenda__title">
                <b>{line.title}</b>
              </p>
            </RecordLine>
          ))}
        </div>
      )}
      {page.may.includes('addLine') && (
        <form className="meeting__add no-print" onSubmit={submit}>
          <TextField
            label={t('addLine')}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button type="submit" disabled={title.trim() === '' || add.isPending}>
            {t('add')}
          </Button>
          <ErrorNote error={add.error} />
        </form>
      )}
    </>
  )
}
