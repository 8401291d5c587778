import { useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import { useEndpoint, useText } from '#web/kit'
import { SelectField } from '#web/ui'
import { listMessages as messages } from './messages.ts'

interface ItemChoiceProps {
  /** The item that stands there now. */
  readonly chosen: { readonly itemId: string; readonly title: string } | null
  readonly itemId: string | null
  /** The plan of a task force's list; null = any plan. */
  readonly planId: string | null
  readonly onChoose: (itemId: string | null) => void
}

/** The item of a plan that a row belongs to: first the plan, then the item. */
export function ItemChoice({ chosen, itemId, planId, onChoose }: ItemChoiceProps) {
  const t = useText(messages)
  const [plan, setPlan] = useState(planId ?? '')
  const plans = useEndpoint(planContract.plans, {}, { enabled: planId === null })
  const items = useEndpoint(planContract.items, { params: { planId: plan }, query: {} }, { enabled: plan !== '' })
  const found = (items.data?.items ?? []).map(({ item }) => ({ value: item.itemId, label: item.title }))
  const own = chosen && !found.some(({ value }) => value === chosen.itemId)
  return (
    <>
      {planId === null && (
        <SelectField
          label={t('ofPlan')}
          value={plan}
          options={[
            { value: '', label: t('noItem') },
            ...(plans.data?.plans ?? []).map((one) => ({ value: one.planId, label: one.title })),
          ]}
          onChange={(event) => setPlan(event.target.value)}
        />
      )}
      {(plan !== '' || chosen !== null) && (
        <SelectField
          label={t('item')}
          value={itemId ?? ''}
          options={[
            { value: '', label: t('noItem') },
            ...(own ? [{ value: chosen.itemId, label: chosen.title }] : []),
            ...found,
          ]}
          onChange={(event) => onChoose(event.target.value || null)}
        />
      )}
    </>
  )
}
