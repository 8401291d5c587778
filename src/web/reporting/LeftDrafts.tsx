import { useText, useMarks } from '#web/kit'
import { Button } from '#web/ui'
import { reportingMessages as messages } from './messages.ts'
import { type LeftDraft, useDrafts } from './use-drafts.ts'
import { shown, useWords } from './words.ts'

interface LeftDraftsProps {
  readonly left: readonly LeftDraft[]
  readonly onForget: (left: LeftDraft) => void
}

/** What somebody typed for lines that have left his page: it is said why, and nothing of it is lost until he clears it. */
export function LeftDrafts({ left, onForget }: LeftDraftsProps) {
  const t = useText(messages)
  const words = useWords()
  const marks = useMarks()
  if (left.length === 0) return null
  return (
    <div className="note note--error" role="status">
      <p>{t('leftDrafts', { count: left.length })}</p>
      <ul>
        {left.map((one) => (
          <li key={one.key}>
            {[words.period(periodOf(one)), one.title].filter(Boolean).join(' ')}
            {marks.colon}
            {saidParts(one).join(marks.semicolon)}{' '}
            <Button look="quiet" onClick={() => onForget(one)}>
              {t('forgetDraft')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The same for somebody who has nothing to report any more, on whatever page he finds himself. */
export function LeftBehind() {
  const { accountId } = useWords()
  return accountId === '' ? null : <LeftOf key={accountId} accountId={accountId} />
}

function LeftOf({ accountId }: { readonly accountId: string }) {
  const drafts = useDrafts(accountId)
  return <LeftDrafts left={drafts.leftBeside([])} onForget={drafts.forget} />
}

/** A line is named by cadence, period and item. */
const periodOf = ({ key }: LeftDraft): string => key.split(' ')[1] ?? ''

const saidParts = ({ said: { figure, parts, paragraph, blockage } }: LeftDraft): readonly unknown[] =>
  [figure && shown(figure), parts && `${parts.numerator}/${parts.denominator}`, paragraph, blockage?.what].filter(
    Boolean,
  )
