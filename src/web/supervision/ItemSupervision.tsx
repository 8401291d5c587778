import { useState } from 'react'
import { supervisionContract } from '#adapters/http/contract/supervision'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Button, Dialog, Empty, Section } from '#web/ui'
import './supervision.css'
import { InstructBox } from './InstructBox.tsx'
import { supervisionMessages as messages } from './messages.ts'
import { OrderTable } from './OrderTable.tsx'
import { ProblemTable } from './ProblemTable.tsx'
import { RaiseDialog } from './RaiseDialog.tsx'

interface ItemSupervisionProps {
  readonly itemId: string
  /** The unit that reports the item: likely doer and addressee. */
  readonly unitId: string | undefined
}

/** Problems and orders of one item, and how to add one. */
export function ItemSupervision({ itemId, unitId }: ItemSupervisionProps) {
  const t = useText(messages)
  const problems = useEndpoint(supervisionContract.problems, { query: { itemId } })
  const orders = useEndpoint(supervisionContract.orders, { query: { itemId } })
  const [adding, setAdding] = useState<'problem' | 'order'>()
  const found = problems.data?.problems ?? []
  const issued = orders.data?.orders ?? []
  return (
    <Section title={t('supervision')} aside={<Adding onAdd={setAdding} />}>
      {found.length === 0 && issued.length === 0 && <Empty text={t('noneOfItem')} />}
      {found.length > 0 && <ProblemTable problems={found} />}
      {issued.length > 0 && <OrderTable orders={issued} />}
      {adding === 'problem' && <RaiseDialog itemId={itemId} unitId={unitId} onClose={() => setAdding(undefined)} />}
      {adding === 'order' && (
        <Dialog
          title={t('issue')}
          onClose={() => setAdding(undefined)}
          actions={<Button onClick={() => setAdding(undefined)}>{t('cancel')}</Button>}
        >
          <InstructBox itemId={itemId} unitId={unitId} onDone={() => setAdding(undefined)} />
        </Dialog>
      )}
    </Section>
  )
}

function Adding({ onAdd }: { readonly onAdd: (kind: 'problem' | 'order') => void }) {
  const t = useText(messages)
  const me = useMe()
  if (!me.data) return null
  return (
    <span className="matter__deeds no-print">
      {holds(me.data, 'coordinator', 'inspector', 'leader', 'convener', 'taskForceStaff') && (
        <Button onClick={() => onAdd('problem')}>{t('raise')}</Button>
      )}
      {holds(me.data, 'coordinator', 'inspector', 'leader', 'convener') && (
        <Button onClick={() => onAdd('order')}>{t('issue')}</Button>
      )}
    </span>
  )
}
