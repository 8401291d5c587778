import { useEffect } from 'react'
import { publishingContract as contract } from '#adapters/http/contract/publishing'
import { addressOf, call, useText } from '#web/kit'
import { publicMessages as messages } from './messages.ts'
import { publicDay } from './PublicRegionPage.tsx'

interface PlanStateProps {
  readonly region: string
  readonly planId: string
  readonly reads: number
  readonly archivedAt: string | null
}

/** Whether the plan is under way or archived, how often its page was opened, and its address to be scanned from paper. */
export function PlanState({ region, planId, reads, archivedAt }: PlanStateProps) {
  const t = useText(messages)
  const params = { regionId: region, planId }
  useEffect(() => {
    // A page that cannot be counted is read all the same.
    void call(contract.countRead, { params: { regionId: region, planId } }).catch(() => undefined)
  }, [region, planId])
  return (
    <aside className="public__state">
      <p>{archivedAt === null ? t('underWay') : t('archived', { day: publicDay(archivedAt) })}</p>
      <p>{t('reads', { count: reads })}</p>
      <img src={addressOf(contract.publicPlanQr, { params })} alt={t('qr')} width="96" height="96" />
    </aside>
  )
}
