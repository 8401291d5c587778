import { Link, useNavigate } from '@tanstack/react-router'
import type { Order } from '#adapters/http/contract/supervision'
import { useDateText, useText } from '#web/kit'
import { type Column, DataTable } from '#web/ui'
import { supervisionMessages as messages } from './messages.ts'
import { orderStateKey, yearOf } from './words.ts'

/** Orders as a list: what, to whom, where it stands, until when. */
export function OrderTable({ orders }: { readonly orders: readonly Order[] }) {
  const t = useText(messages)
  const navigate = useNavigate()
  return (
    <DataTable
      caption={t('orders')}
      columns={useColumns()}
      rows={orders}
      rowKey={(order) => order.orderId}
      onOpen={({ orderId }) => void navigate({ to: '/orders/$orderId', params: { orderId } })}
    />
  )
}

function useColumns(): readonly Column<Order>[] {
  const t = useText(messages)
  return [
    {
      id: 'number',
      title: t('number'),
      cell: (order) => <span className="nowrap">{t('orderNo', { year: yearOf(order), number: order.number })}</span>,
    },
    {
      id: 'title',
      title: t('title'),
      lead: true,
      cell: (order) => (
        <>
          <Link to="/orders/$orderId" params={{ orderId: order.orderId }}>
            {order.title}
          </Link>
          {!order.body.startsWith(order.title) && <small className="list__sub">{order.body}</small>}
        </>
      ),
    },
    { id: 'unit', title: t('addressee'), cell: (order) => order.unitName },
    { id: 'issuer', title: t('issuer'), cell: (order) => order.issuedByName },
    {
      id: 'state',
      title: t('state'),
      cell: (order) => <span className="nowrap">{t(orderStateKey(order.state))}</span>,
    },
    { id: 'due', title: t('due'), cell: (order) => <OrderDue order={order} /> },
  ]
}

/** The clock that runs now: acknowledgement, then reply. */
export function OrderDue({ order }: { readonly order: Order }) {
  const t = useText(messages)
  const said = useDateText()
  if (order.state !== 'issued' && order.state !== 'acknowledged') return null
  const acknowledging = order.state === 'issued' && order.overdue !== 'reply'
  const due = said(acknowledging ? order.acknowledgeDueAt : order.replyDueAt)
  const words = `${t(acknowledging ? 'acknowledge' : 'reply')} ${due}`
  return (
    <span className={order.overdue ? 'late' : undefined}>{order.overdue ? `${words} ${t('overdue')}` : words}</span>
  )
}
