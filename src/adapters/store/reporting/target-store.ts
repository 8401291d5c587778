import type { Transaction } from 'kysely'
import type { TargetStore } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'
import { comparisonPart } from './comparison-part.ts'
import { recognitionPart } from './recognition-part.ts'
import { redLinePart } from './red-line-part.ts'
import { readBeside } from './sealed-beside.ts'
import { targetFactPart } from './target-fact-part.ts'

/** What targets need beside the plan's text, in PostgreSQL. */
export function targetStore(tx: Transaction<Tables>, regionId: string): TargetStore {
  return Object.assign(
    recognitionPart(tx, regionId),
    targetFactPart(tx, regionId),
    redLinePart(tx, regionId),
    comparisonPart(tx, regionId),
    { beside: (planId: string, until: string) => readBeside(tx, regionId, planId, until) },
  )
}
