import { type Result, accept, refuse } from '#core/kit'
import { nextReportState, type PeriodState, type ReportAction, type ReportBody } from '#core/reporting'
import { type AuditEntry, type Context, type RegionObject, requireRight, standsInFor, type Stores } from '#app/kit'
import type { ReportKey, ReportRow, ReportWrite, SheetEntry } from './ports.ts'
import { carriesBlockage, raiseFromReports } from './responsibility/raise-from-reports.ts'

/** What became of one report of a request; the others of the same request are not held up by a refused one. */
export interface ReportOutcome {
  readonly key: ReportKey
  readonly result: Result<{ readonly state: ReportRow['state']; readonly revision: number; readonly late: boolean }>
}

/** One kind of act on reports: what it does to a line, decided from the line as it stands. */
export interface ReportAct<Asked extends ReportKey> {
  readonly action: ReportAction
  /** Period states in which it may still be written. */
  readonly periodStates: readonly PeriodState[]
  /** Loads what deciding needs beside the lines, once for all of them. */
  readonly prepare?: (stores: Stores, entries: readonly SheetEntry[]) => Promise<void>
  /** The report as it shall be; `unchanged` for a retried request that was carried out before. */
  decide(entry: SheetEntry, asked: Asked): Result<ReportWrite | 'unchanged'>
}

const nothingSaid: ReportBody = {
  figure: null,
  noChange: false,
  claim: null,
  paragraph: '',
  blockage: null,
  nodesDone: [],
  evidence: [],
}

/** What the rights of reporting need to know of a line. */
export function rightObjectOf({ unitId, planId, item, officeUnitId, report }: SheetEntry): RegionObject {
  const [reportedBy, signedBy] = [report?.submittedBy ?? null, report?.signedBy ?? null]
  return {
    unitId,
    planId,
    taskForceNo: item.campaignNo,
    officeUnitId,
    reportedBy,
    reportedFor: report?.submittedFor ?? null,
    signedBy,
    signedFor: report?.signedFor ?? null,
    ...(report ? { state: report.state } : {}),
  }
}

/** What is being written stays with its unit until it is submitted: to all others nothing has been said yet. */
export function asSeenBy({ actor }: Context, entry: SheetEntry): SheetEntry {
  const { unitId, report } = entry
  const isUnsaid = report?.state === 'draft' || report?.state === 'withdrawn'
  return isUnsaid && !actor.roles.some((grant) => grant.unitId === unitId) ? { ...entry, report: null } : entry
}

/** Right and state machine together: the state that the act leads to, or why not. */
export function allowedState(context: Context, entry: SheetEntry, action: ReportAction): Result<ReportRow['state']> {
  const { report, periodState } = entry
  const standing = {
    state: report?.state ?? ('notDue' as const),
    periodState,
    submittedBy: report?.submittedBy ?? null,
    signedBy: report?.signedBy ?? null,
    channel: report?.channel ?? null,
  }
  const right = requireRight(context, rightOfAction[action], rightObjectOf(entry))
  // Who may take it back as the reporter's successor or stand-in is taken for the reporter.
  const self = context.actor.accountId
  const next = nextReportState(
    standing,
    action,
    action === 'withdraw' && right.ok ? (standing.submittedBy ?? self) : self,
  )
  if (!right.ok) return moreExact(context, entry, action, next) ?? right
  if (!next.ok) return next
  return next.value === 'notDue' ? refuse('report.cannotSave') : accept(next.value)
}

/** Where a right fails for a reason that can be named better than "not allowed": the same person twice, or the own unit. */
function moreExact(
  context: Context,
  { item, planId, unitId, officeUnitId }: SheetEntry,
  action: ReportAction,
  next: Result<unknown>,
): Result<never> | null {
  if (!next.ok && next.refusal.code.startsWith('report.own')) return next
  const judges = action === 'accept' || action === 'return'
  const ofTaskForce = context.actor.roles.some(
    (grant) => grant.role === 'taskForceStaff' && grant.planId === planId && grant.taskForceNo === item.campaignNo,
  )
  return judges && ofTaskForce && officeUnitId === unitId ? refuse('report.insideOwnUnit') : null
}

const rightOfAction = {
  save: 'report.write',
  submit: 'report.submit',
  withdraw: 'report.withdraw',
  sign: 'report.sign',
  accept: 'report.accept',
  return: 'report.return',
} as const

/** For whom the actor does this to the line: its unit's absent reporter or signer, an absent acceptor; null = for himself. */
export function actsFor(context: Context, entry: SheetEntry, action: ReportAction): string | null {
  return standsInFor(context, rightOfAction[action], rightObjectOf(entry))
}

/** The next revision of a line's report, with what changes in it. */
export function nextRevision(context: Context, entry: SheetEntry, change: Partial<ReportRow>): ReportWrite {
  const { cadenceId, periodId, itemId, unitId, figurePeriodId, report } = entry
  const { files: _, ...now } = report ?? firstRevision(context)
  const stamp = { revision: now.revision + 1, changedAt: context.now, changedBy: personOf(context) }
  return { cadenceId, periodId, itemId, unitId, figurePeriodId, ...now, ...change, ...stamp }
}

/** Who writes; null = a respondent by link, who has no account. */
export const personOf = ({ actor }: Context): string | null => actor.accountId || null

function firstRevision(context: Context): ReportRow {
  return {
    reportId: context.newId(),
    state: 'draft',
    revision: 0,
    body: nothingSaid,
    files: [],
    late: false,
    channel: null,
    respondent: null,
    requestKey: null,
    submittedAt: null,
    submittedBy: null,
    submittedFor: null,
    signedAt: null,
    signedBy: null,
    signedFor: null,
    decidedAt: null,
    decidedBy: null,
    decidedFor: null,
    returnReason: null,
    returnDueAt: null,
    changedAt: context.now,
    changedBy: personOf(context),
  }
}

/** Somebody else changed the report since the page was read: the second sees the first's change and decides. */
export function checkRevision(entry: SheetEntry, seen: number | undefined): Result<true> {
  return seen === undefined || seen === (entry.report?.revision ?? 0) ? accept(true) : refuse('object.changedMeanwhile')
}

/**
 * Carries one act out on any number of reports in one transaction of two statements: read, and write with its log. A refused one is
 * left as it was and answered with its reason.
 */
export async function actOnReports<Asked extends ReportKey>(
  context: Context,
  asked: readonly Asked[],
  act: ReportAct<Asked>,
): Promise<Result<readonly ReportOutcome[]>> {
  const entries = new Map<string, SheetEntry>()
  const decided: Decisions = new Map()
  const carried = await context.transact(async (stores) => {
    for (const entry of await stores.reports.entries({ keys: asked })) entries.set(keyText(entry), entry)
    await act.prepare?.(stores, [...entries.values()])
    for (const one of asked) if (!decided.has(keyText(one))) decided.set(keyText(one), decideOne(entries, one, act))
    return accept(await write(context, stores, act, { entries, decided }))
  })
  if (!carried.ok) return carried
  if (carried.value.length > 0) await decideAgain(context, asked, act, carried.value, { entries, decided })
  return accept(asked.map((one) => outcomeOf(one, entries, decided)))
}

/**
 * Writes what was decided, as the last statement of its transaction where no blockage comes with it; answers the writes that
 * somebody overtook.
 */
async function write(
  context: Context,
  stores: Stores,
  { action, periodStates }: Pick<ReportAct<never>, 'action' | 'periodStates'>,
  { entries, decided }: { readonly entries: ReadonlyMap<string, SheetEntry>; readonly decided: Decisions },
): Promise<readonly ReportWrite[]> {
  const writes = [...decided.values()].flatMap((found) =>
    found.ok && found.value !== 'unchanged' ? [found.value] : [],
  )
  const rows = writes.map((one) => withLog(action, one))
  const blocked = writes.filter(carriesBlockage)
  const saved = new Set(await stores.reports.saveReports(rows, { periodStates, isLast: blocked.length === 0 }))
  const raising = blocked.filter((one) => saved.has(one.reportId))
  await raiseFromReports(context, stores, raising, (one) => entries.get(keyText(one)))
  return writes.filter((one) => !saved.has(one.reportId))
}

type Decisions = Map<string, Result<ReportWrite | 'unchanged'>>

/** Somebody was quicker between read and write: look again, so that the answer names the reason; a retried request finds itself. */
async function decideAgain<Asked extends ReportKey>(
  context: Context,
  asked: readonly Asked[],
  act: ReportAct<Asked>,
  overtaken: readonly ReportWrite[],
  known: { readonly entries: Map<string, SheetEntry>; readonly decided: Decisions },
): Promise<void> {
  const keys = new Set(overtaken.map(keyText))
  for (const entry of await context.read((stores) => stores.reports.entries({ keys: overtaken })))
    known.entries.set(keyText(entry), entry)
  for (const one of asked.filter((each) => keys.has(keyText(each)))) {
    const again = decideOne(known.entries, one, act)
    known.decided.set(keyText(one), again.ok && again.value !== 'unchanged' ? refuse('object.changedMeanwhile') : again)
  }
}

function decideOne<Asked extends ReportKey>(
  entries: ReadonlyMap<string, SheetEntry>,
  asked: Asked,
  act: ReportAct<Asked>,
): Result<ReportWrite | 'unchanged'> {
  const entry = entries.get(keyText(asked))
  return entry ? act.decide(entry, asked) : refuse('object.notFound')
}

/** A write with what the log keeps of it. */
function withLog(action: ReportAction, write: ReportWrite): ReportWrite & { readonly logged: AuditEntry } {
  const { reportId, cadenceId, periodId, itemId, unitId, state, revision, body, late, returnReason, returnDueAt } =
    write
  const facts = { cadenceId, periodId, itemId, unitId, state, revision, late }
  const said = action === 'submit' || action === 'save' ? { said: bodyJson(body) } : {}
  const returned = action === 'return' ? { reason: returnReason, dueAt: returnDueAt } : {}
  const entry = { action: `report.${action}`, objectKind: 'report', objectId: reportId }
  return { ...write, logged: { ...entry, body: { ...facts, ...said, ...returned, for: actedFor(action, write) } } }
}

/** Stated for each report of a request: one may be one's own unit's, the next another's. */
function actedFor(action: ReportAction, { submittedFor, signedFor, decidedFor }: ReportWrite): string | undefined {
  const doneFor = { submit: submittedFor, sign: signedFor, accept: decidedFor, return: decidedFor }
  return action === 'save' || action === 'withdraw' ? undefined : (doneFor[action] ?? undefined)
}

function bodyJson({ blockage, nodesDone, evidence, parts, ...rest }: ReportBody) {
  const said = { ...rest, blockage: blockage && { ...blockage }, nodesDone: [...nodesDone], evidence: [...evidence] }
  return parts ? { ...said, parts: { ...parts } } : said
}

function outcomeOf(asked: ReportKey, entries: ReadonlyMap<string, SheetEntry>, decided: Decisions): ReportOutcome {
  const key = { cadenceId: asked.cadenceId, periodId: asked.periodId, itemId: asked.itemId }
  const decision = decided.get(keyText(asked)) ?? refuse('object.notFound')
  if (!decision.ok) return { key, result: decision }
  const now = decision.value === 'unchanged' ? entries.get(keyText(asked))?.report : decision.value
  if (!now) return { key, result: refuse('object.changedMeanwhile') }
  return { key, result: accept({ state: now.state, revision: now.revision, late: now.late }) }
}

const keyText = ({ cadenceId, periodId, itemId }: ReportKey): string => `${cadenceId} ${periodId} ${itemId}`

/** The one outcome of a request about one report. */
export async function only(outcomes: Promise<Result<readonly ReportOutcome[]>>): Promise<ReportOutcome['result']> {
  const found = await outcomes
  if (!found.ok) return found
  return found.value[0]?.result ?? refuse('object.notFound')
}
