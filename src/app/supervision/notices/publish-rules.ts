import { type Result, accept, refuse } from '#core/kit'
import { checkRules, type EscalationRules } from '#core/supervision'
import { type Context, requireRight } from '#app/kit'

/** Publishes when the levels come: matters that are given from now on follow it, those that were given before keep what was announced. */
export async function publishRules(
  context: Context,
  { version, rules }: { readonly version: number; readonly rules: EscalationRules },
): Promise<Result<{ version: number }>> {
  const right = requireRight(context, 'escalation.publish', {})
  if (!right.ok) return right
  const sound = checkRules(rules)
  if (!sound.ok) return sound
  return context.transact(async (stores) => {
    const last = (await stores.notices.rules())[0]?.version ?? 0
    const row = { version: last + 1, rules, at: context.now, by: context.actor.accountId }
    if (version !== last || !(await stores.notices.addRules(row))) return refuse('escalation.changedMeanwhile')
    const body = { levels: rules.levels, hours: [...rules.hours] }
    const entry = { action: 'escalation.publish', objectKind: 'escalation', objectId: String(row.version), body }
    await stores.audit.record(entry)
    return accept({ version: row.version })
  })
}
