import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useLanguage, useText } from '#web/kit'
import { Button, isTyping } from '#web/ui'
import { planMessages } from '../messages.ts'
import { usePageSearch } from '../use-page-search.ts'
import { entriesOf, type UndoStep } from './draft-state.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { useReview } from './review-context.ts'

interface ReviewHeadProps {
  readonly saving: boolean
  readonly undo: UndoStep | null
  readonly side: 'text' | 'items'
  readonly onSide: (side: 'text' | 'items') => void
}

/** Title, state of saving, undo, publish. */
export function ReviewHead({ saving, undo, side, onSide }: ReviewHeadProps) {
  const t = useText(planMessages)
  const navigate = useNavigate()
  const [, setSearch] = usePageSearch()
  const { draft, state, actions, closed } = useReview()
  const [publishing, setPublishing] = useState(false)
  const title = entriesOf(state.rows, 'meta')[0]?.body.title || t('untitled')
  useTitle(title)
  useUndoKey(actions.undo)
  return (
    <header className="page__head review__head">
      <h1>{title}</h1>
      <p className="page__lead">
        {draft.fileName}
        {draft.planId !== null && <span className="chip">{t('amends')}</span>}
      </p>
      <div className="page__actions">
        <span className="review__saved" role="status">
          {closed ? <Closed /> : t(saving ? 'saving' : 'saved')}
        </span>
        <Button className="review__switch" onClick={() => onSide(side === 'text' ? 'items' : 'text')}>
          {t(side === 'text' ? 'showItems' : 'showText')}
        </Button>
        {!closed && (
          <>
            {draft.planId === null && (
              <Link
                to="/drafts/$draftId/carry-over"
                params={{ draftId: draft.draftId }}
                className="button button--plain"
              >
                {t('carryOver')}
              </Link>
            )}
            <Button disabled={undo === null} onClick={() => void actions.undo()}>
              {t('undo')}
            </Button>
            <Button look="primary" onClick={() => setPublishing(true)}>
              {t('publish')}
            </Button>
          </>
        )}
      </div>
      <Warnings />
      {publishing && (
        <PublishDialog
          onClose={() => setPublishing(false)}
          onPublished={(planId) => void navigate({ to: '/plans/$planId', params: { planId } })}
          onShowOpen={() => {
            setPublishing(false)
            setSearch({ tab: 'open', item: undefined })
          }}
        />
      )}
    </header>
  )
}

/** What the reader of the file could not vouch for: numbers that it counted, rows that gave no task. */
function Warnings() {
  const t = useText(planMessages)
  const { language } = useLanguage()
  const { warnings } = useReview().draft
  if (warnings.length === 0) return null
  return (
    <details className="review__warnings">
      <summary>{t('warnings', { count: warnings.length })}</summary>
      <ul>
        {warnings.map((words) => (
          <li key={words.en}>{words[language]}</li>
        ))}
      </ul>
    </details>
  )
}

function Closed() {
  const t = useText(planMessages)
  const { draft, state } = useReview()
  return (
    <>
      {t(state.state === 'published' ? 'closedPublished' : 'closedDiscarded')}{' '}
      {state.state === 'published' && draft.planId !== null && (
        <Link to="/plans/$planId" params={{ planId: draft.planId }}>
          {t('toPlan')}
        </Link>
      )}
    </>
  )
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 挂图 Guatu`
  }, [title])
}

/** u takes the last step back. */
function useUndoKey(undo: () => Promise<void>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isTyping(event) && event.key === 'u') void undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo])
}
