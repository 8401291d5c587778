import { useState } from 'react'
import { planContract, type WireFinding } from '#adapters/http/contract/plan'
import { addressOf, useLanguage, useText } from '#web/kit'
import { Button, Dialog, Empty, TextField } from '#web/ui'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import { useReview } from './review-context.ts'

const severities = { error: 'severityError', question: 'severityQuestion', note: 'severityNote' } as const

/** What the plan check found: each with its place and remedy; muted ones apart, with their reasons. */
export function FindingsTab() {
  const t = useText(planMessages)
  const { draft, state } = useReview()
  const [muting, setMuting] = useState<WireFinding | null>(null)
  const mutes = new Map(entriesOf(state.rows, 'mute').map(({ body }) => [body.findingId, body.reason]))
  const open = draft.findings.filter((finding) => !mutes.has(finding.findingId))
  const muted = draft.findings.filter((finding) => mutes.has(finding.findingId))
  if (draft.findings.length === 0) return <Empty text={t('noFindings')} />
  return (
    <>
      <p className="review__lead">{t('findingsLead')}</p>
      <FindingFiles draftId={draft.draftId} isDocx={/\.docx$/i.test(draft.fileName)} />
      <ul className="findings">
        {open.map((finding) => (
          <FindingLine key={finding.findingId} finding={finding} reason={null} onMute={() => setMuting(finding)} />
        ))}
      </ul>
      {muted.length > 0 && (
        <details className="removed">
          <summary>{t('mutedOnes', { count: muted.length })}</summary>
          <ul className="findings">
            {muted.map((finding) => (
              <FindingLine
                key={finding.findingId}
                finding={finding}
                reason={mutes.get(finding.findingId) ?? ''}
                onMute={() => setMuting(finding)}
              />
            ))}
          </ul>
        </details>
      )}
      {muting && <MuteDialog finding={muting} onClose={() => setMuting(null)} />}
    </>
  )
}

/** The findings as files for the drafters; comments go into a docx only. */
function FindingFiles({ draftId, isDocx }: { readonly draftId: string; readonly isDocx: boolean }) {
  const t = useText(planMessages)
  const params = { draftId }
  return (
    <p className="finding-files">
      {isDocx && (
        <a className="button" href={addressOf(planContract.draftComments, { params })}>
          {t('downloadComments')}
        </a>
      )}
      <a className="button" href={addressOf(planContract.draftFindings, { params })}>
        {t('downloadFindings')}
      </a>
    </p>
  )
}

interface FindingLineProps {
  readonly finding: WireFinding
  /** Why it is muted; null = it is not. */
  readonly reason: string | null
  readonly onMute: () => void
}

function FindingLine({ finding, reason, onMute }: FindingLineProps) {
  const t = useText(planMessages)
  const { language } = useLanguage()
  const { draft, showRange, actions, closed } = useReview()
  const { severity, message, remedy, places, count } = finding
  const [all, setAll] = useState(false)
  const shown = all ? places : places.slice(0, SHOWN_PLACES)
  const more = (count ?? places.length) - shown.length
  return (
    <li className={`finding finding--${severity}`}>
      <span className="finding__severity">{t(severities[severity])}</span>
      <div>
        <p>{message[language]}</p>
        <p className="finding__remedy">{remedy[language]}</p>
        <p className="finding__places">
          {shown.map((place, at) => (
            <button key={`${place.start}-${at}`} type="button" onClick={() => showRange({ ...place })}>
              {quoteOf(draft.text, place)}
            </button>
          ))}
          {!all && more > 0 && (
            <button type="button" onClick={() => setAll(true)}>
              {t('morePlaces', { count: more })}
            </button>
          )}
          {all && more > 0 && t('morePlaces', { count: more })}
        </p>
        {reason !== null && <p className="finding__remedy">{t('muted', { reason })}</p>}
      </div>
      {!closed && (
        <Button look="quiet" onClick={reason === null ? onMute : () => void actions.mute(finding.findingId, null)}>
          {t(reason === null ? 'mute' : 'unmute')}
        </Button>
      )}
    </li>
  )
}

/** A trait of the whole text has many places; the first say what is meant. */
const SHOWN_PLACES = 6
const LONGEST_QUOTE = 36

function quoteOf(text: string, place: { start: number; end: number }): string {
  const words = text.slice(place.start, place.end).replace(/\s+/g, '')
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words
}

function MuteDialog({ finding, onClose }: { readonly finding: WireFinding; readonly onClose: () => void }) {
  const t = useText(planMessages)
  const { language } = useLanguage()
  const { actions } = useReview()
  const [reason, setReason] = useState('')
  const mute = async () => {
    await actions.mute(finding.findingId, reason)
    onClose()
  }
  return (
    <Dialog
      title={t('mute')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={reason.trim() === ''} onClick={() => void mute()}>
            {t('mute')}
          </Button>
        </>
      }
    >
      <p>{finding.message[language]}</p>
      <TextField label={t('muteReason')} value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
    </Dialog>
  )
}
