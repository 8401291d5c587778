import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Actor, actorNames, PASSWORD, PERIOD, saidOf, type Story } from './story.ts'
import { dispatch, wholePlan } from '../support/dispatch.ts'
import { writeWorkbook } from '#adapters/files'
import { sheetForm } from '#core/reporting'
import { formWith } from './besieged-region.ts'
import { targetRights } from './target-rights.data.ts'
import { organisationEndpoints } from './organisation-endpoints.data.ts'
import { listRights, parentRights } from './list-rights.data.ts'
import { calendarRights } from './calendar-rights.data.ts'

/** What is asked of an endpoint: values for its path, a query, a body. */
export interface Asked {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
}

/** One endpoint: who may, and a request that is right in everything but perhaps the person. */
export interface EndpointRight {
  readonly may: readonly Actor[]
  /** Refusals that deny like 403 and say more exactly why. */
  readonly denials?: readonly string[]
  /** Called before the first denied request and before each allowed one. */
  /** It takes a file, but only looks at it: nothing is written, and nothing goes into the log. */
  readonly keepsNothing?: true
  readonly ask?: (story: Story) => Promise<Asked> | Asked
}

/** Comments go into a docx only. */
const ISSUED_DOCX = new URL('../../samples/qinglan-2026/plan.docx', import.meta.url)

const everybody = actorNames
const signedIn = everybody.filter((name) => name !== 'visitor')
const separated: readonly Actor[] = ['administrator', 'securityOfficer', 'auditor']
const workers = signedIn.filter((name) => name !== 'roleless' && !separated.includes(name))
const offices = workers.filter((name) => name !== 'panelMember' && name !== 'appealDecider')
const coordinators: readonly Actor[] = ['coordinator', 'coordinator2']
const overseers: readonly Actor[] = [...coordinators, 'inspector']
const unit: readonly Actor[] = ['reporter', 'signer']

const plan = ({ region }: Story): Asked => ({ path: { planId: region.plan.planId } })
const item = ({ region }: Story): Asked => ({ path: { itemId: region.plan.items.signed } })
const period = ({ cadenceId }: Story, periodId = PERIOD): Asked => ({ path: { cadenceId, periodId } })
const newDraft = async (story: Story): Promise<string> => story.draft()
const firstEntry = async (story: Story, draftId: string) => {
  const answer = await story.send('coordinator', 'GET', `/api/drafts/${draftId}`)
  const { entries } = (await answer.json()) as {
    entries: { entry: { kind: string; entryId: string }; revision: number }[]
  }
  return (kind: string) => entries.filter(({ entry }) => entry.kind === kind)
}
const inDraft = (body?: (draftId: string, story: Story) => Promise<unknown>) => async (story: Story) => {
  const draftId = await newDraft(story)
  return { path: { draftId }, ...(body ? { body: await body(draftId, story) } : {}) }
}

const administration: Readonly<Record<string, EndpointRight>> = {
  'GET /api/me': { may: everybody },
  'POST /api/session': { may: everybody, ask: () => ({ body: { login: 'story-roleless', password: PASSWORD } }) },
  'POST /api/session/link': {
    may: everybody,
    ask: async ({ link, region }) => ({
      body: {
        token: await link(await region.person(`arriving-${Math.random()}`)),
        region: region.plan.region.regionId,
      },
    }),
  },
  'POST /api/me/password': {
    may: signedIn,
    ask: () => ({ body: { password: PASSWORD, oldPassword: PASSWORD } }),
  },
  'GET /api/accounts': { may: ['administrator', 'securityOfficer'] },
  'POST /api/accounts': {
    may: ['administrator'],
    ask: () => ({ body: { login: `new-${Math.random()}`, displayName: '新人' } }),
  },
  'POST /api/accounts/{accountId}/link': {
    may: ['administrator'],
    ask: ({ people }) => ({ path: { accountId: people.roleless ?? '' } }),
  },
  'POST /api/accounts/{accountId}/release': {
    may: ['securityOfficer'],
    ask: async ({ region, done }) => {
      const accountId = await region.person(`waiting-${Math.random()}`, { role: 'leader' })
      await done('administrator', 'POST', `/api/accounts/${accountId}/link`)
      return { path: { accountId } }
    },
  },
  'GET /api/proposed-grants': { may: ['securityOfficer'] },
  'POST /api/proposed-grants/decision': {
    may: ['securityOfficer'],
    ask: async ({ proposal }) => ({ body: { proposalIds: [await proposal()], confirm: true } }),
  },
  'POST /api/me/link-notices/seen': { may: signedIn },
  'POST /api/accounts/{accountId}/disable': {
    may: ['administrator'],
    ask: async ({ region }) => ({ path: { accountId: await region.person(`leaving-${Math.random()}`) } }),
  },
  'POST /api/accounts/{accountId}/roles': {
    may: ['securityOfficer'],
    ask: async ({ region }) => ({
      path: { accountId: await region.person(`coming-${Math.random()}`) },
      body: { role: 'leader' },
    }),
  },
  'DELETE /api/roles/{grantId}': {
    may: ['securityOfficer'],
    ask: async ({ grant }) => ({ path: { grantId: await grant() } }),
  },
  'GET /api/audit': { may: ['auditor'] },
  'GET /api/grant-places': { may: ['securityOfficer'] },
  'GET /api/units': { may: [...workers, 'securityOfficer'] },
  'POST /api/region/clock': {
    may: coordinators,
    ask: async ({ region }) => {
      const query = region.test.database.owner.selectFrom('region').select('clock_at')
      const { clock_at } = await query.executeTakeFirstOrThrow()
      return { body: { to: new Date(Date.parse(clock_at ?? '') + 60_000).toISOString() } }
    },
  },
}

const plans: Readonly<Record<string, EndpointRight>> = {
  'POST /api/task-tables': {
    may: coordinators,
    keepsNothing: true,
    ask: () => ({ body: formWith('任务.csv', '序号,任务,牵头单位\n1,培育主体,区商务局\n') }),
  },
  'POST /api/drafts': { may: coordinators, ask: () => ({ body: formWith('方案.txt', '一、招商引资攻坚\n') }) },
  'GET /api/drafts': { may: coordinators },
  'GET /api/drafts/{draftId}': { may: coordinators, ask: inDraft() },
  'GET /api/drafts/{draftId}/findings.xlsx': { may: coordinators, ask: inDraft() },
  'GET /api/drafts/{draftId}/comments.docx': {
    may: coordinators,
    ask: async ({ done }) => {
      const issued = new Uint8Array(await readFile(ISSUED_DOCX))
      const { draftId = '' } = await done('coordinator', 'POST', '/api/drafts', formWith('方案.docx', issued))
      return { path: { draftId } }
    },
  },
  'GET /api/drafts/{draftId}/changes': {
    may: coordinators,
    ask: async (story) => ({ ...(await inDraft()(story)), query: 'since=0' }),
  },
  'GET /api/drafts/{draftId}/review': { may: coordinators, ask: inDraft() },
  'POST /api/drafts/{draftId}/publish': { may: coordinators, ask: inDraft(() => Promise.resolve({})) },
  'POST /api/drafts/{draftId}/discard': { may: coordinators, ask: inDraft() },
  'PUT /api/drafts/{draftId}/entries': {
    may: coordinators,
    ask: inDraft(async (draftId, story) => {
      const [first] = (await firstEntry(story, draftId))('item')
      return { edits: [{ entry: { ...first?.entry, removedAs: 'deleted' }, revision: first?.revision }] }
    }),
  },
  'POST /api/drafts/{draftId}/entries': {
    may: coordinators,
    ask: inDraft(() => Promise.resolve({ kind: 'campaign', body: { no: 9, name: '第九攻坚', annex: null } })),
  },
  'POST /api/drafts/{draftId}/split': {
    may: coordinators,
    ask: inDraft(async (draftId, story) => ({
      entryId: (await firstEntry(story, draftId))('item')[0]?.entry.entryId,
    })),
  },
  'POST /api/drafts/{draftId}/merge': {
    may: coordinators,
    ask: inDraft(async (draftId, story) => {
      const [one] = (await firstEntry(story, draftId))('item')
      const known = (await firstEntry(story, draftId))('item').map(({ entry }) => entry.entryId)
      await story.done('coordinator', 'POST', `/api/drafts/${draftId}/split`, { entryId: one?.entry.entryId })
      const twin = (await firstEntry(story, draftId))('item').find(({ entry }) => !known.includes(entry.entryId))
      return { keepId: one?.entry.entryId, otherIds: [twin?.entry.entryId] }
    }),
  },
  'POST /api/drafts/{draftId}/mute': {
    may: coordinators,
    ask: inDraft(() => Promise.resolve({ findingId: 'missing-lead/1', reason: '已核对' })),
  },
  'GET /api/plans': { may: [...workers, 'administrator'] },
  'GET /api/plans/{planId}': { may: workers, ask: plan },
  'GET /api/plans/{planId}/items': { may: workers, ask: plan },
  'GET /api/plans/{planId}/text': { may: workers, ask: plan },
  'GET /api/plans/{planId}/difference': { may: workers, ask: (story) => ({ ...plan(story), query: 'from=1&to=1' }) },
  'GET /api/items/{itemId}/source': { may: workers, ask: item },
  'GET /api/plans/{planId}/lists.xlsx': { may: workers, ask: plan },
  'GET /api/plans/{planId}/file': { may: workers, ask: plan },
  'POST /api/plans/{planId}/unit-accounts': { may: ['administrator'], ask: plan },
  'POST /api/plans/{planId}/unit-accounts.xlsx': { may: ['administrator'], ask: plan },
  'GET /api/wall': { may: workers },
  'GET /api/meeting': { may: workers },
  'GET /api/items/{itemId}': { may: workers, ask: item },
  'GET /api/items/{itemId}/schedule': { may: workers, ask: item },
  'POST /api/items/{itemId}/schedule/preview': {
    may: workers,
    keepsNothing: true,
    ask: (story) => ({ ...item(story), body: { trajectory: { kind: 'workdays' } } }),
  },
  'POST /api/items/{itemId}/schedule/backwards': {
    may: workers,
    keepsNothing: true,
    ask: (story) => ({ ...item(story), body: { deadline: '2026-11-30', start: null, stages: [stageOf] } }),
  },
  'POST /api/items/{itemId}/schedule/changes': {
    may: ['reporter', 'staff'],
    ask: async (story) => {
      await forgetSchedules(story)
      return { ...item(story), body: changeOf }
    },
  },
  'POST /api/schedule-changes/{changeId}/decision': {
    may: coordinators,
    denials: ['schedule.ownProposal'],
    ask: async (story) => {
      await forgetSchedules(story)
      const path = `/api/items/${story.region.plan.items.signed}/schedule/changes`
      const { changeId = '' } = await story.done('reporter', 'POST', path, changeOf)
      return { path: { changeId }, body: { approve: false, note: '理由不充分' } }
    },
  },
  'GET /api/schedule-changes': { may: workers },
  'GET /api/gantt': { may: workers },
}

/** Units' own years: what they sign for, and their own measures. */
const unitYears: Readonly<Record<string, EndpointRight>> = {
  'GET /api/units/{unitId}/year-plan': {
    may: workers,
    ask: ({ region }) => ({ path: { unitId: region.plan.units.invest } }),
  },
  'GET /api/units/{unitId}/year-plan.docx': {
    may: workers,
    ask: ({ region }) => ({ path: { unitId: region.plan.units.invest } }),
  },
  'POST /api/plans/{planId}/receipts': {
    may: unit,
    ask: async (story) => {
      await story.region.test.database.owner.deleteFrom('plan_receipt').execute()
      const { planId, units } = story.region.plan
      const { current_version: version } = await story.region.test.database.owner
        .selectFrom('plan')
        .select('current_version')
        .where('plan_id', '=', planId)
        .executeTakeFirstOrThrow()
      return { path: { planId }, body: { unitId: units.invest, version } }
    },
  },
  'GET /api/plans/{planId}/receipts': { may: coordinators, ask: plan },
  'POST /api/items/{itemId}/measures': {
    may: unit,
    ask: (story) => ({ ...item(story), body: measureOf(story) }),
  },
  'PUT /api/measures/{measureId}': {
    may: unit,
    ask: async (story) => {
      const path = `/api/items/${story.region.plan.items.signed}/measures`
      const { measureId = '' } = await story.done('reporter', 'POST', path, measureOf(story))
      return { path: { measureId }, body: { revision: 1, said: null } }
    },
  },
}
const measureOf = ({ region }: Story) => ({
  ...{
    unitId: region.plan.units.invest,
    title: '赴外招商三次',
    responsible: '招商科科长',
    dueOn: '2026-09-30',
    doneOn: null,
  },
})

/** Units with duties on the item of the story, nothing disputed and nothing blocked; the unit of the story reports it. */
async function layDuties({ region }: Story, ...duties: readonly (readonly ['invest' | 'build' | 'office', string])[]) {
  const owner = region.test.database.owner
  const [item_id, region_id] = [region.plan.items.signed, region.plan.region.regionId]
  await owner.deleteFrom('plan_duty').where('item_id', '=', item_id).execute()
  for (const table of ['duty_change', 'duty_dispute', 'blockage_event', 'blockage'] as const)
    await owner.deleteFrom(table).execute()
  await owner
    .updateTable('plan_item')
    .set({ reporting_unit_id: region.plan.units.invest })
    .where('item_id', '=', item_id)
    .execute()
  await owner
    .updateTable('sheet_line')
    .set({ unit_id: region.plan.units.invest })
    .where('item_id', '=', item_id)
    .execute()
  if (duties.length === 0) return
  const rows = duties.map(([unit, role], order_no) => ({
    ...{ region_id, item_id, role, order_no, unit_id: region.plan.units[unit] },
  }))
  await owner.insertInto('plan_duty').values(rows).execute()
}

const disputed = (body: object) => async (story: Story) => {
  await layDuties(story)
  const { items, units } = story.region.plan
  const said = { unitId: units.invest, proposedUnitId: null, reason: '职责已划转' }
  const { disputeId = '' } = await story.done('reporter', 'POST', `/api/items/${items.signed}/disputes`, said)
  return { path: { disputeId }, body: { revision: 1, ...body } }
}
const blocked = ({ region }: Story) => ({
  ...{ unitId: region.plan.units.invest, what: '缺资金', needs: '请协调', needsUnitId: null, by: null },
})

/** Duties beside the report. */
const responsibility: Readonly<Record<string, EndpointRight>> = {
  'GET /api/reporting/duties': { may: signedIn },
  'GET /api/items/{itemId}/duties': { may: workers, ask: item },
  'POST /api/reports/voices': {
    may: ['reporterElsewhere'],
    ask: async (story) => {
      await layDuties(story, ['invest', 'lead'], ['build', 'support'])
      const voice = { unitId: story.region.plan.units.build, answer: 'agrees', note: '' }
      return { body: { voices: [{ ...(await story.report('signed', 'signed')), ...voice }] } }
    },
  },
  'POST /api/items/{itemId}/reporting-unit': {
    may: ['staff'],
    ask: async (story) => {
      await layDuties(story, ['invest', 'lead'], ['build', 'lead'])
      return { ...item(story), body: { unitId: story.region.plan.units.build, reason: '统一填报' } }
    },
  },
  'POST /api/items/{itemId}/disputes': {
    may: unit,
    ask: async (story) => {
      await layDuties(story)
      const { units } = story.region.plan
      return { ...item(story), body: { unitId: units.invest, proposedUnitId: null, reason: '职责已划转' } }
    },
  },
  'POST /api/disputes/{disputeId}/decision': {
    may: ['staff'],
    ask: disputed({ toUnitId: null, reason: '仍由该局负责' }),
  },
  'POST /api/disputes/{disputeId}/withdraw': { may: unit, ask: disputed({}) },
  'POST /api/items/{itemId}/blockages': {
    may: unit,
    ask: async (story) => {
      await layDuties(story)
      return { ...item(story), body: blocked(story) }
    },
  },
  'POST /api/blockages/{blockageId}/acts': {
    may: unit,
    ask: async (story) => {
      await layDuties(story)
      const path = `/api/items/${story.region.plan.items.signed}/blockages`
      const { blockageId = '' } = await story.done('reporter', 'POST', path, blocked(story))
      return { path: { blockageId }, body: { revision: 1, action: 'resolve', note: '已解决' } }
    },
  },
}

/** A unit of the story that nobody can sign in for: the office, which has to answer the filing in the open dekad. */
async function layOutside(story: Story): Promise<Asked & { readonly path: { readonly unitId: string } }> {
  const { region, cadenceId } = story
  await story.report('filing', 'nothing')
  const unit_id = region.plan.units.office
  await region.test.database.owner
    .updateTable('sheet_line')
    .set({ unit_id })
    .where('item_id', '=', region.plan.items.filing)
    .where('period_id', '=', PERIOD)
    .execute()
  return { path: { cadenceId, periodId: PERIOD, unitId: unit_id } }
}

const filing = ({ region, cadenceId }: Story) => ({
  ...{ cadenceId, periodId: PERIOD, itemId: region.plan.items.filing, revision: 0 },
  said: saidOf('filing'),
})
const lineOfLink = ({ region, cadenceId }: Story) => ({
  ...{ cadenceId, periodId: PERIOD, itemId: region.plan.items.filing },
})
const invited = async (story: Story): Promise<Record<string, string>> => {
  const { path } = await layOutside(story)
  const body = { unitId: path.unitId, respondent: '联络员', expiresOn: '2026-08-05' }
  return story.done('coordinator', 'POST', `/api/cadences/${story.cadenceId}/periods/${PERIOD}/respondents`, body)
}

/** Sheets out and back, and outside bodies. */
const filledSheets: Readonly<Record<string, EndpointRight>> = {
  'GET /api/cadences/{cadenceId}/periods/{periodId}/units/{unitId}/sheet.xlsx': {
    may: ['reporter', ...coordinators],
    ask: async (story) => {
      await story.report('signed', 'nothing')
      await layDuties(story)
      return { path: { cadenceId: story.cadenceId, periodId: PERIOD, unitId: story.region.plan.units.invest } }
    },
  },
  'POST /api/reports/sheet-preview': {
    may: ['reporter', 'reporterElsewhere'],
    keepsNothing: true,
    ask: async () => {
      const view = sheetForm({
        title: '填报表',
        name: '填报表',
        date: '2026-07-31',
        rows: [{ item: '签约', key: 'x' }],
      })
      return { body: formWith('填报表.xlsx', new Uint8Array(await writeWorkbook(view))) }
    },
  },
  'POST /api/reports/for-outside': {
    may: coordinators,
    ask: async (story) => {
      const { path } = await layOutside(story)
      return { body: { unitId: path.unitId, respondent: '联络员', reports: [filing(story)] } }
    },
  },
  'GET /api/cadences/{cadenceId}/periods/{periodId}/respondents': { may: coordinators, ask: period },
  'POST /api/cadences/{cadenceId}/periods/{periodId}/respondents': {
    may: coordinators,
    ask: async (story) => {
      const { path } = await layOutside(story)
      return { path, body: { unitId: path.unitId, respondent: '联络员', expiresOn: '2026-08-05' } }
    },
  },
  'POST /api/respondent-links/{linkId}/revoke': {
    may: coordinators,
    ask: async (story) => ({ path: { linkId: (await invited(story))['linkId'] ?? '' } }),
  },
  // No session is asked for: the link is the key, and answers the lines of one unit only.
  'POST /api/public/{regionId}/respondent-sheet': {
    may: everybody,
    keepsNothing: true,
    ask: async (story) => ({
      path: { regionId: story.region.plan.region.regionId },
      body: { token: (await invited(story))['token'] },
    }),
  },
  'POST /api/public/{regionId}/respondent-answers': {
    may: everybody,
    ask: async (story) => ({
      path: { regionId: story.region.plan.region.regionId },
      body: { token: (await invited(story))['token'], reports: [filing(story)] },
    }),
  },
  'POST /api/public/{regionId}/respondent-files': {
    may: everybody,
    ask: async (story) => ({
      path: { regionId: story.region.plan.region.regionId },
      body: formWith('说明.txt', '依据', { ...lineOfLink(story), token: (await invited(story))['token'] ?? '' }),
    }),
  },
  'POST /api/public/{regionId}/respondent-files/removal': {
    may: everybody,
    ask: async (story) => {
      const { regionId } = story.region.plan.region
      const key = { ...lineOfLink(story), token: (await invited(story))['token'] ?? '' }
      const form = formWith('说明.txt', '待撤下的依据', key)
      const { attachmentId = '' } = await story.done(
        'visitor',
        'POST',
        `/api/public/${regionId}/respondent-files`,
        form,
      )
      return { path: { regionId }, body: { ...key, attachmentId } }
    },
  },
}

/** The year's end; closing comes before what can be done to a closed account. */
const acrossYears: Readonly<Record<string, EndpointRight>> = {
  'GET /api/plans/{planId}/account': { may: workers, ask: plan },
  'PUT /api/plans/{planId}/account/reasons': {
    may: coordinators,
    ask: async ({ region }) => {
      const rows = region.test.database.owner.selectFrom('final_account_reason').select(['item_id', 'revision'])
      const said = await rows.where('item_id', '=', region.plan.items.green).executeTakeFirst()
      const body = { itemId: region.plan.items.green, reason: '雨季停工', revision: said?.revision ?? 0 }
      return { path: { planId: region.plan.planId }, body }
    },
  },
  'GET /api/plans/{planId}/account.docx': { may: workers, ask: plan },
  'GET /api/plans/{planId}/account.xlsx': { may: workers, ask: plan },
  'GET /api/years': { may: workers },
  'POST /api/item-links': {
    may: coordinators,
    ask: async ({ region }) => {
      const { planId, items } = region.plan
      const owner = region.test.database.owner
      const region_id = region.plan.region.regionId
      const earlier = '01999999-0000-7000-8000-00000000ea01'
      const row = { region_id, plan_id: earlier, title: '2025年方案', year: 2025, current_version: 1 }
      await owner
        .insertInto('plan')
        .values(row)
        .onConflict((one) => one.doNothing())
        .execute()
      await owner.updateTable('plan_item').set({ plan_id: earlier }).where('item_id', '=', items.park).execute()
      return { body: { earlierItemId: items.park, laterItemId: items.filing, confirm: planId !== earlier } }
    },
  },
  'GET /api/drafts/{draftId}/carry-over': { may: coordinators, ask: inDraft() },
  'POST /api/drafts/{draftId}/carry-over': {
    may: coordinators,
    ask: inDraft(() => Promise.resolve({ links: [], taskIds: [] })),
  },
  'POST /api/plans/{planId}/account/close': {
    may: coordinators,
    ask: async (story) => {
      await readyToClose(story)
      return { path: { planId: story.region.plan.planId }, body: { campaignNo: 1 } }
    },
  },
  'POST /api/plans/{planId}/account/corrections': {
    may: coordinators,
    ask: (story) => {
      const { planId, items } = story.region.plan
      return { path: { planId }, body: { itemId: items.signed, newValue: '27', reason: '漏计' } }
    },
  },
  'POST /api/account-corrections/{correctionId}/decision': {
    ...{ may: ['coordinator2'], denials: ['finalAccount.ownCorrection'] },
    ask: async (story) => {
      await closedAccount(story)
      const { planId, items } = story.region.plan
      const asked = { itemId: items.signed, newValue: '27', reason: '漏计' }
      const { correctionId = '' } = await story.done(
        'coordinator',
        'POST',
        `/api/plans/${planId}/account/corrections`,
        asked,
      )
      return { path: { correctionId }, body: { approve: true } }
    },
  },
}

/** The year is over, every period sealed, every miss of the plan has its reason, and no account is closed yet. */
async function readyToClose(story: Story): Promise<void> {
  await story.region.test.database.owner.deleteFrom('final_account_correction').execute()
  await story.region.test.database.owner.deleteFrom('final_account').execute()
  const clock = { clock_at: '2027-01-20T01:00:00.000Z' }
  await story.region.test.database.owner.updateTable('region').set(clock).execute()
  await story.region.test.database.owner.updateTable('period').set({ state: 'sealed' }).execute()
  const { planId } = story.region.plan
  const said = await story.region.test.database.owner.selectFrom('final_account_reason').select('item_id').execute()
  const { park: _moved, ...items } = story.region.plan.items
  for (const itemId of Object.values(items))
    if (!said.some((one) => one.item_id === itemId))
      await story.done('coordinator', 'PUT', `/api/plans/${planId}/account/reasons`, {
        itemId,
        reason: '市场下行',
        revision: 0,
      })
}

/** A closed account to correct: in a story that has none, it is closed first. */
async function closedAccount(story: Story): Promise<void> {
  const { database } = story.region.test
  const closed = await database.owner.selectFrom('final_account').select('plan_id').execute()
  if (closed.length > 0) return
  await readyToClose(story)
  await story.done('coordinator', 'POST', `/api/plans/${story.region.plan.planId}/account/close`, { campaignNo: 1 })
}

/** A round between the unit of the story and another; its one key differs, and is proposed where asked for. */
const round =
  (proposed: boolean, body?: object) =>
  async ({ region, done }: Story): Promise<Asked> => {
    const { planId, units } = region.plan
    const sides = { firstUnitId: units.invest, secondUnitId: units.build, cadenceId: null }
    const asked = { planId, ...sides, name: `拨付${Math.random()}`, periodId: '2026-D20', figureUnit: '万元' }
    const opened = await done('coordinator', 'POST', '/api/reconciliations', { ...asked, dueOn: '2026-07-31' })
    const reconciliationId = opened['reconciliationId'] ?? ''
    const at = `/api/reconciliations/${reconciliationId}`
    const figures = (value: string) => ({ figures: [{ key: 'P-01', label: '绿道', value }] })
    await done('reporter', 'PUT', `${at}/first/figures`, figures('12'))
    await done('reporterElsewhere', 'PUT', `${at}/second/figures`, figures('10'))
    const proposal = { key: 'P-01', holds: 'first', value: null, reason: '以国库为准' }
    if (proposed) await done('reporter', 'POST', `${at}/first/proposals`, proposal)
    return { path: { reconciliationId, side: 'first' }, ...(body ? { body } : {}) }
  }
const roundReaders: readonly Actor[] = [...overseers, 'leader', 'reporter', 'reporterElsewhere', 'signer']

const reconciliations: Readonly<Record<string, EndpointRight>> = {
  // Whose units have no round finds an empty list.
  'GET /api/reconciliations': { may: roundReaders },
  'POST /api/reconciliations': {
    may: coordinators,
    ask: ({ region: { plan: own } }) => ({
      body: {
        ...{ planId: own.planId, cadenceId: null, name: `拨付${Math.random()}`, periodId: '2026-D20' },
        ...{ firstUnitId: own.units.invest, secondUnitId: own.units.build, figureUnit: '万元', dueOn: '2026-07-31' },
      },
    }),
  },
  'GET /api/reconciliations/{reconciliationId}': { may: roundReaders, ask: round(false) },
  'PUT /api/reconciliations/{reconciliationId}/{side}/figures': {
    may: unit,
    ask: round(false, { figures: [{ key: 'P-02', label: '快速路', value: '3' }] }),
  },
  'POST /api/reconciliations/{reconciliationId}/{side}/sheet': {
    may: unit,
    ask: async (story) => ({
      ...(await round(false)(story)),
      body: formWith('拨付.csv', '编号,名称,金额\nP-03,桥,7\n'),
    }),
  },
  'POST /api/reconciliations/{reconciliationId}/{side}/proposals': {
    may: unit,
    ask: round(false, { key: 'P-01', holds: 'second', value: null, reason: '重复支付' }),
  },
  'POST /api/reconciliations/{reconciliationId}/{side}/signatures': {
    may: ['signer'],
    ask: round(true, { key: 'P-01' }),
  },
  'POST /api/reconciliations/{reconciliationId}/close': { may: coordinators, ask: round(false) },
}

const judged = ['report.ownReport', 'report.ownSignature', 'report.insideOwnUnit']
const reporting: Readonly<Record<string, EndpointRight>> = {
  'GET /api/reporting/work': { may: signedIn },
  'GET /api/cadences': { may: workers },
  'POST /api/cadences': {
    may: coordinators,
    ask: ({ region }) => ({
      body: { planId: region.plan.planId, name: '旬调度', ...wholePlan, acts: dispatch(), reason: '试用' },
    }),
  },
  'GET /api/cadences/{cadenceId}/periods/{periodId}/preview': { may: coordinators, ask: period },
  'POST /api/cadences/{cadenceId}/periods/{periodId}/open': { may: coordinators, ask: (story) => period(story) },
  'GET /api/cadences/{cadenceId}/periods/{periodId}': { may: workers, ask: (story) => period(story) },
  'POST /api/reports/submit': {
    may: ['reporter'],
    ask: async ({ report }) => ({
      body: { reports: [{ ...(await report('signed', 'nothing')), said: saidOf('signed') }] },
    }),
  },
  'POST /api/reports/no-change': {
    may: ['reporter'],
    ask: async ({ report }) => ({ body: { reports: [await report('signed', 'nothing')] } }),
  },
  'PUT /api/reports/draft': {
    may: ['reporter'],
    ask: async ({ report }) => ({ body: { ...(await report('signed', 'nothing')), said: saidOf('signed') } }),
  },
  'POST /api/reports/withdraw': {
    may: ['reporter'],
    ask: async ({ report }) => ({ body: await report('signed', 'submitted') }),
  },
  'POST /api/reports/sign': {
    ...{ may: ['signer'], denials: judged },
    ask: async ({ report }) => ({ body: { reports: [await report('signed', 'submitted')] } }),
  },
  'POST /api/reports/accept': {
    ...{ may: ['staff'], denials: judged },
    ask: async ({ report }) => ({ body: { reports: [await report('signed', 'signed')] } }),
  },
  'POST /api/reports/return': {
    ...{ may: ['signer', 'staff'], denials: judged },
    ask: async ({ report }) => ({
      body: { ...(await report('signed', 'submitted')), reason: '缺依据', dueAt: '2026-08-20T10:00:00Z' },
    }),
  },
  'POST /api/reports/files': {
    may: ['reporter'],
    ask: async ({ report }) => {
      const { cadenceId, periodId, itemId } = await report('signed', 'nothing')
      return { body: formWith('说明.txt', `依据 ${Math.random()}`, { cadenceId, periodId, itemId }) }
    },
  },
  'DELETE /api/reports/files/{attachmentId}': {
    may: ['reporter'],
    ask: async (story) => {
      const { attachmentId, key } = await attachedFile(story)
      return { path: { attachmentId }, query: new URLSearchParams(key).toString() }
    },
  },
  'GET /api/reports/files/{attachmentId}': {
    may: workers,
    ask: async (story) => ({ path: { attachmentId: (await attachedFile(story)).attachmentId } }),
  },
  'GET /api/corrections': { may: workers },
  'POST /api/corrections': {
    may: [...coordinators, 'reporter', 'staff'],
    ask: ({ region, cadenceId }) => ({ body: correctionOf(region.plan.items.signed, cadenceId) }),
  },
  'POST /api/corrections/{correctionId}/decision': {
    ...{ may: coordinators, denials: ['correction.ownCorrection'] },
    ask: async ({ region, cadenceId, done }) => {
      const asked = correctionOf(region.plan.items.signed, cadenceId)
      const { correctionId = '' } = await done('reporter', 'POST', '/api/corrections', asked)
      return { path: { correctionId }, body: { approve: false } }
    },
  },
  'GET /api/releases': { may: workers },
  'POST /api/releases': {
    may: coordinators,
    ask: ({ region }) => ({
      body: {
        ...{ body: '区统计局', document: '统计月报7', releasedOn: '2026-07-20' },
        figures: [{ itemId: region.plan.items.industry, periodId: '2026-M06', value: '6.2', estimate: false }],
      },
    }),
  },
  'POST /api/items/{itemId}/verifications': {
    may: overseers,
    ask: (story) => ({ ...item(story), body: { periodId: null, basis: 'document', note: '见批复' } }),
  },
  'POST /api/items/{itemId}/red-line-events': {
    may: overseers,
    ask: async ({ region }) => {
      const { deaths: itemId } = region.plan.items
      const rows = region.test.database.owner
      const { body } = await rows
        .selectFrom('plan_item')
        .select('body')
        .where('item_id', '=', itemId)
        .executeTakeFirstOrThrow()
      const told = JSON.stringify(body).replace('"kind":"level"', '"kind":"redLine"')
      await rows.updateTable('plan_item').set({ body: told }).where('item_id', '=', itemId).execute()
      return { path: { itemId }, body: { happenedOn: '2026-07-20', note: '一起事故' } }
    },
  },
  'GET /api/items/{itemId}/history': { may: workers, ask: item },
  ...unitYears,
  ...responsibility,
  ...filledSheets,
  'POST /api/cadences/{cadenceId}/periods/{periodId}/close': {
    may: coordinators,
    ask: async (story) => {
      const clock = { clock_at: '2026-08-05T01:00:00.000Z' }
      await story.region.test.database.owner.updateTable('region').set(clock).execute()
      return period(story)
    },
  },
  'POST /api/cadences/{cadenceId}/periods/{periodId}/seal': { may: coordinators, ask: (story) => period(story) },
}

const forgetSchedules = ({ region }: Story) => region.test.database.owner.deleteFrom('schedule_change').execute()
const stageOf = { label: '完成招标', output: '中标通知书', workdays: 30, weight: '1' }
const changeOf = {
  body: { part: 'trajectory', trajectory: { kind: 'workdays' } },
  effectiveFrom: '2026-08-01',
  reason: '按工作日推进',
  source: null,
}
const correctionOf = (itemId: string, cadenceId: string) => ({
  ...{ cadenceId, periodId: '2026-D15', itemId, newFigure: '23', newClaim: null, reason: '漏报一个' },
})

async function attachedFile({ report, done }: Story) {
  const { cadenceId, periodId, itemId } = await report('signed', 'nothing')
  const form = formWith('说明.txt', `依据 ${Math.random()}`, { cadenceId, periodId, itemId })
  const { attachmentId = '' } = await done('reporter', 'POST', '/api/reports/files', form)
  return { attachmentId, key: { cadenceId, periodId, itemId } }
}

const problem =
  (state: Parameters<Story['problem']>[0], body: object = {}) =>
  async (story: Story): Promise<Asked> => {
    const problemId = await story.problem(state)
    return { path: { problemId }, body: { revision: await story.revision('problem', problemId), ...body } }
  }
const order =
  (state: Parameters<Story['order']>[0], body: object = {}) =>
  async (story: Story): Promise<Asked> => {
    const orderId = await story.order(state)
    return { path: { orderId }, body: { revision: await story.revision('supervision_order', orderId), ...body } }
  }

const supervision: Readonly<Record<string, EndpointRight>> = {
  'GET /api/supervision/desk': { may: signedIn },
  'GET /api/problems': { may: offices },
  'POST /api/problems': {
    may: [...overseers, 'leader', 'convener', 'reporter', 'staff', 'staffElsewhere'],
    ask: ({ region }) => ({ body: { kind: 'problem', title: '签约数不实', itemId: region.plan.items.signed } }),
  },
  'GET /api/problems/{problemId}': { may: offices, ask: problem('found') },
  'POST /api/problems/{problemId}/assign': {
    may: [...overseers, 'staff'],
    ask: async (story) => {
      const unitId = story.region.plan.units.invest
      return problem('found', { unitId, dueOn: '2026-09-30', note: '' })(story)
    },
  },
  'POST /api/problems/{problemId}/begin': { may: unit, ask: problem('assigned', { note: '' }) },
  'POST /api/problems/{problemId}/files': {
    may: unit,
    ask: async (story) => ({
      path: { problemId: await story.problem('assigned') },
      body: formWith('说明.txt', `已改 ${Math.random()}`),
    }),
  },
  'POST /api/problems/{problemId}/claim': {
    may: unit,
    ask: async (story) => {
      const asked = await problem('assigned', { note: '' })(story)
      const path = `/api/problems/${asked.path?.['problemId']}/files`
      await story.done('reporter', 'POST', path, formWith('说明.txt', '已改'))
      return asked
    },
  },
  'POST /api/problems/{problemId}/verify': { may: [...overseers, 'staff'], ask: problem('claimed', { note: '' }) },
  'POST /api/problems/{problemId}/refuse': {
    may: [...overseers, 'staff'],
    ask: problem('claimed', { reason: '现场未改' }),
  },
  'POST /api/problems/{problemId}/close': { may: overseers, ask: problem('verified', { note: '' }) },
  'POST /api/problems/{problemId}/reopen': { may: overseers, ask: problem('closed', { reason: '反弹' }) },
  'POST /api/problems/{problemId}/extension': {
    may: unit,
    ask: problem('assigned', { until: '2026-10-30', reason: '雨季' }),
  },
  'POST /api/problems/{problemId}/extension/decision': {
    may: [...overseers, 'staff'],
    ask: problem('asked', { granted: true, note: '' }),
  },
  'GET /api/problems/files/{attachmentId}': {
    may: offices,
    ask: async (story) => {
      const path = `/api/problems/${await story.problem('assigned')}/files`
      const { attachmentId = '' } = await story.done('reporter', 'POST', path, formWith('说明.txt', '已改'))
      return { path: { attachmentId } }
    },
  },
  'GET /api/orders': { may: [...overseers, 'leader', 'convener', ...unit, 'reporterElsewhere'] },
  'POST /api/orders': {
    may: [...overseers, 'leader', 'convener'],
    ask: ({ region }) => ({
      body: { text: '请核实', unitId: region.plan.units.invest, itemId: region.plan.items.signed },
    }),
  },
  'GET /api/orders/{orderId}': { may: [...overseers, 'leader', 'convener', ...unit], ask: order('issued') },
  'POST /api/orders/{orderId}/acknowledgement': { may: unit, ask: order('issued') },
  'POST /api/orders/{orderId}/reply': { may: unit, ask: order('issued', { text: '已核实' }) },
  'POST /api/orders/{orderId}/reply/return': {
    may: [...coordinators, 'leader'],
    ask: order('replied', { reason: '未答' }),
  },
  'POST /api/orders/{orderId}/close': { may: [...coordinators, 'leader'], ask: order('replied') },
  'POST /api/orders/{orderId}/withdraw': { may: [...coordinators, 'leader'], ask: order('issued', { reason: '误发' }) },
}

/** A meeting of the first campaign on its day, with one line of its own and everybody there; its minutes issued where asked for. */
const meeting =
  (state: 'planned' | 'held' | 'issued', body?: (lineId: string) => object) =>
  async ({ region, done }: Story): Promise<Asked> => {
    const place = { planId: region.plan.planId, campaignNo: 1, place: '', chair: '区长' }
    const asked = { ...place, heldOn: '2026-07-31', basis: 'sealed' }
    const { meetingId = '' } = await done('coordinator', 'POST', '/api/meetings', asked)
    const act = (path: string, sent?: object) =>
      done('coordinator', path === 'attendance' ? 'PUT' : 'POST', `/api/meetings/${meetingId}/${path}`, sent)
    const { lineId = '' } = await act('lines', { title: '数据质量' })
    await region.test.database.owner.updateTable('meeting_attendee').set({ presence: 'present' }).execute()
    if (state !== 'planned') await act('hold')
    if (state === 'issued') await act('minutes')
    return { path: { meetingId }, ...(body ? { body: body(lineId) } : {}) }
  }
const meetingReaders: readonly Actor[] = [...overseers, 'leader', 'convener', 'staff', 'staffElsewhere']
const meetingKeepers: readonly Actor[] = [...coordinators, 'staff']

const meetings: Readonly<Record<string, EndpointRight>> = {
  'GET /api/meetings': { may: meetingReaders },
  'POST /api/meetings': {
    may: meetingKeepers,
    ask: ({ region }) => ({
      body: {
        ...{ planId: region.plan.planId, campaignNo: 1, heldOn: '2026-07-31', place: '', chair: '', basis: 'live' },
      },
    }),
  },
  'GET /api/meetings/{meetingId}': { may: meetingReaders, ask: meeting('planned') },
  'POST /api/meetings/{meetingId}/agenda': { may: meetingKeepers, ask: meeting('planned', () => ({ basis: 'live' })) },
  'POST /api/meetings/{meetingId}/lines': { may: meetingKeepers, ask: meeting('held', () => ({ title: '其他事项' })) },
  'PUT /api/meetings/{meetingId}/notes': {
    may: meetingKeepers,
    ask: meeting('held', (lineId) => ({ lineId, base: '', words: '已核' })),
  },
  'PUT /api/meetings/{meetingId}/attendance': {
    may: meetingKeepers,
    ask: meeting('held', () => ({ attendeeNo: null, post: '区统计局局长', presence: 'absent', reason: '下乡' })),
  },
  'POST /api/meetings/{meetingId}/decisions': {
    may: [...coordinators, 'leader', 'convener'],
    ask: async (story) =>
      meeting('held', (lineId) => ({
        ...{ lineId, kind: 'order', words: '核清', unitId: story.region.plan.units.invest },
      }))(story),
  },
  'POST /api/meetings/{meetingId}/hold': { may: meetingKeepers, ask: meeting('planned') },
  'GET /api/meetings/{meetingId}/minutes': { may: meetingReaders, ask: meeting('held') },
  'POST /api/meetings/{meetingId}/minutes': { may: meetingKeepers, ask: meeting('held') },
  'GET /api/meetings/{meetingId}/minutes.docx': { may: meetingReaders, ask: meeting('issued') },
  'POST /api/meetings/{meetingId}/corrections': {
    may: meetingKeepers,
    ask: meeting('issued', () => ({ oldWords: '甲', newWords: '乙', reason: '笔误' })),
  },
}

const runId = async ({ region }: Story) => {
  const run = await region.test.database.owner.selectFrom('score_run').select('run_id').executeTakeFirstOrThrow()
  return run.run_id
}
const scoring: Readonly<Record<string, EndpointRight>> = {
  'GET /api/panel': { may: ['panelMember'] },
  'PUT /api/panel': {
    may: ['panelMember'],
    ask: ({ region: { plan: own } }) => ({
      body: {
        ...{ planId: own.planId, periodId: '2026-Q2', metricId: 'results', objectId: own.units.build },
        ...{ score: '88', abstained: false, note: '' },
      },
    }),
  },
  'POST /api/schemes': {
    may: coordinators,
    ask: ({ region }) => ({ body: { planId: region.plan.planId, effectiveFrom: '2026-Q4' } }),
  },
  'GET /api/scores': { may: workers },
  'POST /api/scores': {
    may: coordinators,
    ask: ({ region }) => ({ body: { planId: region.plan.planId, periodId: '2026-Q2' } }),
  },
  'GET /api/scores/{runId}/recomputed': {
    may: workers,
    ask: async (story) => ({ path: { runId: await runId(story) } }),
  },
  'GET /api/scores/{runId}/objects/{objectId}': {
    may: workers,
    ask: async (story) => ({ path: { runId: await runId(story), objectId: story.region.plan.units.build } }),
  },
}

/** A briefing of the third seal, written by the first coordinator, in a state. */
const briefing =
  (state: 'draft' | 'checked', body: object = {}) =>
  async ({ region, done, revision }: Story): Promise<Asked> => {
    await region.test.database.owner.deleteFrom('official_document').execute()
    const asked = { planId: region.plan.planId, sealSeq: 3 }
    const { documentId = '' } = await done('coordinator', 'POST', '/api/documents', asked)
    if (state === 'checked') await done('leader', 'POST', `/api/documents/${documentId}/check`, { revision: 1 })
    const now = await revision('official_document', documentId)
    return { path: { documentId }, body: { revision: now, ...body } }
  }
const texts = {
  ...{ name: '简报', editor: '综合协调组', marking: '内部资料', opening: '', analysis: '', nextSteps: '' },
  ...{ report: [], send: [], issue: [], copies: null },
}
const publication =
  (state: 'review' | 'decided' | 'published', body: object = {}) =>
  async ({ region, done, revision }: Story): Promise<Asked> => {
    const made = await done('coordinator', 'POST', '/api/publications', { planId: region.plan.planId })
    const publicationId = made['publicationId'] ?? ''
    const act = async (name: string) => {
      const now = await revision('publication', publicationId)
      await done('coordinator', 'POST', `/api/publications/${publicationId}/${name}`, { revision: now })
    }
    if (state !== 'review') await act('by-rule')
    if (state === 'published') await act('publish')
    return { path: { publicationId }, body: { revision: await revision('publication', publicationId), ...body } }
  }
const hidden = ['object.notFound']
const openRegion = ({ region }: Story): Asked => ({ path: { regionId: region.plan.region.regionId } })
const openPlan = async (story: Story): Promise<Asked> => {
  await publication('published')(story)
  return { path: { ...openRegion(story).path, ...plan(story).path } }
}

const publishing: Readonly<Record<string, EndpointRight>> = {
  'GET /api/documents': { may: offices },
  'POST /api/documents': {
    may: coordinators,
    ask: async ({ region }) => {
      await region.test.database.owner.deleteFrom('official_document').execute()
      return { body: { planId: region.plan.planId, sealSeq: 3 } }
    },
  },
  'GET /api/documents/{documentId}': { may: [...coordinators, 'leader'], denials: hidden, ask: briefing('draft') },
  'PUT /api/documents/{documentId}': { may: coordinators, ask: briefing('draft', { texts }) },
  'POST /api/documents/{documentId}/refresh': { may: coordinators, ask: briefing('draft') },
  'POST /api/documents/{documentId}/check': {
    ...{ may: ['coordinator2', 'leader'], denials: ['briefing.ownText'], ask: briefing('draft') },
  },
  'POST /api/documents/{documentId}/issue': { may: coordinators, ask: briefing('checked') },
  'GET /api/documents/{documentId}/file': { may: [...coordinators, 'leader'], denials: hidden, ask: briefing('draft') },
  'GET /api/publications': { may: coordinators },
  'POST /api/publications': { may: coordinators, ask: (story) => ({ body: { ...plan(story).path } }) },
  'GET /api/publications/{publicationId}': { may: coordinators, ask: publication('review') },
  'POST /api/publications/{publicationId}/decisions': {
    may: coordinators,
    ask: async (story) => {
      const key = `${story.region.plan.items.signed}/title`
      return publication('review', { decisions: [{ key, decision: 'release', reason: '' }] })(story)
    },
  },
  'POST /api/publications/{publicationId}/by-rule': { may: coordinators, ask: publication('review') },
  'POST /api/publications/{publicationId}/publish': { may: coordinators, ask: publication('decided') },
  'POST /api/publications/{publicationId}/withdraw': {
    may: coordinators,
    ask: publication('published', { reason: '数据有误' }),
  },
  'GET /api/public/{regionId}/plans': { may: everybody, ask: openRegion },
  'GET /api/public/{regionId}/plans/{planId}': { may: everybody, ask: openPlan },
  'POST /api/public/{regionId}/plans/{planId}/reads': { may: everybody, keepsNothing: true, ask: openPlan },
  'GET /api/public/{regionId}/plans/{planId}/qr.svg': { may: everybody, ask: openPlan },
  'GET /api/public/{regionId}/plans/{planId}/open-data.json': { may: everybody, ask: openPlan },
  'GET /api/public/{regionId}/plans/{planId}/open-data.csv': { may: everybody, ask: openPlan },
}

const rulesOf = { levels: daysOf(), hours: [9, 15] }
function daysOf() {
  const days = { reminder: -1, urging: 1, warning: 3 }
  return { sheet: days, order: days, problem: days }
}
const channel = (body?: unknown) => async (story: Story) => {
  const added = await story.done('administrator', 'POST', '/api/channels', newChannel)
  return { path: { channelId: added['channelId'] ?? '' }, ...(body === undefined ? {} : { body }) }
}
const newChannel = {
  ...{ name: '值班群', allowPrivate: false, fromLevel: 'warning' },
  address: { kind: 'webhook', url: 'http://127.0.0.1:9/', secret: 'x' },
}

/** A channel that leads to a receiver of the test's own, which takes everything. */
async function trial({ done }: Story): Promise<Asked> {
  const receiver = createServer((_, answer) => answer.end()).listen(0, '127.0.0.1')
  receiver.unref()
  await once(receiver, 'listening')
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  const own = { ...newChannel, allowPrivate: true, address: { ...newChannel.address, url } }
  const { channelId = '' } = await done('administrator', 'POST', '/api/channels', own)
  return { path: { channelId }, body: { recipient: '' } }
}

const asks: Readonly<Record<string, EndpointRight>> = {
  'GET /api/answering': { may: offices },
  'GET /api/answering.xlsx': { may: offices },
  'GET /api/burden': { may: offices },
  'GET /api/burden/forms': { may: offices },
  // Counts of a form, never of a person: nothing of it goes into the log.
  'POST /api/burden/form-time': {
    may: ['reporter', 'reporterElsewhere'],
    keepsNothing: true,
    ask: ({ cadenceId }) => ({ body: { cadenceId, seconds: 40, answers: { indicator: 2 } } }),
  },
  'GET /api/twin-asks': { may: coordinators, ask: ({ region }) => ({ query: `planId=${region.plan.planId}` }) },
}

const notices: Readonly<Record<string, EndpointRight>> = {
  'GET /api/notices': { may: signedIn },
  'GET /api/notices/unread': { may: signedIn },
  'POST /api/notices/read': { may: signedIn, ask: () => ({ body: { noticeIds: null } }) },
  'PUT /api/notices/preference': { may: signedIn, ask: () => ({ body: { mailAddress: null, hours: [10] } }) },
  'GET /api/escalation': { may: signedIn },
  'POST /api/escalation': {
    may: coordinators,
    ask: async ({ send }) => {
      const found = (await (await send('coordinator', 'GET', '/api/escalation')).json()) as {
        rules: { version: number } | null
      }
      return { body: { ...rulesOf, version: found.rules?.version ?? 0 } }
    },
  },
  'GET /api/escalation/proposals': { may: [...overseers, 'leader'] },
  'GET /api/channels': { may: ['administrator'] },
  'POST /api/channels': { may: ['administrator'], ask: () => ({ body: newChannel }) },
  'DELETE /api/channels/{channelId}': { may: ['administrator'], ask: channel() },
  'POST /api/channels/{channelId}/trial': { may: ['administrator'], ask: trial },
  'POST /api/channels/{channelId}/retry': { may: ['administrator'], ask: channel() },
}

/** Every endpoint with who may use it, written by hand from domain.md, in an order in which each can succeed. */
export const endpointRights: Readonly<Record<string, EndpointRight>> = {
  ...organisationEndpoints,
  ...{
    ...administration,
    ...plans,
    ...reporting,
    ...responsibility,
    ...calendarRights,
    ...supervision,
    ...asks,
    ...notices,
    ...targetRights,
    ...reconciliations,
    ...meetings,
    ...scoring,
    ...publishing,
    ...acrossYears,
    ...parentRights,
    ...listRights,
  },
  'DELETE /api/session': { may: signedIn },
}
