import type { GanttScale } from '#core/insight'
import { addDays } from '#core/kit'
import type { GanttView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { Choice } from '../Choice.tsx'
import { ganttMessages as messages } from './gantt-messages.ts'
import type { GanttSearch } from './gantt-search.ts'

interface GanttBarProps {
  readonly view: GanttView
  readonly search: GanttSearch
  readonly scale: GanttScale
  readonly span: { readonly from: string; readonly to: string }
  /** Settles when the address has changed. */
  readonly onSearch: (change: GanttSearch) => Promise<void>
}

const scales = ['year', 'quarter', 'month'] as const
const papers = ['a4', 'a3'] as const

/** What the Gantt is narrowed to, the stretch of time that it shows, and printing. Every choice stands in the address. */
export function GanttBar({ view, search, scale, span, onSearch }: GanttBarProps) {
  const t = useText(messages)
  const print = async (paper: 'a3' | 'a4') => {
    await onSearch({ paper })
    // The sheets have their new size before the browser looks at them: two frames later they are drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
  }
  return (
    <div className="gantt__bar no-print">
      <Choice
        className="gantt__choice"
        label={t('campaign')}
        value={search.campaign === undefined ? '' : String(search.campaign)}
        options={view.campaigns.map(({ no, name }) => ({ value: String(no), label: name }))}
        onChoose={(value) => onSearch({ campaign: value === '' ? undefined : Number(value) })}
      />
      <Choice
        className="gantt__choice"
        label={t('unit')}
        value={search.unit ?? ''}
        options={view.units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        onChoose={(value) => onSearch({ unit: value === '' ? undefined : value })}
      />
      <label className="gantt__check">
        <input
          type="checkbox"
          checked={search.late === true}
          onChange={(event) => onSearch({ late: event.target.checked ? true : undefined })}
        />
        {t('late')}
      </label>
      <span className="gantt__scales" role="group" aria-label={t('scale')}>
        <Button look="quiet" onClick={() => onSearch({ at: addDays(span.from, -1) })} aria-label={t('before')}>
          ‹
        </Button>
        {scales.map((one) => (
          <button
            key={one}
            type="button"
            className="gantt__scale"
            aria-pressed={one === scale}
            onClick={() => onSearch({ scale: one })}
          >
            {t(one)}
          </button>
        ))}
        <Button look="quiet" onClick={() => onSearch({ at: addDays(span.to, 1) })} aria-label={t('after')}>
          ›
        </Button>
      </span>
      <span className="gantt__papers">
        {papers.map((paper) => (
          <Button key={paper} look="quiet" onClick={() => print(paper)}>
            {t('print', { paper: paper.toUpperCase() })}
          </Button>
        ))}
      </span>
    </div>
  )
}
