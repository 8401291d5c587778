import { type Result, accept } from '#core/kit'
import { dutyWorkdays, nextBlockage } from '#core/reporting'
import type { Context } from '#app/kit'
import { workdayDue } from './workday-due.ts'

/** What the log says of a blockage that went up by itself. */
const NOTE = '逾期未答复，自动上提一级'

/**
 * Raises every blockage whose level has let its days pass without an answer (C10): the next level must answer, with days of its own. It is
 * the product itself that acts, as with the levels of messages, so no right is asked. Answers how many went up.
 */
export async function raiseOverdueBlockages(context: Context): Promise<Result<{ raised: number }>> {
  return context.transact(async (stores) => {
    const open = (await stores.duties.blockages({ onlyOpen: true })).filter(({ state }) => state === 'open')
    const overdue = open.filter(({ levelDueAt }) => Date.parse(levelDueAt) < Date.parse(context.now))
    if (overdue.length === 0) return accept({ raised: 0 })
    const dueAfter = await workdayDue(context, stores)
    let raised = 0
    for (const blockage of overdue) {
      const next = nextBlockage(blockage, { action: 'escalate', note: NOTE }, context.now)
      if (!next.ok) continue
      const { blockageId, revision } = blockage
      const { state, level } = next.value
      const levelDueAt = dueAfter(context.now, dutyWorkdays.blockage)
      const act = { outcome: null, action: 'escalate', note: NOTE, at: context.now, by: null } as const
      if (!(await stores.duties.moveBlockage({ blockageId, revision, state, level, levelDueAt, ...act }))) continue
      raised += 1
      const body = { state, level, note: NOTE }
      await stores.audit.record({
        ...{ action: 'blockage.escalate', objectKind: 'blockage', objectId: blockageId, body },
      })
    }
    return accept({ raised })
  })
}
