import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type JointLead, reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button } from '#web/ui'
import { MatterDialog } from './MatterDialog.tsx'
import { responsibilityMessages as messages } from './messages.ts'

/** Items that several units lead: who of them reports and signs is asked of the office, item by item. */
export function JointLeadList({ items }: { readonly items: readonly JointLead[] }) {
  const t = useText(messages)
  const [choosing, setChoosing] = useState<JointLead | null>(null)
  return (
    <>
      <ul className="matters">
        {items.map((item) => (
          <li key={item.itemId} className="matters__one" data-row tabIndex={-1}>
            <Link to="/items/$itemId" params={{ itemId: item.itemId }} className="ask__title">
              {item.itemTitle}
            </Link>
            <p>
              {t('leadsAre', { leads: item.leads.map(({ unitName }) => unitName).join('、'), unit: item.unitName })}
            </p>
            <span className="matters__deeds no-print">
              <Button onClick={() => setChoosing(item)}>{t('choose')}</Button>
            </span>
          </li>
        ))}
      </ul>
      {choosing && <Choosing item={choosing} onClose={() => setChoosing(null)} />}
    </>
  )
}

function Choosing({ item, onClose }: { readonly item: JointLead; readonly onClose: () => void }) {
  const t = useText(messages)
  const choose = useAction(reportingContract.chooseReporting)
  const { itemId, itemTitle: title, leads } = item
  const options = leads.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))
  return (
    <MatterDialog
      title={t('chooseTitle', { title })}
      label={t('reason')}
      submit={t('choose')}
      unit={{ label: t('chosenUnit'), empty: t('chooseFirst'), isNeeded: true, options }}
      error={choose.error}
      isBusy={choose.isPending}
      onSubmit={({ words: reason, unitId }) =>
        unitId && choose.mutate({ params: { itemId }, body: { unitId, reason } }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  )
}
