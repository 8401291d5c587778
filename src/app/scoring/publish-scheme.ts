import { canonicalJson, type Json, type Result, accept, parsePeriod, refuse } from '#core/kit'
import { checkScheme, defaultScheme, type Scheme } from '#core/scoring'
import { type Context, requireRight } from '#app/kit'
import type { SchemeRow } from './ports.ts'

/** Canonical text of anything that is plain JSON; what is hashed and compared. */
export const canonicalText = (value: unknown): string => canonicalJson(value as Json)

/**
 * Publishes the scheme by which a plan is judged, from a quarter that has not begun: nobody is judged by rules made afterwards. The
 * next publication is the next version.
 */
export async function publishScheme(
  context: Context,
  input: { readonly planId: string; readonly effectiveFrom: string },
): Promise<Result<{ schemeId: string; version: number; hash: string }>> {
  const right = requireRight(context, 'scheme.publish', {})
  if (!right.ok) return right
  const { planId, effectiveFrom } = input
  if (parsePeriod(effectiveFrom)?.kind !== 'quarter') return refuse('score.periodUnknown', {}, 'effectiveFrom')
  return context.transact(async (stores) => {
    if (!(await stores.insight.frame(planId))) return refuse('object.notFound', {}, 'planId')
    const [last] = await stores.scoring.schemes(planId)
    const schemeId = last?.schemeId ?? context.newId()
    const version = (last?.version ?? 0) + 1
    const scheme: Scheme = { ...defaultScheme, schemeId, version }
    const checked = checkScheme(scheme, effectiveFrom, context.today)
    if (!checked.ok) return checked
    const hash = context.sha256(canonicalText(scheme))
    const row = { schemeId, version, planId, scheme, hash, effectiveFrom, publishedAt: context.now }
    if (!(await stores.scoring.addScheme({ ...row, by: context.actor.accountId })))
      return refuse('object.changedMeanwhile')
    const body = { planId, version, effectiveFrom, hash }
    await stores.audit.record({ action: 'scheme.publish', objectKind: 'scheme', objectId: schemeId, body })
    return accept({ schemeId, version, hash })
  })
}

/** The scheme that judges a quarter: the newest one that had taken effect; null = none. */
export function schemeFor(schemes: readonly SchemeRow[], quarterId: string): SchemeRow | null {
  return schemes.find(({ effectiveFrom }) => effectiveFrom <= quarterId) ?? null
}
