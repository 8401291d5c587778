import type { Transaction } from 'kysely'
import type { DutyStore } from '#app/reporting'
import type { Tables } from '../../schema/tables.ts'
import { dutyPart, voicePart } from './duty-part.ts'
import { jointLeadPart } from './joint-lead-part.ts'
import { blockagePart, disputePart } from './matter-part.ts'

/** Duties, words on reports, disputes and blockages in PostgreSQL. */
export function dutyStore(tx: Transaction<Tables>, regionId: string): DutyStore {
  return Object.assign(
    dutyPart(tx, regionId),
    jointLeadPart(tx, regionId),
    voicePart(tx, regionId),
    disputePart(tx, regionId),
    blockagePart(tx, regionId),
  )
}
