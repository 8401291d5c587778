import type { SheetLine } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { Figure } from '#web/ui'
import { reportingMessages as messages } from './messages.ts'
import { shown } from './words.ts'

/** The figure of a report, or that nothing has changed, or the unit's word where no figure is asked. */
export function SaidFigure({ line: { item, report, last } }: { readonly line: SheetLine }) {
  const t = useText(messages)
  if (!report) return <span>—</span>
  if (item.target === null) return <span>{report.claim ? t(report.claim) : '—'}</span>
  if (report.noChange) {
    const same = item.accumulation === 'perPeriod' ? '0' : (last?.value ?? null)
    return (
      <span>
        <Figure value={same === null ? null : shown(same)} unit={item.target.unit} />{' '}
        <span className="chip">{t('noChange')}</span>
      </span>
    )
  }
  return <Figure value={report.figure === null ? null : shown(report.figure)} unit={item.target.unit} />
}
