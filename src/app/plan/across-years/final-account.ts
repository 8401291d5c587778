import { type Result, accept, decimalText, parseDecimal, refuse } from '#core/kit'
import { type AccountLine, checkAccount, type ExplainedVersion, promiseOf } from '#core/plan'
import { loadSealedStandings, type SealedStanding, type SealedStandings } from '#app/insight'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { AccountCorrectionRow, ClosedAccountRow } from './years-store.ts'

/** One campaign's part of a final account; 0 = what stands outside all campaigns. */
export interface AccountPart {
  readonly campaignNo: number
  readonly campaignName: string
  readonly lines: readonly (AccountLine & { readonly reasonRevision: number })[]
  readonly closed: Pick<ClosedAccountRow, 'closedAt' | 'closedByName' | 'sealSeq'> | null
}

/** The final account of a plan as its page shows it. */
export interface AccountPage {
  readonly planId: string
  readonly planTitle: string
  readonly year: number
  readonly parts: readonly AccountPart[]
  readonly corrections: readonly AccountCorrectionRow[]
  readonly may: { readonly keep: boolean; readonly yearIsOver: boolean }
}

/** The final account of a plan: open campaigns from the last seal as it stands, closed ones as they were closed. */
export async function readFinalAccount(
  context: Context,
  input: { readonly planId: string },
): Promise<Result<AccountPage>> {
  const right = requireRight(context, 'finalAccount.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const page = await accountOf(context, stores, input.planId)
    return page ? accept(page) : refuse('plan.notFound')
  })
}

async function accountOf(context: Context, stores: Stores, planId: string): Promise<AccountPage | null> {
  const frame = await stores.insight.frame(planId)
  if (!frame) return null
  const last = frame.seals.at(-1)
  const sealed = last ? await loadSealedStandings(context, stores, planId, last.seq) : null
  const closed = new Map((await stores.years.closedAccounts(planId)).map((one) => [one.campaignNo, one]))
  const reasons = new Map((await stores.years.reasons(planId)).map((one) => [one.itemId, one]))
  const versions = await versionsOf(stores, planId)
  const lineOf = (standing: SealedStanding): AccountLine =>
    accountLine(standing, sealed, versions, reasons.get(standing.row.item.itemId)?.reason ?? '')
  const names = [...frame.campaigns, { no: 0, name: '' }]
  const parts = names.map(({ no, name }): AccountPart => {
    const done = closed.get(no)
    const own = (sealed?.items ?? []).filter(({ row }) => (row.item.campaignNo ?? 0) === no)
    const lines = done?.lines ?? own.map(lineOf)
    return {
      ...{ campaignNo: no, campaignName: name },
      lines: lines.map((line) => ({ ...line, reasonRevision: reasons.get(line.itemId)?.revision ?? 0 })),
      closed: done ? { closedAt: done.closedAt, closedByName: done.closedByName, sealSeq: done.sealSeq } : null,
    }
  })
  return {
    ...{ planId, planTitle: frame.title, year: frame.year },
    parts: parts.filter(({ campaignNo, lines }) => campaignNo !== 0 || lines.length > 0),
    corrections: await stores.years.accountCorrections(planId),
    may: { keep: requireRight(context, 'finalAccount.keep', {}).ok, yearIsOver: isOver(context, frame.year) },
  }
}

const isOver = ({ today }: Context, year: number): boolean => today > `${year}-12-31`

async function versionsOf(stores: Stores, planId: string): Promise<readonly ExplainedVersion[]> {
  const rows = (await stores.plans.versions(planId)).toSorted((a, b) => a.version - b.version)
  const told: ExplainedVersion[] = []
  for (const { version, reason } of rows) {
    const content = await stores.plans.content(planId, version)
    if (content) told.push({ version, content, reason })
  }
  return told
}

function accountLine(
  { row, standing, source }: SealedStanding,
  sealed: SealedStandings | null,
  versions: readonly ExplainedVersion[],
  reason: string,
): AccountLine {
  const { item, reportingUnitName } = row
  const isIndicator = item.kind === 'indicator'
  return {
    ...{ itemId: item.itemId, campaignNo: item.campaignNo, title: item.title, kind: item.kind },
    unitName: reportingUnitName ?? '',
    ...promiseOf(versions, item.itemId),
    achieved: standing.actual,
    unit: isIndicator ? item.target.unit : '',
    met: isIndicator ? standing.progress.met : metByLight(standing.light),
    light: standing.light,
    periodId: source?.figurePeriodId ?? null,
    sealSeq: source && source.kind !== 'release' ? source.sealSeq : (sealed?.seal.seq ?? null),
    reason,
  }
}

/** A task is done where its nodes are kept, and not where one is overdue. */
function metByLight(light: AccountLine['light']): boolean | null {
  if (light === 'red' || light === 'yellow') return false
  return light === 'grey' ? null : true
}

/** Says why a line ended as it did; the second of two who write at once sees the first's words. */
export async function explainLine(
  context: Context,
  input: { readonly planId: string; readonly itemId: string; readonly reason: string; readonly revision: number },
): Promise<Result<{ revision: number }>> {
  const right = requireRight(context, 'finalAccount.keep', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { planId, itemId, revision } = input
    const page = await accountOf(context, stores, planId)
    const part = page?.parts.find(({ lines }) => lines.some((line) => line.itemId === itemId))
    if (!part) return refuse('object.notFound')
    if (part.closed) return refuse('finalAccount.closed')
    const reason = input.reason.trim()
    const stamp = { at: context.now, by: context.actor.accountId }
    const saved = await stores.years.saveReason({ planId, itemId, reason, revision: revision + 1, ...stamp })
    if (!saved) return refuse('object.changedMeanwhile')
    await stores.audit.record({
      ...{ action: 'finalAccount.explain', objectKind: 'finalAccount', objectId: itemId },
      body: { planId, reason },
    })
    return accept({ revision: revision + 1 })
  })
}

/**
 * Closes a campaign with its account after the year: everything is sealed, and every missed line says why. From here on nothing of the
 * campaign is asked, released or amended; what is wrong in the account is corrected visibly.
 */
export async function closeFinalAccount(
  context: Context,
  input: { readonly planId: string; readonly campaignNo: number },
): Promise<Result<{ lines: number }>> {
  const right = requireRight(context, 'finalAccount.keep', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { planId, campaignNo } = input
    const page = await accountOf(context, stores, planId)
    const part = page?.parts.find((one) => one.campaignNo === campaignNo)
    if (!page || !part) return refuse('object.notFound')
    if (part.closed) return refuse('finalAccount.closed')
    if (!page.may.yearIsOver) return refuse('finalAccount.yearNotOver', { year: page.year })
    const open = await stores.years.unsealedPeriods(planId)
    if (open > 0) return refuse('finalAccount.periodsOpen', { count: open })
    const lines = part.lines.map(({ reasonRevision: _revision, ...line }) => line)
    const checked = checkAccount(lines)
    if (!checked.ok) return checked
    const sealSeq = (await stores.insight.frame(planId))?.seals.at(-1)?.seq ?? 0
    const row = { planId, campaignNo, lines, sealSeq, at: context.now, by: context.actor.accountId }
    if (!(await stores.years.closeAccount(row))) return refuse('finalAccount.closed')
    await stores.audit.record({
      ...{ action: 'finalAccount.close', objectKind: 'finalAccount', objectId: planId },
      body: { campaignNo, sealSeq, lines: lines.length },
    })
    return accept({ lines: lines.length })
  })
}

/** Asks to correct a figure of a closed account: old value, new value and the reason stand beside it once somebody else approves. */
export async function correctFinalAccount(
  context: Context,
  input: { readonly planId: string; readonly itemId: string; readonly newValue: string; readonly reason: string },
): Promise<Result<{ correctionId: string }>> {
  const right = requireRight(context, 'finalAccount.keep', {})
  if (!right.ok) return right
  const value = parseDecimal(input.newValue)
  if (value === null) return refuse('finalAccount.notADecimal', {}, 'newValue')
  const reason = input.reason.trim()
  if (reason === '') return refuse('finalAccount.correctionReason', {}, 'reason')
  return context.transact(async (stores) => {
    const { planId, itemId } = input
    const closed = (await stores.years.closedAccounts(planId)).flatMap(({ lines }) => lines)
    const line = closed.find((one) => one.itemId === itemId)
    if (!line) return refuse('finalAccount.notClosed')
    const correctionId = context.newId()
    const change = { planId, itemId, oldValue: line.achieved, newValue: decimalText(value), reason }
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.years.addAccountCorrection({ correctionId, ...change, ...stamp })
    await stores.audit.record({
      ...{ action: 'finalAccount.correct', objectKind: 'finalAccount', objectId: correctionId, body: change },
    })
    return accept({ correctionId })
  })
}

/** Approves or refuses a correction of an account; whoever made it cannot. */
export async function decideAccountCorrection(
  context: Context,
  input: { readonly correctionId: string; readonly approve: boolean },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const { correctionId, approve } = input
    const correction = await stores.years.accountCorrection(correctionId)
    const authorId = correction?.madeBy ?? null
    const right = requireRight(context, 'finalAccount.approve', { authorId })
    if (!right.ok) return authorId === context.actor.accountId ? refuse('finalAccount.ownCorrection') : right
    if (!correction) return refuse('object.notFound')
    const decision = { correctionId, approved: approve, at: context.now, by: context.actor.accountId }
    if (!(await stores.years.decideAccountCorrection(decision))) return refuse('correction.alreadyDecided')
    const action = approve ? 'finalAccount.approve' : 'finalAccount.refuse'
    await stores.audit.record({ action, objectKind: 'finalAccount', objectId: correctionId, body: {} })
    return accept(true)
  })
}

/** Refuses where a campaign of the plan is closed with its account; with `campaignNo` only for that one. */
export async function refuseWhenClosed(
  stores: Stores,
  planId: string,
  campaignNo?: number | null,
): Promise<Result<null>> {
  const closed = await stores.years.closedAccounts(planId)
  const isClosed = closed.some((one) => campaignNo === undefined || one.campaignNo === (campaignNo ?? 0))
  return isClosed ? refuse('finalAccount.frozen') : accept(null)
}
