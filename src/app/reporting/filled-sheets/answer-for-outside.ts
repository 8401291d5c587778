import { type LocalDate, type Result, accept, instantAt, isLocalDate, addDays, refuse } from '#core/kit'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { SheetEntry } from '../ports.ts'
import type { ReportOutcome } from '../report-acts.ts'
import { submitNoChange, submitReports, type SubmitInput } from '../submit-report.ts'
import type { OutsideUnitRow, RespondentLinkRow } from './ports.ts'

/** The longest life of a link, in days. */
const LINK_DAYS = 31

/** Units of a period that nobody can sign in for, and the links that were made for them. */
export async function listRespondents(
  context: Context,
  input: { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<{ units: readonly OutsideUnitRow[]; links: readonly RespondentLinkRow[] }>> {
  const right = requireRight(context, 'respondent.invite', {})
  if (!right.ok) return right
  return context.read(async ({ respondents }) => {
    const units = await respondents.outsideUnits(input.cadenceId, input.periodId)
    return accept({ units, links: await respondents.links({ period: input }) })
  })
}

/** Makes a link by which an outside body answers one period without an account. The token is shown once; only its hash is kept. */
export function inviteRespondent(
  context: Context,
  input: {
    readonly cadenceId: string
    readonly periodId: string
    readonly unitId: string
    /** By post. */
    readonly respondent: string
    /** The last day on which it opens. */
    readonly expiresOn: LocalDate
  },
): Promise<Result<{ readonly linkId: string; readonly token: string; readonly expiresAt: string }>> {
  return context.transact(async (stores) => {
    const right = requireRight(context, 'respondent.invite', {})
    if (!right.ok) return right
    const { cadenceId, periodId, unitId, expiresOn } = input
    const respondent = input.respondent.trim()
    const unit = await outsideUnit(stores, input)
    if (!unit.ok) return unit
    if (respondent === '') return refuse('respondent.nameMissing', {}, 'respondent')
    const isNear =
      isLocalDate(expiresOn) && expiresOn >= context.today && expiresOn <= addDays(context.today, LINK_DAYS)
    if (!isNear) return refuse('respondent.expiryInvalid', {}, 'expiresOn')
    const [linkId, token] = [context.newId(), context.secrets.newToken()]
    const expiresAt = instantAt(expiresOn, 24, context.timeZone)
    const row = { linkId, cadenceId, periodId, unitId, respondent, expiresAt }
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.respondents.addLink({ ...row, tokenHash: context.sha256(token), ...stamp })
    await stores.audit.record({
      action: 'respondent.invite',
      objectKind: 'respondentLink',
      objectId: linkId,
      body: row,
    })
    return accept({ linkId, token, expiresAt })
  })
}

/** Ends a link; what was answered by it stays. */
export function revokeRespondentLink(context: Context, input: { readonly linkId: string }): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const right = requireRight(context, 'respondent.invite', {})
    if (!right.ok) return right
    const { linkId } = input
    const revoked = await stores.respondents.revokeLink(linkId, context.now, context.actor.accountId)
    if (!revoked) return refuse('object.notFound')
    await stores.audit.record({ action: 'respondent.revoke', objectKind: 'respondentLink', objectId: linkId, body: {} })
    return accept(true)
  })
}

async function outsideUnit(
  stores: Stores,
  { cadenceId, periodId, unitId }: { readonly cadenceId: string; readonly periodId: string; readonly unitId: string },
): Promise<Result<OutsideUnitRow>> {
  const unit = (await stores.respondents.outsideUnits(cadenceId, periodId)).find((one) => one.unitId === unitId)
  if (unit) return accept(unit)
  const lines = await stores.reports.entries({ unitIds: [unitId], period: { cadenceId, periodId } })
  return refuse(lines.length === 0 ? 'respondent.noLines' : 'respondent.hasReporter', {}, 'unitId')
}

/** The sheet that a link opens: only the lines of its unit in its period. */
export interface RespondentSheet {
  readonly link: RespondentLinkRow
  readonly lines: readonly SheetEntry[]
}

/** Opens a link: no account, no session; what it shows is its own unit's lines, nothing else. */
export async function openRespondentSheet(
  context: Context,
  input: { readonly token: string },
): Promise<Result<RespondentSheet>> {
  return context.transact(async (stores) => {
    const link = await livingLink(context, stores, input.token)
    if (!link.ok) return link
    const { cadenceId, periodId, unitId, linkId } = link.value
    await stores.respondents.noteOpened(linkId, context.now)
    const lines = await stores.reports.entries({ unitIds: [unitId], period: { cadenceId, periodId } })
    return accept({ link: link.value, lines })
  })
}

/** The link of a token, while it is neither revoked nor over. */
export async function livingLink(context: Context, stores: Stores, token: string): Promise<Result<RespondentLinkRow>> {
  const [link] = await stores.respondents.links({ tokenHash: context.sha256(token) })
  if (!link) return refuse('respondent.linkInvalid')
  if (link.revokedAt !== null) return refuse('respondent.linkRevoked')
  return Date.parse(context.now) >= Date.parse(link.expiresAt) ? refuse('respondent.linkExpired') : accept(link)
}

/** Acts for an outside body with exactly one right: to answer its own lines, and to attach files to them. */
export function asRespondent(context: Context, unitId: string): Context {
  return { ...context, actor: { ...context.actor, roles: [{ role: 'respondent', unitId }] } }
}

type Answer = Omit<SubmitInput, 'requestKey' | 'outside'>

/** Answers by link: enters as submitted by the named respondent, unsigned. `said` null = no change. */
export async function answerByLink(
  context: Context,
  input: {
    readonly token: string
    readonly requestKey: string | null
    readonly reports: readonly (Omit<Answer, 'body'> & { readonly body: Answer['body'] | null })[]
  },
): Promise<Result<readonly ReportOutcome[]>> {
  const link = await context.read((stores) => livingLink(context, stores, input.token))
  if (!link.ok) return link
  const { cadenceId, periodId, unitId, respondent } = link.value
  const isOfLink = input.reports.every((one) => one.cadenceId === cadenceId && one.periodId === periodId)
  if (!isOfLink) return refuse('object.notFound')
  const outside = { channel: 'link', respondent } as const
  const acting = asRespondent(context, unitId)
  const { requestKey } = input
  const said = input.reports.flatMap((one) => (one.body ? [{ ...one, body: one.body, requestKey, outside }] : []))
  const unchanged = input.reports.flatMap((one) => (one.body ? [] : [{ ...one, requestKey, outside }]))
  const first = said.length === 0 ? accept([]) : await submitReports(acting, said)
  if (!first.ok || unchanged.length === 0) return first
  const second = await submitNoChange(acting, unchanged)
  return second.ok ? accept([...first.value, ...second.value]) : second
}

/** Files a sheet that an outside body has filled in: enters as its answer, unsigned; whoever brought it cannot accept it. */
export async function fileForOutside(
  context: Context,
  input: {
    readonly unitId: string
    readonly respondent: string
    readonly requestKey: string | null
    readonly reports: readonly Answer[]
  },
): Promise<Result<readonly ReportOutcome[]>> {
  const { unitId, requestKey } = input
  const right = requireRight(context, 'respondent.fileFor', { unitId })
  if (!right.ok) return right
  const respondent = input.respondent.trim()
  if (respondent === '') return refuse('respondent.nameMissing', {}, 'respondent')
  const [first] = input.reports
  if (!first) return refuse('respondent.noLines')
  const { cadenceId, periodId } = first
  const unit = await context.read((stores) => outsideUnit(stores, { cadenceId, periodId, unitId }))
  if (!unit.ok) return unit
  const outside = { channel: 'sheet', respondent } as const
  return submitReports(
    asRespondent(context, unitId),
    input.reports.map((one) => ({ ...one, requestKey, outside })),
  )
}
