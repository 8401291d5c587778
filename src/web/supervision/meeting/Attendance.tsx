import { type FormEvent, useState } from 'react'
import { meetingContract, type MeetingPage } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, SideScroll, TextField } from '#web/ui'
import { meetingMessages as messages } from './messages.ts'

type Attendee = MeetingPage['attendees'][number]
type Presence = Attendee['presence']
const presences: readonly Presence[] = ['expected', 'present', 'substitute', 'absent']

/** Who was asked, by post, and whether they came. */
export function Attendance({ page }: { readonly page: MeetingPage }) {
  const t = useText(messages)
  const may = page.may.includes('attend')
  return (
    <>
      <SideScroll label={t('attendance')}>
        <table className="table table--blocks attendance">
          <caption className="visually-hidden">{t('attendance')}</caption>
          <thead>
            <tr>
              {(['post', 'presence', 'reason'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.attendees.map((attendee) => (
              <AttendeeRow key={attendee.attendeeNo} {...{ attendee, may }} meetingId={page.meeting.meetingId} />
            ))}
          </tbody>
        </table>
      </SideScroll>
      {may && <AddPost page={page} />}
    </>
  )
}

interface AttendeeRowProps {
  readonly meetingId: string
  readonly attendee: Attendee
  readonly may: boolean
}

function AttendeeRow({ meetingId, attendee, may }: AttendeeRowProps) {
  const t = useText(messages)
  const { attendeeNo, post, presence, reason } = attendee
  const [said, setSaid] = useState({ presence, reason })
  const record = useAction(meetingContract.recordAttendance)
  const needsWords = said.presence === 'substitute' || said.presence === 'absent'
  const keep = (next: typeof said) => {
    setSaid(next)
    const isReady = next.presence === 'present' || next.presence === 'expected' || next.reason.trim() !== ''
    if (isReady) record.mutate({ params: { meetingId }, body: { attendeeNo, post, ...next } })
  }
  return (
    <tr>
      <td className="is-lead">{post}</td>
      <td data-title={t('presence')}>
        {may ? (
          <select
            className="input"
            aria-label={`${post} ${t('presence')}`}
            value={said.presence}
            onChange={(event) =>
              keep({ ...said, presence: presences.find((one) => one === event.target.value) ?? presence })
            }
          >
            {presences.map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </select>
        ) : (
          t(presence)
        )}
      </td>
      <td data-title={t('reason')}>
        {may && needsWords ? (
          <input
            className="input"
            aria-label={`${post} ${t('reason')}`}
            value={said.reason}
            maxLength={200}
            onChange={(event) => setSaid({ ...said, reason: event.target.value })}
            onBlur={() => keep(said)}
          />
        ) : (
          reason
        )}
        <ErrorNote error={record.error} />
      </td>
    </tr>
  )
}

function AddPost({ page }: { readonly page: MeetingPage }) {
  const t = useText(messages)
  const { meetingId } = page.meeting
  const [post, setPost] = useState('')
  const record = useAction(meetingContract.recordAttendance)
  const open = page.attendees.filter(({ presence }) => presence === 'expected')
  const add = (event: FormEvent) => {
    event.preventDefault()
    const body = { attendeeNo: null, post, presence: 'expected', reason: '' } as const
    record.mutate({ params: { meetingId }, body }, { onSuccess: () => setPost('') })
  }
  const allPresent = async () => {
    for (const { attendeeNo, post: known } of open) {
      const body = { attendeeNo, post: known, presence: 'present', reason: '' } as const
      await record.mutateAsync({ params: { meetingId }, body })
    }
  }
  return (
    <form className="meeting__add no-print" onSubmit={add}>
      <TextField
        label={t('addPost')}
        value={post}
        maxLength={200}
        hint={t('chairHint')}
        onChange={(event) => setPost(event.target.value)}
      />
      <Button type="submit" disabled={post.trim() === '' || record.isPending}>
        {t('add')}
      </Button>
      {open.length > 0 && (
        <Button disabled={record.isPending} onClick={() => void allPresent().catch(() => undefined)}>
          {t('allPresent')}
        </Button>
      )}
      <ErrorNote error={record.error} />
    </form>
  )
}
