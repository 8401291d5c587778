import type { UnitKind } from './types.ts'
import { unitKindPatterns } from './unit-kinds.data.ts'

/** The kind of a unit, recognised from its name: 区发改局 → bureau, 各镇街 → group, 国网青澜供电公司 → stationed. */
export function kindOfUnit(name: string): UnitKind {
  return unitKindPatterns.find(({ pattern }) => pattern.test(name))?.kind ?? 'other'
}

/** Which kinds a group's name stands for: 各镇街 → townships and streets; none where the name does not say. */
export function kindsOfGroup(name: string): readonly UnitKind[] {
  if (!/^(各|全[区县市])/.test(name)) return []
  if (/镇.*街|乡.*街|街.*镇/.test(name)) return ['township', 'street']
  if (/街道/.test(name)) return ['street']
  return /[镇乡]/.test(name) ? ['township'] : []
}
