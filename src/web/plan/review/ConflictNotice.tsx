import type { WireEntry } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { planMessages } from '../messages.ts'
import type { Conflict } from './draft-state.ts'
import { useReview } from './review-context.ts'

/** Two people changed one entry: shows the field as it is now and as I wanted it, and lets me decide. */
export function ConflictNotice({ conflict }: { readonly conflict: Conflict }) {
  const t = useText(planMessages)
  const { state, actions, select } = useReview()
  const now = state.rows.get(conflict.entryId)?.entry
  if (!now) return null
  return (
    <div className="note note--error conflict" role="alert">
      <p>
        {t('conflict', { by: conflict.by || t('conflictSomebody') })}{' '}
        <Button look="quiet" onClick={() => select(conflict.entryId)}>
          {nameOf(now)}
        </Button>
      </p>
      <dl>
        {differing(now, conflict.change(now)).map(([field, theirs, mine]) => (
          <div key={field}>
            <dt>{t('theirs')}</dt>
            <dd>{theirs}</dd>
            <dt>{t('mine')}</dt>
            <dd>{mine}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => void actions.resolve(conflict, true)}>{t('keepMine')}</Button>
      <Button onClick={() => void actions.resolve(conflict, false)}>{t('keepTheirs')}</Button>
    </div>
  )
}

function nameOf(entry: WireEntry): string {
  if (entry.kind === 'item' || entry.kind === 'meta') return entry.body.title
  return entry.kind === 'unit' || entry.kind === 'campaign' ? entry.body.name : entry.entryId
}

/** Fields whose values differ, those of a target one by one, as text. */
function differing(theirs: WireEntry, mine: WireEntry): [string, string, string][] {
  const [a, b] = [flat(theirs), flat(mine)]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((field) => {
    const [before, after] = [a.get(field) ?? '—', b.get(field) ?? '—']
    return before === after ? [] : [[field, before, after] as [string, string, string]]
  })
}

function flat(entry: WireEntry): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, name: string): void => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [key, part] of Object.entries(value)) walk(part, name ? `${name}.${key}` : key)
    } else found.set(name, typeof value === 'string' ? value : JSON.stringify(value ?? '—'))
  }
  walk({ ...entry.body, removedAs: entry.removedAs }, '')
  return found
}
