import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { meetingContract, type MeetingRow } from '#adapters/http/contract/supervision'
import { useEndpoint, useText, When } from '#web/kit'
import { Button, type Column, DataTable, Empty, Loaded, Page } from '#web/ui'
import '../supervision.css'
import './meeting.css'
import { meetingMessages as messages } from './messages.ts'
import { PlanMeetingDialog } from './PlanMeetingDialog.tsx'

/** Meetings, newest first, and how to call one together. */
export function MeetingsPage() {
  const t = useText(messages)
  const navigate = useNavigate()
  const columns = useColumns()
  const list = useEndpoint(meetingContract.meetings)
  const [planning, setPlanning] = useState(false)
  const meetings = list.data?.meetings ?? []
  const places = list.data?.places ?? []
  const open = meetings.filter(({ state }) => state !== 'issued').length
  return (
    <Page
      title={t('meetings')}
      lead={t('meetingsLead', { count: meetings.length, open })}
      actions={
        <>
          <Link to="/meeting" className="button button--plain">
            {t('live')}
          </Link>
          {places.length > 0 && (
            <Button look="primary" onClick={() => setPlanning(true)}>
              {t('plan')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={list}>
        {() =>
          meetings.length === 0 ? (
            <Empty text={t('noMeetings')} />
          ) : (
            <DataTable
              caption={t('meetings')}
              columns={columns}
              rows={meetings}
              rowKey={({ meetingId }) => meetingId}
              onOpen={({ meetingId }) => void navigate({ to: '/meetings/$meetingId', params: { meetingId } })}
            />
          )
        }
      </Loaded>
      {planning && <PlanMeetingDialog places={places} onClose={() => setPlanning(false)} />}
    </Page>
  )
}

function useColumns(): readonly Column<MeetingRow>[] {
  const t = useText(messages)
  return [
    { id: 'day', title: t('heldOn'), cell: ({ heldOn }) => <When className="nowrap" at={heldOn} /> },
    {
      id: 'title',
      title: t('where'),
      lead: true,
      cell: ({ meetingId, number, planTitle, campaignNo }) => (
        <>
          <Link to="/meetings/$meetingId" params={{ meetingId }}>
            {t('title', { number })}
          </Link>
          <small className="list__sub">
            {planTitle}
            {campaignNo > 0 && `　${t('campaign', { no: campaignNo })}`}
          </small>
        </>
      ),
    },
    { id: 'chair', title: t('chair'), cell: ({ chair }) => chair },
    { id: 'decisions', title: t('decisions'), figure: true, cell: ({ decisions }) => decisions },
    { id: 'state', title: t('state'), cell: ({ state }) => <span className="nowrap">{t(state)}</span> },
  ]
}
