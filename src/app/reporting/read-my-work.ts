import { type Result, accept } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import type { BurdenRow, SheetEntry } from './ports.ts'
import { rightObjectOf } from './report-acts.ts'
import { type HeardEntry, hearVoices } from './responsibility/hear-voices.ts'

/** A period that asks something of the reader's units: who asked, and of how many. */
export interface AskingPeriod extends BurdenRow {
  readonly cadenceId: string
  readonly periodId: string
}

/** What needs the reader: to report, to sign, to accept; and what has left his hands in the open periods. */
export interface MyWork {
  /** Lines of his units that nobody has submitted yet, or that came back. */
  readonly toReport: readonly SheetEntry[]
  readonly toSign: readonly SheetEntry[]
  readonly toAccept: readonly SheetEntry[]
  /** What other units say of what waits for acceptance. */
  readonly heard: readonly HeardEntry[]
  /** Submitted, signed or accepted lines of his units in periods that are still open. */
  readonly underWay: readonly SheetEntry[]
  readonly asking: readonly AskingPeriod[]
}

/** Reads what is due from the reader, in one list per kind of act, overdue first. */
export async function readMyWork(context: Context): Promise<Result<MyWork>> {
  const units = unitsOf(context)
  return context.read(async (stores) => {
    const own = units.length > 0 ? await stores.reports.entries({ unitIds: units, periodStates: ['open'] }) : []
    const judged = judges(context)
      ? await stores.reports.entries({ periodStates: ['open', 'closed'], reportStates: ['signed', 'submitted'] })
      : []
    const asking: AskingPeriod[] = []
    for (const { cadenceId, periodId } of periodsOf(own)) {
      const burden = await stores.reports.burden(cadenceId, periodId)
      if (burden) asking.push({ cadenceId, periodId, ...burden })
    }
    const allowed = (action: 'report.submit' | 'report.sign' | 'report.accept') => (entry: SheetEntry) =>
      requireRight(context, action, rightObjectOf(entry)).ok
    const toAccept = judged.filter(isToAccept).filter(allowed('report.accept'))
    const open = own.filter((entry) => isToReport(entry))
    return accept({
      toReport: open.filter(allowed('report.submit')),
      toSign: own.filter((entry) => entry.report?.state === 'submitted').filter(allowed('report.sign')),
      toAccept,
      heard: (await hearVoices(context, stores, toAccept)).filter(({ voices }) => voices.length > 0),
      underWay: own.filter((entry) => !isToReport(entry)),
      asking,
    })
  })
}

function unitsOf(context: Context): readonly string[] {
  return [
    ...new Set(context.actor.roles.flatMap((grant) => (isUnitRole(grant.role) && grant.unitId ? [grant.unitId] : []))),
  ]
}

const isUnitRole = (role: string): boolean => role === 'reporter' || role === 'signer'

const judges = (context: Context): boolean =>
  context.actor.roles.some((grant) => grant.role === 'taskForceStaff' || grant.role === 'coordinator')

/** Nothing submitted yet, and not answered by "not ours"; an item that the unit has to keep is asked again. */
function isToReport({ report, dispute }: SheetEntry): boolean {
  if (dispute !== null && dispute.state !== 'kept') return false
  return report === null || ['draft', 'returned', 'withdrawn'].includes(report.state)
}

/** Signed, or answered by an outside body that has no signer. */
function isToAccept({ report }: SheetEntry): boolean {
  return report?.state === 'signed' || (report?.state === 'submitted' && report.channel !== null)
}

function periodsOf(entries: readonly SheetEntry[]): readonly { cadenceId: string; periodId: string }[] {
  const found = new Map(entries.map(({ cadenceId, periodId }) => [`${cadenceId} ${periodId}`, { cadenceId, periodId }]))
  return [...found.values()]
}
