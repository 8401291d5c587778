import type { WireItem } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { choices } from '../field-words.ts'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import { newItem } from './item-bodies.ts'
import { useReview } from './review-context.ts'
import type { Range } from './text-segments.ts'

const labels = { indicator: 'makeIndicator', task: 'makeTask', project: 'makeProject', policy: 'makePolicy' } as const
const LONGEST_TITLE = 60

/** Makes an item of a stretch of text, or sets it aside as no task. */
export function MakeItem({ range, onDone }: { readonly range: Range; readonly onDone?: () => void }) {
  const t = useText(planMessages)
  const { draft, state, actions, closed, select } = useReview()
  if (closed) return null
  const text = draft.text.slice(range.start, range.end).trim()
  const year = entriesOf(state.rows, 'meta')[0]?.body.year ?? null
  const title = text.replace(/[。；;]$/, '').slice(0, LONGEST_TITLE)
  const make = async (kind: WireItem['kind']) => {
    const entryId = await actions.add(
      placed(newItem(kind, year, { text, range, title }), headingAbove(draft.headings, range)),
    )
    onDone?.()
    if (entryId) select(entryId)
  }
  const setAside = async () => {
    const entryId = await actions.add(newItem('task', year, { text, range, title }))
    if (entryId) await actions.edit(entryId, (entry) => ({ ...entry, removedAs: 'notATask' }))
    onDone?.()
  }
  return (
    <span className="make">
      {choices.itemKind.map((kind) => (
        <Button key={kind} look="quiet" onClick={() => void make(kind)}>
          {t(labels[kind])}
        </Button>
      ))}
      <Button look="quiet" onClick={() => void setAside()}>
        {t('setAside')}
      </Button>
    </span>
  )
}

/** The path of the last heading before the stretch. */
function headingAbove(headings: readonly { readonly path: string; readonly span: Range }[], range: Range): string {
  return headings.findLast((heading) => heading.span.start <= range.start)?.path ?? ''
}

function placed(body: ReturnType<typeof newItem>, path: string): ReturnType<typeof newItem> {
  return body.kind === 'item' ? { ...body, body: { ...body.body, path } } : body
}
