import type { Duty, PlanItem, UnitKind } from './types.ts'

/** Units that no statutory series may be broken down to: townships and firms have no such figure of their own. */
const BELOW: ReadonlySet<string> = new Set<UnitKind>(['township', 'street', 'stateCompany', 'bank'])

/**
 * The units that a statutory series would be broken down to: townships, streets and firms that lead it or answer for it. Refused,
 * because the Statistics Law forbids to make anybody state figures as demanded, and such series are computed by the statistics bureau
 * one level above. Support 配合 is work, not a figure. A group 各镇街 is what its members are: `kindsOf` gives the kind of a unit, or those of
 * a group's members.
 */
export function brokenDownTo(item: PlanItem, kindsOf: (unit: string) => readonly string[]): readonly string[] {
  if (item.kind !== 'indicator' || item.origin !== 'statutory') return []
  const answers = ({ role }: Duty): boolean => role === 'lead' || role === 'responsible'
  return item.duties
    .filter(answers)
    .map(({ unit }) => unit)
    .filter((unit) => kindsOf(unit).some((kind) => BELOW.has(kind)))
}
