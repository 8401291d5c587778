import * as insight from '#app/insight'
import { accept } from '#core/kit'
import { insightContract as contract } from '#adapters/http/contract/insight'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'
import { presentItem } from './present-item.ts'
import { scheduleRoutes } from './schedule-routes.ts'

/** The wall, item pages, and what leaders and meetings look at. */
export function insightRoutes(app: GuatuHono): void {
  scheduleRoutes(app)
  register(app, contract.wall, async (context, { query }) => {
    const wall = await insight.readWall(context, query)
    return wall.ok ? accept(plain(wall.value)) : wall
  })
  register(app, contract.meeting, async (context, { query }) => {
    const meeting = await insight.readMeeting(context, query)
    return meeting.ok ? accept(plain(meeting.value)) : meeting
  })
  register(app, contract.item, async (context, { params }) => {
    const view = await insight.readItem(context, params)
    return view.ok ? accept(presentItem(view.value)) : view
  })
}
