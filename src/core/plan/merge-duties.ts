import type { Duty, DutyRole } from './types.ts'

const strength: Readonly<Record<DutyRole, number>> = { lead: 3, responsible: 2, support: 1, participate: 0 }

/** One duty a unit, the strongest role, in order of first mention: 牵头 outweighs 责任, 配合, 参与. */
export function mergeDuties(duties: readonly Duty[]): Duty[] {
  const merged = new Map<string, DutyRole>()
  for (const { unit, role } of duties) {
    const known = merged.get(unit)
    if (known === undefined || strength[role] > strength[known]) merged.set(unit, role)
  }
  return [...merged].map(([unit, role]) => ({ unit, role }))
}
