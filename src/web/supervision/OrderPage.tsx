import { getRouteApi, Link } from '@tanstack/react-router'
import { type OrderView, supervisionContract } from '#adapters/http/contract/supervision'
import { useEndpoint, useText, When } from '#web/kit'
import { Loaded, Page, Section } from '#web/ui'
import './supervision.css'
import { History } from './History.tsx'
import { supervisionMessages as messages } from './messages.ts'
import { OrderDeeds } from './OrderDeeds.tsx'
import { orderActionKey, orderStateKey, yearOf } from './words.ts'

const route = getRouteApi('/frame/orders/$orderId')

/** One order from issue to close, with what the reader can do now. */
export function OrderPage() {
  const { orderId } = route.useParams()
  const order = useEndpoint(supervisionContract.order, { params: { orderId } })
  const t = useText(messages)
  return (
    <Loaded query={order} title={t('orders')}>
      {(view) => <Order view={view} />}
    </Loaded>
  )
}

function Order({ view }: { readonly view: OrderView }) {
  const t = useText(messages)
  const { order } = view
  return (
    <Page
      title={order.title}
      lead={t('orderNo', { year: yearOf(order), number: order.number })}
      actions={<OrderDeeds view={view} />}
    >
      <div className="matter">
        <div className="matter__main">
          <p className="matter__words">{order.body}</p>
          {order.reply && (
            <Section title={t('theReply')}>
              <p className="matter__words">{order.reply}</p>
            </Section>
          )}
          <History
            said={order.body}
            events={view.events}
            hoursInStates={view.hoursInStates}
            actionKey={orderActionKey}
            stateKey={(state) => orderStateKey(state as 'issued')}
          />
        </div>
        <div className="matter__side">
          <Facts order={order} meeting={view.meeting} />
        </div>
      </div>
    </Page>
  )
}

function FromMeeting({ meeting }: { readonly meeting: NonNullable<OrderView['meeting']> }) {
  const t = useText(messages)
  const { meetingId, number, readable } = meeting
  const words = t('meetingNo', { number })
  if (!readable) return words
  return (
    <Link to="/meetings/$meetingId" params={{ meetingId }}>
      {words}
    </Link>
  )
}

function Facts({ order, meeting }: Pick<OrderView, 'order' | 'meeting'>) {
  const t = useText(messages)
  const late = (clock: 'acknowledge' | 'reply') => (order.overdue === clock ? 'late' : undefined)
  return (
    <dl className="facts">
      <dt>{t('state')}</dt>
      <dd>{t(orderStateKey(order.state))}</dd>
      <dt>{t('addressee')}</dt>
      <dd>{order.unitName}</dd>
      <dt>{t('issuer')}</dt>
      <dd>
        {order.issuedByName}　<When at={order.issuedAt} />
      </dd>
      <dt>{t('acknowledgeBy')}</dt>
      <dd className={late('acknowledge')}>
        <When at={order.acknowledgeDueAt} />
      </dd>
      <dt>{t('replyDue')}</dt>
      <dd className={late('reply')}>
        <When at={order.replyDueAt} />
      </dd>
      {order.itemId && (
        <>
          <dt>{t('ofItem')}</dt>
          <dd>
            <Link to="/items/$itemId" params={{ itemId: order.itemId }}>
              {order.itemTitle}
            </Link>
          </dd>
        </>
      )}
      {meeting && (
        <>
          <dt>{t('ofMeeting')}</dt>
          <dd>
            <FromMeeting meeting={meeting} />
          </dd>
        </>
      )}
      {order.problemId && (
        <>
          <dt>{t('ofProblem')}</dt>
          <dd>
            <Link to="/problems/$problemId" params={{ problemId: order.problemId }}>
              {order.title}
            </Link>
          </dd>
        </>
      )}
    </dl>
  )
}
