import type { Context, Stores } from '#app/kit'
import type { ReportWrite, SheetEntry } from '../ports.ts'
import { openBlockage } from './act-on-blockage.ts'

/** Whether a report leaves its unit with a blockage: signed, or an outside body's answer, which has no signer. */
export function carriesBlockage({ state, channel, body }: ReportWrite): boolean {
  const leaves = state === 'signed' || (state === 'submitted' && channel !== null)
  return leaves && body.claim === 'blocked' && body.blockage !== null
}

/** Raises the blockages that came with reports which have just left their unit; where one is open already it goes on. */
export async function raiseFromReports(
  context: Context,
  stores: Stores,
  writes: readonly ReportWrite[],
  entryOf: (write: ReportWrite) => SheetEntry | undefined,
): Promise<void> {
  for (const write of writes) {
    const { blockage } = write.body
    if (!blockage) continue
    const { itemId, unitId, reportId, submittedBy: raisedBy } = write
    const officeUnitId = entryOf(write)?.officeUnitId ?? null
    await openBlockage(context, stores, {
      ...{ itemId, unitId, reportId, raisedBy, officeUnitId, needsUnitId: null },
      ...blockage,
    })
  }
}
