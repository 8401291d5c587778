import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { supervisionContract } from '#adapters/http/contract/supervision'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Button, Dialog, Empty, Loaded, Page } from '#web/ui'
import './supervision.css'
import { InstructBox } from './InstructBox.tsx'
import { ListFilters, listQuery } from './ListFilters.tsx'
import { supervisionMessages as messages } from './messages.ts'
import { OrderTable } from './OrderTable.tsx'

const route = getRouteApi('/frame/orders')

/** Orders that the reader may see: open ones first, mine and overdue one press away. */
export function OrdersPage() {
  const t = useText(messages)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useMe()
  const orders = useEndpoint(
    supervisionContract.orders,
    { query: listQuery(search) },
    { filters: ['open', 'mine', 'overdue'] },
  )
  const [instructing, setInstructing] = useState(false)
  const listed = orders.data?.orders ?? []
  const counts = {
    open: listed.filter((order) => order.state !== 'closed' && order.state !== 'withdrawn').length,
    overdue: listed.filter((order) => order.overdue !== null).length,
  }
  const mayIssue = me.data && holds(me.data, 'coordinator', 'inspector', 'leader')
  return (
    <Page
      title={t('orders')}
      lead={t('ordersLead', counts)}
      actions={mayIssue && <Button onClick={() => setInstructing(true)}>{t('issue')}</Button>}
    >
      <ListFilters
        search={search}
        openLabel="openOrders"
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <Loaded query={orders}>
        {(data) => (data.orders.length === 0 ? <Empty text={t('noOrders')} /> : <OrderTable orders={data.orders} />)}
      </Loaded>
      {instructing && (
        <Dialog
          title={t('issue')}
          onClose={() => setInstructing(false)}
          actions={<Button onClick={() => setInstructing(false)}>{t('cancel')}</Button>}
        >
          <InstructBox onDone={() => setInstructing(false)} />
        </Dialog>
      )}
    </Page>
  )
}
