import { invariant } from '#core/kit'
import { acknowledgeOrder, closeOrder, issueOrder, replyOrder } from '#app/supervision'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'
import type { Story } from './story.ts'

/** Tells the leaders' instructions: each an order with its acknowledgement and its reply, where they came. */
export async function tellOrders(stage: Stage, cast: Cast, story: Story): Promise<void> {
  for (const order of story.orders) {
    const unitId = cast.unitIds.get(order.to)
    const reporter = cast.reporters.get(unitId ?? '')
    invariant(unitId && reporter, `no people in ${order.to}`)
    const issuer = stage(cast.leader, momentOf(order.on, '08:40'))
    let now = told(await issueOrder(issuer, { text: order.text, unitId, replyBy: order.due }), 'issue an order')
    if (order.acknowledgedOn) {
      now = told(await acknowledgeOrder(stage(reporter, momentOf(order.acknowledgedOn, '11:20')), now), 'acknowledge')
    }
    if (!order.repliedOn) continue
    const text = '已按批示要求落实，详见附报。'
    now = told(await replyOrder(stage(reporter, momentOf(order.repliedOn, '16:10')), { ...now, text }), 'reply')
    told(await closeOrder(stage(cast.coordinator, momentOf(order.repliedOn, '17:30')), now), 'close an order')
  }
}
