import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { meetingContract, type MeetingPage } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote } from '#web/ui'
import { meetingMessages as messages } from './messages.ts'

/** What can be done to a meeting now. */
export function MeetingDeeds({ page }: { readonly page: MeetingPage }) {
  const t = useText(messages)
  const { meetingId, agenda } = page.meeting
  const params = { meetingId }
  const [issuing, setIssuing] = useState(false)
  const retake = useAction(meetingContract.retakeAgenda)
  const hold = useAction(meetingContract.holdMeeting)
  const may = new Set(page.may)
  return (
    <>
      {may.has('takeAgenda') && agenda.seal !== null && (
        <Button
          look="quiet"
          disabled={retake.isPending}
          onClick={() => retake.mutate({ params, body: { basis: 'sealed' } })}
        >
          {t('retakeSealed')}
        </Button>
      )}
      {may.has('takeAgenda') && (
        <Button
          look="quiet"
          disabled={retake.isPending}
          onClick={() => retake.mutate({ params, body: { basis: 'live' } })}
        >
          {t('retakeLive')}
        </Button>
      )}
      <Link to="/meetings/$meetingId/minutes" params={params} className="button button--plain">
        {t('minutes')}
      </Link>
      {may.has('hold') && (
        <Button look="primary" disabled={hold.isPending} onClick={() => hold.mutate({ params })}>
          {t('hold')}
        </Button>
      )}
      {may.has('issueMinutes') && (
        <Button look="primary" onClick={() => setIssuing(true)}>
          {t('issueMinutes')}
        </Button>
      )}
      <ErrorNote error={retake.error ?? hold.error} />
      {issuing && <IssueDialog meetingId={meetingId} onClose={() => setIssuing(false)} />}
    </>
  )
}

function IssueDialog({ meetingId, onClose }: { readonly meetingId: string; readonly onClose: () => void }) {
  const t = useText(messages)
  const issue = useAction(meetingContract.issueMinutes)
  return (
    <Dialog
      title={t('issueTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={issue.isPending}
            onClick={() => issue.mutate({ params: { meetingId } }, { onSuccess: onClose })}
          >
            {t('issueMinutes')}
          </Button>
        </>
      }
    >
      <p>{t('issueText')}</p>
      <ErrorNote error={issue.error} />
    </Dialog>
  )
}
