import { Link } from '@tanstack/react-router'
import { type Order, type Problem, supervisionContract } from '#adapters/http/contract/supervision'
import { useEndpoint, useText } from '#web/kit'
import { Section } from '#web/ui'
import './supervision.css'
import { supervisionMessages as messages } from './messages.ts'
import { OrderDue } from './OrderTable.tsx'
import { DueDay } from './ProblemTable.tsx'

const orderParts = ['toAnswer', 'toSettle', 'overdueOrders'] as const
const problemParts = ['toRectify', 'toAssign', 'toVerify', 'toClose', 'extensionsAsked'] as const

/** The part of "what needs me" that supervision knows; nothing at all where nothing waits. */
export function SupervisionDesk() {
  const t = useText(messages)
  const { data: desk } = useEndpoint(supervisionContract.desk)
  if (!desk) return null
  const orders = orderParts.filter((part) => desk[part].length > 0)
  const problems = problemParts.filter((part) => desk[part].length > 0)
  if (orders.length + problems.length === 0) return null
  return (
    <div className="desk">
      {orders.map((part) => (
        <Section key={part} title={`${t(part)} ${desk[part].length}`}>
          <ul>
            {desk[part].map((order) => (
              <OrderLine key={order.orderId} order={order} />
            ))}
          </ul>
        </Section>
      ))}
      {problems.map((part) => (
        <Section key={part} title={`${t(part)} ${desk[part].length}`}>
          <ul>
            {desk[part].map((problem) => (
              <ProblemLine key={problem.problemId} problem={problem} />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  )
}

function OrderLine({ order }: { readonly order: Order }) {
  return (
    <li className="desk__line">
      <Link to="/orders/$orderId" params={{ orderId: order.orderId }}>
        {order.title}
      </Link>
      <small>
        {order.unitName} <OrderDue order={order} />
      </small>
    </li>
  )
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const t = useText(messages)
  return (
    <li className="desk__line">
      <Link to="/problems/$problemId" params={{ problemId: problem.problemId }}>
        {problem.title}
      </Link>
      <small>
        {problem.unitName} {problem.dueOn && t('due')} <DueDay due={problem.dueOn} overdue={problem.overdue} />
      </small>
    </li>
  )
}
