import * as insight from '#app/insight'
import { accept } from '#core/kit'
import { scheduleContract as contract } from '#adapters/http/contract/insight'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'

/** Trajectories, time nodes and figures per period of items, their changes, and the Gantt. */
export function scheduleRoutes(app: GuatuHono): void {
  register(app, contract.schedule, async (context, { params }) => {
    const view = await insight.readSchedule(context, params)
    return view.ok ? accept(plain(view.value)) : view
  })
  register(app, contract.previewTrajectory, async (context, { params, body }) => {
    const drawn = await insight.previewTrajectory(context, { ...params, ...body })
    return drawn.ok ? accept(plain(drawn.value)) : drawn
  })
  register(app, contract.planBackwards, async (context, { params, body }) => {
    const planned = await insight.planBackwards(context, { ...params, ...body })
    return planned.ok ? accept(plain(planned.value)) : planned
  })
  register(app, contract.proposeSchedule, (context, { params, body }) =>
    insight.proposeSchedule(context, { ...params, ...body }),
  )
  register(app, contract.decideSchedule, async (context, { params, body }) => {
    const decided = await insight.decideSchedule(context, { ...params, ...body })
    return decided.ok ? accept({ ok: true }) : decided
  })
  register(app, contract.waitingSchedules, async (context) => {
    const waiting = await insight.listWaitingSchedules(context)
    return waiting.ok ? accept({ changes: plain(waiting.value) }) : waiting
  })
  register(app, contract.gantt, async (context, { query }) => {
    const gantt = await insight.readGantt(context, query)
    return gantt.ok ? accept(plain(gantt.value)) : gantt
  })
}
