import { type Result, accept } from '#core/kit'
import { checkReport, isLate, type ReportBody } from '#core/reporting'
import type { Context } from '#app/kit'
import type { ReportKey, ReportRow, ReportWrite, SheetEntry } from './ports.ts'
import {
  actOnReports,
  actsFor,
  allowedState,
  checkRevision,
  nextRevision,
  only,
  personOf,
  type ReportOutcome,
} from './report-acts.ts'

import { loadRowFigures, noRowFigures, type RowFigures } from './row-figures.ts'

/** What a reporter says of one item; files are attached beforehand and stand in the stored report. */
export type SaidBody = Omit<ReportBody, 'evidence'>

/** One report to submit. */
export interface SubmitInput extends ReportKey {
  /** Revision of the report that the page shows; 0 = none yet. */
  readonly revision: number
  /** Names the request: sent again with the same key, it changes nothing and is answered alike. */
  readonly requestKey: string | null
  readonly body: SaidBody
  /** Of an outside body without an account: by which way it came, and who answered. */
  readonly outside?: { readonly channel: 'link' | 'sheet'; readonly respondent: string }
}

/** Submits reports; each is checked and answered for itself. Late is said by the region's clock, never by the page. */
export function submitReports(
  context: Context,
  inputs: readonly SubmitInput[],
): Promise<Result<readonly ReportOutcome[]>> {
  return submitAll(context, inputs, (_entry, input) => input.body)
}

/** Submits one report. */
export function submitReport(context: Context, input: SubmitInput): Promise<ReportOutcome['result']> {
  return only(submitReports(context, [input]))
}

/** Says "no change" for many items in one request. */
export function submitNoChange(
  context: Context,
  inputs: readonly Omit<SubmitInput, 'body'>[],
): Promise<Result<readonly ReportOutcome[]>> {
  return submitAll(context, inputs, unchangedBody)
}

type Asked = Omit<SubmitInput, 'body'>

/** Both ways of submitting; what counts by recognition takes its figure from the rows. */
function submitAll<Input extends Asked>(
  context: Context,
  inputs: readonly Input[],
  bodyOf: (entry: SheetEntry, input: Input) => SaidBody,
): Promise<Result<readonly ReportOutcome[]>> {
  let rows = noRowFigures
  return actOnReports(context, inputs, {
    action: 'submit',
    periodStates: ['open'],
    async prepare(stores, entries) {
      rows = await loadRowFigures(stores, entries)
    },
    decide: (entry, input) => decideSubmit(context, entry, { ...input, body: bodyOf(entry, input) }, rows),
  })
}

/** Nothing new: figure, claim and blockage stay what they were. A completion is claimed by its own report, never in passing. */
function unchangedBody({ last }: SheetEntry): SaidBody {
  const claim = last === null || last.claim === 'done' ? null : last.claim
  const blockage = claim === 'blocked' && last ? last.blockage : null
  return { figure: null, noChange: true, claim, paragraph: '', blockage, nodesDone: [] }
}

function decideSubmit(
  context: Context,
  entry: SheetEntry,
  input: SubmitInput,
  rows: RowFigures,
): Result<ReportWrite | 'unchanged'> {
  if (isRetry(context, entry.report, input.requestKey)) return accept('unchanged')
  const state = allowedState(context, entry, 'submit')
  if (!state.ok) return state
  const fresh = checkRevision(entry, input.revision)
  if (!fresh.ok) return fresh
  const body = { ...input.body, evidence: entry.report?.body.evidence ?? [] }
  const recognised = rows.figureOf(entry)
  if (!recognised.ok) return recognised
  const byRows = recognised.value === undefined ? {} : { recognised: recognised.value }
  const checked = checkReport(body, { item: entry.item, previous: entry.last?.value ?? null, ...byRows })
  if (!checked.ok) return checked
  const { figure, parts } = checked.value
  return accept(
    nextRevision(context, entry, {
      state: state.value,
      body: { ...body, figure: body.noChange ? null : figure, parts: parts ?? null },
      late: isLate(context.now, entry.dueAt, entry.report?.returnDueAt ?? entry.dispute?.reportDueAt ?? null),
      channel: input.outside?.channel ?? null,
      respondent: input.outside?.respondent ?? null,
      requestKey: input.requestKey,
      submittedAt: context.now,
      submittedBy: personOf(context),
      submittedFor: actsFor(context, entry, 'submit'),
      signedAt: null,
      signedBy: null,
      signedFor: null,
      decidedAt: null,
      decidedBy: null,
      decidedFor: null,
    }),
  )
}

function isRetry(context: Context, report: ReportRow | null, requestKey: string | null): boolean {
  return requestKey !== null && report?.requestKey === requestKey && report.submittedBy === personOf(context)
}
