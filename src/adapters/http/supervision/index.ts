import type { TypeByContent } from '#app/kit'
import type { WriteDocx } from '#app/publishing'
import * as supervision from '#app/supervision'
import { type Result, accept, refuse } from '#core/kit'
import { channelRoutes, type ChannelRouteOptions, noticeRoutes } from './notice-routes.ts'
import { supervisionContract as contract } from '#adapters/http/contract/supervision'
import { type GuatuHono, register } from '#adapters/http/kernel'
import { meetingRoutes } from './meeting-routes.ts'

/** What these routes need beside the context: how a file is judged by its content, and how minutes are written. */
export interface SupervisionRouteOptions extends ChannelRouteOptions {
  readonly typeByContent: TypeByContent
  readonly writeDocx: WriteDocx
}

/** Problems and orders, and what of them waits for the reader. */
export function supervisionRoutes(app: GuatuHono, options: SupervisionRouteOptions): void {
  problemReading(app)
  problemActs(app)
  problemFiles(app, options)
  orderRoutes(app)
  noticeRoutes(app)
  channelRoutes(app, options)
  meetingRoutes(app, options.writeDocx)
  register(app, contract.desk, async (context) => {
    const desk = await supervision.readDesk(context)
    if (!desk.ok) return desk
    const { toAnswer, toSettle, overdueOrders, toRectify, toAssign, toVerify, toClose, extensionsAsked } = desk.value
    return accept({
      ...{ toAnswer: [...toAnswer], toSettle: [...toSettle], overdueOrders: [...overdueOrders] },
      ...{ toRectify: [...toRectify], toAssign: [...toAssign], toVerify: [...toVerify], toClose: [...toClose] },
      extensionsAsked: [...extensionsAsked],
    })
  })
}

/** Filters as given, without those that were left out. */
function given<Filters extends object>(filters: Filters) {
  const entries = Object.entries(filters).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Name in keyof Filters]?: Exclude<Filters[Name], undefined> }
}

function problemReading(app: GuatuHono): void {
  register(app, contract.problems, async (context, { query }) => {
    const problems = await supervision.listProblems(context, given(query))
    return problems.ok ? accept({ problems: [...problems.value] }) : problems
  })
  register(app, contract.problem, async (context, { params }) => {
    const view = await supervision.readProblem(context, params)
    if (!view.ok) return view
    const { problem, events, files, hoursInStates, deeds } = view.value
    return accept({
      ...{ problem, events: [...events], files: [...files] },
      ...{ hoursInStates: [...hoursInStates], deeds: [...deeds] },
    })
  })
}

function problemActs(app: GuatuHono): void {
  register(app, contract.raise, (context, { body }) => supervision.raiseProblem(context, body))
  register(app, contract.assign, (context, { params, body }) =>
    supervision.assignProblem(context, { ...params, ...body }),
  )
  register(app, contract.begin, (context, { params, body }) =>
    supervision.beginRectification(context, { ...params, ...body }),
  )
  register(app, contract.claim, (context, { params, body }) =>
    supervision.claimRectified(context, { ...params, ...body }),
  )
  register(app, contract.verify, (context, { params, body }) =>
    supervision.verifyRectified(context, { ...params, ...body }),
  )
  register(app, contract.refuse, (context, { params, body }) =>
    supervision.refuseClaim(context, { ...params, ...body }),
  )
  register(app, contract.close, (context, { params, body }) =>
    supervision.closeProblem(context, { ...params, ...body }),
  )
  register(app, contract.reopen, (context, { params, body }) =>
    supervision.reopenProblem(context, { ...params, ...body }),
  )
  register(app, contract.askExtension, (context, { params, body }) =>
    supervision.askExtension(context, { ...params, ...body }),
  )
  register(app, contract.decideExtension, (context, { params, body }) =>
    supervision.decideExtension(context, { ...params, ...body }),
  )
}

function problemFiles(app: GuatuHono, { typeByContent }: SupervisionRouteOptions): void {
  register(app, contract.attach, async (context, { params }, { upload }) => {
    if (!upload) return refuse('request.fileMissing')
    const { bytes, fileName } = upload
    return supervision.attachProblemFile(context, { ...params, bytes, fileName, typeByContent })
  })
  register(app, contract.problemFile, (context, { params }) => supervision.readProblemFile(context, params))
}

function orderRoutes(app: GuatuHono): void {
  register(app, contract.orders, async (context, { query }) => {
    const orders = await supervision.listOrders(context, given(query))
    return orders.ok ? accept({ orders: [...orders.value] }) : orders
  })
  register(app, contract.order, async (context, { params }) =>
    presentOrder(await supervision.readOrder(context, params)),
  )
  register(app, contract.issue, (context, { body }) => supervision.issueOrder(context, body))
  register(app, contract.acknowledge, (context, { params, body }) =>
    supervision.acknowledgeOrder(context, { ...params, ...body }),
  )
  register(app, contract.reply, (context, { params, body }) => supervision.replyOrder(context, { ...params, ...body }))
  register(app, contract.returnReply, (context, { params, body }) =>
    supervision.returnReply(context, { ...params, ...body }),
  )
  register(app, contract.closeOrder, (context, { params, body }) =>
    supervision.closeOrder(context, { ...params, ...body }),
  )
  register(app, contract.withdraw, (context, { params, body }) =>
    supervision.withdrawOrder(context, { ...params, ...body }),
  )
}

function presentOrder(view: Result<supervision.OrderView>) {
  if (!view.ok) return view
  const { order, events, hoursInStates, deeds, meeting } = view.value
  return accept({ order, events: [...events], hoursInStates: [...hoursInStates], deeds: [...deeds], meeting })
}
