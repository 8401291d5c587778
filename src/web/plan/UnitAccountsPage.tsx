import { useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import { addressOf, useEndpoint, useText } from '#web/kit'
import { Button, Empty, ErrorNote, Loaded, Page } from '#web/ui'
import { planMessages } from './messages.ts'
import './plan.css'

/** For the administrator: accounts with one-time links for the units of a plan, as a workbook to hand out. */
export function UnitAccountsPage() {
  const t = useText(planMessages)
  const plans = useEndpoint(planContract.plans)
  const [working, setWorking] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const open = async (planId: string) => {
    setWorking(planId)
    setError(null)
    try {
      await downloadLinks(planId)
      setDone(planId)
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    } finally {
      setWorking(null)
    }
  }
  return (
    <Page title={t('unitAccounts')} lead={t('unitAccountsLead')}>
      <ErrorNote error={error} />
      <Loaded query={plans}>
        {(data) =>
          data.plans.length === 0 ? (
            <Empty text={t('noPlans')} />
          ) : (
            <ul className="unit-accounts">
              {data.plans.map((plan) => (
                <li key={plan.planId}>
                  <span className="plan-link">{plan.title}</span>
                  <Button look="primary" disabled={working !== null} onClick={() => void open(plan.planId)}>
                    {t('openAccounts')}
                  </Button>
                  {done === plan.planId && <p className="note note--done">{t('openedAccounts')}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="review__lead">{t('unitAccountsAgain')}</p>
    </Page>
  )
}

/** Fetches the workbook and hands it to the browser as a download. */
async function downloadLinks(planId: string): Promise<void> {
  const answer = await fetch(addressOf(planContract.unitAccountsSheet, { params: { planId } }), { method: 'POST' })
  if (!answer.ok) throw new Error(((await answer.json()) as { title?: string }).title ?? `HTTP ${answer.status}`)
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(answer.headers.get('content-disposition') ?? '')
  link.click()
  URL.revokeObjectURL(address)
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return encoded === undefined ? 'links.xlsx' : decodeURIComponent(encoded)
}
