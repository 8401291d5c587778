import { memo } from 'react'
import type { WireItem } from '#adapters/http/contract/plan'
import { useText, When } from '#web/kit'
import { groupDigits } from '#web/ui'
import { fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'

interface ItemRowProps {
  readonly item: WireItem
  readonly revision: number
  readonly current: boolean
  readonly checked: boolean
  readonly conflict: boolean
  readonly onCheck: (itemId: string, checked: boolean) => void
  readonly onSelect: (itemId: string) => void
  readonly onPoint: (itemId: string | null) => void
}

/** One item as a line: name, what is promised, who leads, what is open. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { item, current, checked, conflict, onCheck, onSelect, onPoint } = props
  const t = useText(planMessages)
  return (
    <div
      id={`row-${item.itemId}`}
      className={`entry${current ? ' is-current' : ''}${conflict ? ' is-conflict' : ''}`}
      onMouseEnter={() => onPoint(item.itemId)}
      onMouseLeave={() => onPoint(null)}
    >
      <input
        type="checkbox"
        aria-label={item.title}
        checked={checked}
        onChange={(event) => onCheck(item.itemId, event.target.checked)}
      />
      <button type="button" className="entry__main" aria-expanded={current} onClick={() => onSelect(item.itemId)}>
        <span className="entry__title">{item.title}</span>
        <span className="entry__promise">
          <Promise item={item} />
        </span>
        <span className="entry__lead">{leadOf(item)}</span>
        {item.kind === 'indicator' && !item.measureConfirmed && (
          <span className="entry__open" title={t('unconfirmed')}>
            ○
          </span>
        )}
      </button>
    </div>
  )
})

function leadOf(item: WireItem): string {
  const leads = item.duties.filter((duty) => duty.role === 'lead')
  const shown = leads.length > 0 ? leads : item.duties.filter((duty) => duty.role === 'responsible').slice(0, 1)
  return shown.map((duty) => duty.unit).join('、') || '—'
}

function Promise({ item }: { readonly item: WireItem }) {
  const words = useText(fieldWords)
  if (item.kind !== 'indicator') {
    const [first] = item.timeNodes
    return first ? (
      <>
        <When at={first.due} /> {item.timeNodes.length > 1 && `+${item.timeNodes.length - 1}`}
      </>
    ) : (
      <>—</>
    )
  }
  const { kind, op, value, valueHigh, unit } = item.target
  if (value === null) return <>{words(kind)}</>
  const sign = { '>=': '≥', '<=': '≤', '~': '≈', '=': '', '>': '>', '<': '<' }[op]
  const verb = kind === 'growth' ? '↗ ' : kind === 'decline' ? '↘ ' : kind === 'increment' ? '＋' : ''
  return (
    <>
      {`${verb}${sign} ${groupDigits(value)}${valueHigh === null ? '' : `–${groupDigits(valueHigh)}`}`}
      <span className="figure__unit">{unit}</span>
    </>
  )
}
