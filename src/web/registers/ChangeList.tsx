import type { DomainList, ListPage } from '#adapters/http/contract/registers'
import { useDateText, useText } from '#web/kit'
import { listMessages as messages } from './messages.ts'
import { shownValue } from './RowTable.tsx'

interface ChangeListProps {
  readonly list: DomainList
  readonly changes: ListPage['changes']
}

/** Every change of a list, the latest first: who, when, why, and what it made different. */
export function ChangeList({ list, changes }: ChangeListProps) {
  const t = useText(messages)
  const dateText = useDateText()
  const labelOf = (key: string): string => {
    if (key === 'unit' || key === 'item') return t(key)
    return list.fields.find((field) => field.key === key)?.label ?? key
  }
  const wordsOf = (key: string, value: string | null): string =>
    shownValue(
      list.fields.find((field) => field.key === key),
      value,
      t,
    ) || '—'
  return (
    <ul className="list-changes">
      {changes.map(({ rowId, rowNo, revision, deed, reason, at, byName, approvedByName, differences }) => (
        <li key={`${rowId} ${revision}`}>
          <b>{t('changeLine', { no: rowNo, deed: t(`deed_${deed}`) })}</b>{' '}
          <small>
            {[dateText(at), byName, approvedByName !== null && t('approvedBy', { name: approvedByName }), reason]
              .filter(Boolean)
              .join('　')}
          </small>
          {deed === 'change' &&
            differences.map(({ key, before, after }) => (
              <p key={key} className="ask__facts">
                {t('difference', { label: labelOf(key), before: wordsOf(key, before), after: wordsOf(key, after) })}
              </p>
            ))}
        </li>
      ))}
    </ul>
  )
}
