import type { Said, SheetLine } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { shown } from '../words.ts'
import { targetMessages as messages } from './messages.ts'
import { RowsAnswer } from './RowsAnswer.tsx'

/** What a reported figure is made of, for whoever signs or accepts it. */
export function MadeOf({ line }: { readonly line: SheetLine }) {
  if (line.item.figureBy === 'rows') return <RowsAnswer line={line} />
  const parts = line.report?.parts
  return parts ? <PartsLine parts={parts} /> : null
}

/** The parts of a rate with their source, and who is not covered. */
export function PartsLine({ parts }: { readonly parts: NonNullable<Said['parts']> }) {
  const t = useText(messages)
  const { numerator, denominator, keptBy, document, asOf, uncovered } = parts
  return (
    <div className="rate-parts">
      <span className="figure">{t('partsLine', { numerator: shown(numerator), denominator: shown(denominator) })}</span>{' '}
      <span className="ask__unit">{t('keptLine', { keptBy, document, asOf })}</span>
      {uncovered.length > 0 && (
        <details>
          <summary>{t('uncoveredCount', { count: uncovered.length })}</summary>
          <p>{uncovered.join('、')}</p>
        </details>
      )}
    </div>
  )
}
