import type { CSSProperties } from 'react'
import type { WirePlanText } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { planMessages } from '../messages.ts'
import { outlineOf } from './outline.ts'

interface OutlineProps {
  readonly plan: WirePlanText
  readonly onGo: (range: { readonly start: number; readonly end: number }) => void
}

/** The headings of the issued text as a tree, numbered as printed; each leads to its place. */
export function Outline({ plan, onGo }: OutlineProps) {
  const t = useText(planMessages)
  const lines = outlineOf(plan)
  if (lines.length === 0) return null
  return (
    <details className="outline no-print">
      <summary>{t('outline')}</summary>
      <ul>
        {lines.map(({ start, end, depth, printed, items }) => (
          <li key={start} style={{ '--depth': depth } as CSSProperties}>
            <button type="button" onClick={() => onGo({ start, end })}>
              {printed}
            </button>{' '}
            {items > 0 && <small>{items}</small>}
          </li>
        ))}
      </ul>
    </details>
  )
}
