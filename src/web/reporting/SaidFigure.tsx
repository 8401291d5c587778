import type { SheetLine } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { Figure } from '#web/ui'
import { reportingMessages as messages } from './messages.ts'
import { shown } from './words.ts'

/** The figure of a report, or that nothing has changed, or the unit's word where no figure is asked. */
export function SaidFigure({ line }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const { item, report } = line
  if (!report) return <span>—</span>
  if (item.target === null) return <span>{report.claim ? t(report.claim) : '—'}</span>
  const figure = countedFigure(line)
  if (item.target.verdict) {
    return (
      <span>
        {verdictText(figure, t)} {report.noChange && <span className="chip">{t('noChange')}</span>}
      </span>
    )
  }
  if (report.noChange) {
    return (
      <span>
        <Figure value={figure === null ? null : shown(figure)} unit={item.target.unit} />{' '}
        <span className="chip">{t('noChange')}</span>
      </span>
    )
  }
  return <Figure value={figure === null ? null : shown(figure)} unit={item.target.unit} />
}

/** The figure that a report counts with: "no change" stands for the last one, or for 0 where figures of periods are summed. */
export function countedFigure({ item, report, last }: SheetLine): string | null {
  if (!report?.noChange) return report?.figure ?? null
  return item.accumulation === 'perPeriod' ? '0' : (last?.value ?? null)
}

/** Met or not met: the answer to a target in words. */
function verdictText(figure: string | null, t: (key: 'verdictMet' | 'verdictNotMet') => string): string {
  if (figure === null) return '—'
  return t(figure === '1' ? 'verdictMet' : 'verdictNotMet')
}

/** The last accepted answer in short: its figure, or the unit's word where no figure is asked. */
export function lastText({ last, item }: SheetLine, t: (key: keyof typeof messages) => string): string {
  if (item.target?.verdict && last?.value != null) return verdictText(last.value, t)
  if (last?.value != null) return shown(last.value)
  return last?.claim ? t(last.claim) : '—'
}
