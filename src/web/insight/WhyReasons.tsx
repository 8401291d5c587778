import type { Reason } from '#adapters/http/contract/insight'
import { useLanguage, useText } from '#web/kit'
import { LightMark } from '#web/ui'
import { periodName, useReasonText } from './figures.ts'
import { insightMessages as messages } from './messages.ts'

/** Every reason of a light in words, the deciding ones first: rule with its inputs, and the period that it rests on. */
export function WhyReasons({ why }: { readonly why: readonly Reason[] }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const reasonText = useReasonText()
  const basisOf = ({ rule, periodId }: Reason): string => {
    if (rule === 'claimedBehind' || rule === 'claimedBlocked') return t('byClaim')
    return periodId === null ? t('byClock') : t('byPeriod', { period: periodName(periodId, language) })
  }
  return (
    <ol className="why__reasons">
      {why.map((reason, index) => (
        <li key={`${reason.rule} ${index}`}>
          <LightMark light={reason.light} bare />
          <span>
            {reasonText(reason)}
            <small>{basisOf(reason)}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}
