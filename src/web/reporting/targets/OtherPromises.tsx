import { Link } from '@tanstack/react-router'
import type { TargetView } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { Section } from '#web/ui'
import { shown } from '../words.ts'
import { targetMessages as messages } from './messages.ts'

interface StockFlowPartProps {
  readonly view: TargetView
  readonly stockFlow: NonNullable<TargetView['stockFlow']>
}

/** A total and its increment: whether the total is the baseline and what was added. */
export function StockFlowPart({ stockFlow }: StockFlowPartProps) {
  const t = useText(messages)
  const { itemId, title, findings, baseline } = stockFlow
  return (
    <Section title={t('stockFlow')}>
      <p>
        {t('stockFlowWith')}
        <Link to="/items/$itemId" params={{ itemId }}>
          {title}
        </Link>
      </p>
      {findings.map((finding) => (
        <p key={finding.of} className="note note--error">
          {t(finding.of === 'promise' ? 'promiseDiffers' : 'figureDiffers', {
            baseline: shown(finding.baseline),
            added: shown(finding.added),
            expected: shown(finding.expected),
            stated: shown(finding.stated),
          })}
        </p>
      ))}
      {findings.length === 0 && <p>{t(baseline === null ? 'baselineNone' : 'agrees')}</p>}
    </Section>
  )
}

/** One indicator, many mentions: the other sentences, and those with another figure. */
export function ConflictsPart({ view }: { readonly view: TargetView }) {
  const t = useText(messages)
  const { mentions, conflicts } = view
  return (
    <>
      {conflicts.length > 0 && (
        <Section title={t('conflicts')}>
          <ul className="lines">
            {conflicts.map(({ itemId, title, path, value, unit, quote }) => (
              <li key={itemId}>
                <Link to="/items/$itemId" params={{ itemId }}>
                  {t('conflictLine', { title, path, unit, value: shown(value) })}
                </Link>
                <small>{quote}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mentions.length > 0 && (
        <Section title={t('mentions', { count: mentions.length })}>
          <ul className="lines">
            {mentions.map(({ sentence }, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
