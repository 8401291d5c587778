import { Link } from '@tanstack/react-router'
import { planContract } from '#adapters/http/contract/plan'
import { useEndpoint, useText, useMarks } from '#web/kit'
import { Section } from '#web/ui'
import { yearMessages as messages } from './messages.ts'

/** Who has signed for each plan, and who has not: for whoever publishes plans. */
export function ReceiptList() {
  const { data } = useEndpoint(planContract.plans)
  return data?.plans.map(({ planId, title }) => <OfPlan key={planId} planId={planId} title={title} />)
}

function OfPlan({ planId, title }: { readonly planId: string; readonly title: string }) {
  const t = useText(messages)
  const marks = useMarks()
  const { data } = useEndpoint(planContract.receipts, { params: { planId } })
  if (!data) return null
  const { units, version } = data
  const missing = units.filter((unit) => !unit.isCurrent)
  const counts = { signed: units.length - missing.length, all: units.length, version }
  return (
    <Section title={`${t('receipts')}${marks.colon}${title}`} aside={<span>{t('receiptCount', counts)}</span>}>
      {missing.length > 0 && (
        <p>
          {t('missing')}
          {marks.colon}
          {missing.map(({ unitId, unitName, items, receipt }, index) => (
            <span key={unitId}>
              {index > 0 && marks.and}
              <Link to="/year-plan" search={{ unit: unitId }}>
                {unitName}
              </Link>{' '}
              <small>
                {t('items', { count: items })}
                {receipt && ` ${t('version', { version: receipt.version })}`}
              </small>
            </span>
          ))}
        </p>
      )}
    </Section>
  )
}
