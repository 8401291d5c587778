import { randomUUID } from 'node:crypto'
import { secrets, sha256Text } from '#adapters/secrets'
import { publishScheme } from '#app/scoring'
import type { RoleGrant } from '#core/organisation'
import { type BesiegedRegion, formWith, openBesiegedRegion } from './besieged-region.ts'

/** Everybody who knocks at an endpoint. `reporter` and `signer` work in the unit of the story, `staff` sits in its task-force office. */
export const actorNames = [
  ...(['visitor', 'roleless', 'administrator', 'securityOfficer', 'auditor', 'coordinator', 'coordinator2'] as const),
  ...(['inspector', 'leader', 'convener', 'panelMember', 'appealDecider', 'reporter', 'reporterElsewhere'] as const),
  ...(['signer', 'staff', 'staffElsewhere'] as const),
]
export type Actor = (typeof actorNames)[number]

export const PERIOD = '2026-D21'
export const PASSWORD = '一句很长很长很长的口令'

/** A region in the middle of its work, with a way to bring any object into any state by those who may. */
export interface Story {
  readonly region: BesiegedRegion
  readonly people: Readonly<Record<Actor, string | null>>
  readonly cadenceId: string
  send(actor: Actor, method: string, path: string, body?: unknown): Promise<Response>
  /** The same, which has to succeed; answers the JSON. */
  done(actor: Actor, method: string, path: string, body?: unknown): Promise<Record<string, string>>
  revision(table: 'problem' | 'supervision_order' | 'official_document' | 'publication', id: string): Promise<number>
  /** The report of an item of the unit, brought from nothing to a state. */
  report(item: 'signed' | 'filing', state: 'nothing' | 'submitted' | 'signed'): Promise<ReportKey>
  problem(state: ProblemState): Promise<string>
  order(state: 'issued' | 'replied'): Promise<string>
  draft(): Promise<string>
  link(accountId: string): Promise<string>
  grant(): Promise<string>
  /** A new account of the unit whose role waits for the security officer. */
  proposal(): Promise<string>
}

export type ProblemState = 'found' | 'assigned' | 'asked' | 'claimed' | 'verified' | 'closed'
interface ReportKey {
  readonly cadenceId: string
  readonly periodId: string
  readonly itemId: string
  readonly revision: number
}

const AT = '2026-01-05T01:00:00.000Z'
const said = { figure: '30', noChange: false, claim: 'onPace', paragraph: '', blockage: null, nodesDone: [] }
export const saidOf = (item: 'signed' | 'filing') => (item === 'signed' ? said : { ...said, figure: null })
const PLAN_TEXT =
  '湖滨区2026年招商引资攻坚实施方案\n一、重点任务\n（一）夯实招商基础。编制项目储备清单。责任单位：区招商局。\n'

/** Opens the story: a plan with two task forces, sealed quarters, an open dekad, a scheme that judged the second quarter. */
export async function openStory(): Promise<Story> {
  const region = await openBesiegedRegion()
  const { plan, test } = region
  const owner = test.database.owner
  const region_id = plan.region.regionId
  await owner
    .insertInto('task_force')
    .values({ region_id, plan_id: plan.planId, campaign_no: 1, office_unit_id: plan.units.office })
    .execute()
  const issued = await test.house.files.put(new TextEncoder().encode('湖滨区攻坚方案'))
  await owner.updateTable('issued_document').set({ file_sha256: issued.sha256 }).execute()
  const people = await peopleOf(region)
  const march = test.contextOf({ ...plan.region, clockAt: '2026-03-02T01:00:00.000Z' }, people.coordinator ?? '', [
    { role: 'coordinator' },
  ])
  const scheme = await publishScheme(march, { planId: plan.planId, effectiveFrom: '2026-Q2' })
  if (!scheme.ok) throw new Error(scheme.refusal.code)
  const { cadence_id: cadenceId } = await owner.selectFrom('cadence').select('cadence_id').executeTakeFirstOrThrow()
  const send: Story['send'] = (actor, method, path, body) => region.send(people[actor], method, path, body)
  const done: Story['done'] = async (actor, method, path, body) => {
    const answer = await send(actor, method, path, body)
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${actor} ${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as Record<string, string>
  }
  const revision: Story['revision'] = async (table, id) => {
    const key = { problem: 'problem_id', supervision_order: 'order_id' } as const
    const column = table === 'problem' || table === 'supervision_order' ? key[table] : null
    const named = table === 'official_document' ? 'document_id' : (column ?? 'publication_id')
    const row = await owner.selectFrom(table).select('revision').where(named, '=', id).executeTakeFirst()
    return row?.revision ?? 1
  }
  const bare = { region, people, cadenceId, send, done, revision }
  return { ...bare, ...reporting(bare), ...supervision(bare), ...administration(bare) }
}

type Bare = Pick<Story, 'region' | 'people' | 'cadenceId' | 'send' | 'done' | 'revision'>

async function peopleOf(region: BesiegedRegion): Promise<Story['people']> {
  const { planId, units } = region.plan
  const roles: Readonly<Record<Exclude<Actor, 'visitor'>, readonly RoleGrant[]>> = {
    roleless: [],
    administrator: [{ role: 'administrator' }],
    securityOfficer: [{ role: 'securityOfficer' }],
    auditor: [{ role: 'auditor' }],
    coordinator: [{ role: 'coordinator' }],
    coordinator2: [{ role: 'coordinator' }],
    inspector: [{ role: 'inspector' }],
    leader: [{ role: 'leader' }],
    convener: [{ role: 'convener', planId, taskForceNo: 1 }],
    panelMember: [{ role: 'panelMember', planId }],
    appealDecider: [{ role: 'appealDecider', planId }],
    reporter: [{ role: 'reporter', unitId: units.invest }],
    reporterElsewhere: [{ role: 'reporter', unitId: units.build }],
    signer: [{ role: 'signer', unitId: units.invest }],
    staff: [{ role: 'taskForceStaff', unitId: units.office, planId, taskForceNo: 1 }],
    staffElsewhere: [{ role: 'taskForceStaff', unitId: units.build, planId, taskForceNo: 2 }],
  }
  const made: Record<string, string | null> = { visitor: null }
  for (const [name, grants] of Object.entries(roles)) made[name] = await region.person(`story-${name}`, ...grants)
  await region.test.database.owner
    .updateTable('account')
    .set({ password_hash: await secrets.hashPassword(PASSWORD) })
    .where('login', '=', 'story-roleless')
    .execute()
  return made as Story['people']
}

function reporting({ region, cadenceId, done }: Bare): Pick<Story, 'report'> {
  const owner = region.test.database.owner
  return {
    async report(item, state) {
      const itemId = region.plan.items[item]
      await owner.deleteFrom('report_voice').execute()
      await owner.deleteFrom('report').where('period_id', '=', PERIOD).where('item_id', '=', itemId).execute()
      const key = { cadenceId, periodId: PERIOD, itemId }
      if (state === 'nothing') return { ...key, revision: 0 }
      await done('reporter', 'POST', '/api/reports/submit', { reports: [{ ...key, revision: 0, said: saidOf(item) }] })
      if (state === 'submitted') return { ...key, revision: 1 }
      await done('signer', 'POST', '/api/reports/sign', { reports: [{ ...key, revision: 1 }] })
      return { ...key, revision: 2 }
    },
  }
}

const PROBLEM_STEPS: readonly (readonly [ProblemState, Actor, string, object])[] = [
  ['assigned', 'coordinator', 'assign', { dueOn: '2026-09-30', note: '' }],
  ['asked', 'reporter', 'extension', { until: '2026-10-30', reason: '雨季' }],
  ['claimed', 'reporter', 'claim', { note: '已改' }],
  ['verified', 'inspector', 'verify', { note: '' }],
  ['closed', 'coordinator', 'close', { note: '' }],
]

function supervision({ region, done, revision }: Bare): Pick<Story, 'problem' | 'order'> {
  const { items, units } = region.plan
  return {
    async problem(state) {
      const found = { kind: 'problem', title: '签约数不实', itemId: items.signed }
      const { problemId = '' } = await done('inspector', 'POST', '/api/problems', found)
      if (state === 'found') return problemId
      for (const [reached, actor, act, body] of PROBLEM_STEPS) {
        if (reached === 'asked' && state !== 'asked') continue
        if (act === 'claim')
          await done('reporter', 'POST', `/api/problems/${problemId}/files`, formWith('说明.txt', `已改 ${problemId}`))
        const now = await revision('problem', problemId)
        const unit = act === 'assign' ? { unitId: units.invest } : {}
        await done(actor, 'POST', `/api/problems/${problemId}/${act}`, { ...body, ...unit, revision: now })
        if (reached === state) break
      }
      return problemId
    },
    async order(state) {
      const asked = { text: '请核实签约数', unitId: units.invest, itemId: items.signed }
      const { orderId = '' } = await done('leader', 'POST', '/api/orders', asked)
      if (state === 'replied')
        await done('reporter', 'POST', `/api/orders/${orderId}/reply`, { revision: 1, text: '已核实' })
      return orderId
    },
  }
}

function administration({ region, people, done }: Bare): Pick<Story, 'draft' | 'link' | 'grant' | 'proposal'> {
  const owner = region.test.database.owner
  const region_id = region.plan.region.regionId
  return {
    async draft() {
      const { draftId = '' } = await done('coordinator', 'POST', '/api/drafts', formWith('方案.txt', PLAN_TEXT))
      return draftId
    },
    async link(account_id) {
      const token = randomUUID()
      const life = { created_at: AT, expires_at: '2026-12-31T00:00:00.000Z' }
      const row = { region_id, token_hash: sha256Text(token), account_id, ...life }
      await owner.insertInto('sign_in_link').values(row).execute()
      return token
    },
    async grant() {
      const grant_id = randomUUID()
      const account_id = people.roleless ?? ''
      const row = { region_id, grant_id, account_id, role: 'publicReader', granted_at: AT }
      await owner.insertInto('account_role').values(row).execute()
      return grant_id
    },
    async proposal() {
      const proposal_id = randomUUID()
      const account_id = await region.person(`proposed-${proposal_id}`)
      const proposed = { proposed_at: AT, proposed_by: people.administrator ?? '' }
      const row = { region_id, proposal_id, account_id, role: 'reporter', unit_id: region.plan.units.invest }
      await owner
        .insertInto('proposed_grant')
        .values({ ...row, ...proposed })
        .execute()
      return proposal_id
    },
  }
}
