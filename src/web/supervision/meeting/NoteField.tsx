import { useEffect, useRef, useState } from 'react'
import { mergeWords } from '#core/kit'
import { meetingContract } from '#adapters/http/contract/supervision'
import { call, useText } from '#web/kit'
import { meetingMessages as messages } from './messages.ts'

/** What stands on a line by the server's last word; revision 0 = nothing. */
interface Stored {
  readonly words: string
  readonly revision: number
  readonly changedByName: string
}

interface NoteFieldProps {
  readonly meetingId: string
  readonly lineId: string
  readonly title: string
  readonly stored: Stored
}

/** Quiet for so long, and what was typed is sent. */
const PAUSE_MS = 700
/** After a lost connection or a refusal it is tried again. */
const RETRY_MS = 4_000

/** Notes on one line: kept while they are typed; what somebody else writes on the same line meanwhile comes in beside it. */
export function NoteField({ meetingId, lineId, title, stored }: NoteFieldProps) {
  const t = useText(messages)
  const { words, state, type, send } = useKeptWords(stored, (base, now) =>
    call(meetingContract.saveNote, { params: { meetingId }, body: { lineId, base, words: now } }),
  )
  const rows = Math.min(14, Math.max(2, words.split('\n').length + Math.floor(words.length / 40)))
  return (
    <div className="agenda__note">
      <textarea
        aria-label={t('noteOf', { title })}
        placeholder={t('note')}
        rows={rows}
        maxLength={8000}
        value={words}
        onChange={(event) => type(event.target.value)}
        onBlur={send}
      />
      <span className="agenda__status" role="status">
        <span>{state === 'quiet' ? '' : t(state)}</span>
        {stored.changedByName !== '' && <span>{t('lastBy', { name: stored.changedByName })}</span>}
      </span>
    </div>
  )
}

type KeepState = 'quiet' | 'saving' | 'saved' | 'unsaved'
type Keep = (base: string, words: string) => Promise<{ readonly words: string; readonly revision: number }>

function useKeptWords(stored: Stored, keep: Keep) {
  const [words, setWords] = useState(stored.words)
  const [state, setState] = useState<KeepState>('quiet')
  /** What the server last said, and what is on the page: read by what comes back later. */
  const known = useRef({ ...stored, now: stored.words, isSending: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const show = (next: string) => {
    known.current.now = next
    setWords(next)
  }
  const takeIn = (sent: string, answer: { readonly words: string; readonly revision: number }) => {
    if (answer.revision < known.current.revision) return
    const next = mergeWords(sent, known.current.now, answer.words)
    Object.assign(known.current, { words: answer.words, revision: answer.revision })
    show(next)
  }
  const sendLater = (pause: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), pause)
  }
  const send = async () => {
    const { words: base, now, isSending } = known.current
    clearTimeout(timer.current)
    if (isSending || base === now) return
    known.current.isSending = true
    setState('saving')
    try {
      takeIn(now, await keep(base, now))
      setState('saved')
    } catch {
      setState('unsaved')
      sendLater(RETRY_MS)
    } finally {
      known.current.isSending = false
    }
    if (known.current.now !== known.current.words) sendLater(PAUSE_MS)
  }
  const type = (next: string) => {
    show(next)
    sendLater(PAUSE_MS)
  }
  useEffect(() => {
    const at = known.current
    if (at.isSending || stored.revision <= at.revision) return
    const next = mergeWords(at.words, at.now, stored.words)
    Object.assign(at, { words: stored.words, revision: stored.revision, now: next })
    setWords(next)
  }, [stored])
  useEffect(() => () => clearTimeout(timer.current), [])
  return { words, state, type, send: () => void send() }
}
