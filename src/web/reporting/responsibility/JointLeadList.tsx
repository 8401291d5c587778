import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { JointLead } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { ChooseReportingDialog } from './ChooseReportingDialog.tsx'
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
      {choosing && (
        <ChooseReportingDialog
          itemId={choosing.itemId}
          title={choosing.itemTitle}
          leads={choosing.leads}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  )
}
