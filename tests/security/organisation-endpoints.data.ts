import { randomUUID } from 'node:crypto'
import { writeWorkbook } from '#adapters/files'
import { formWith } from './besieged-region.ts'
import type { Asked, EndpointRight } from './endpoint-rights.data.ts'
import { type Actor, actorNames, type Story } from './story.ts'

const strangers: readonly Actor[] = ['visitor', 'roleless', 'auditor', 'administrator', 'securityOfficer']
const workers = actorNames.filter((name) => !strangers.includes(name))
const readers: readonly Actor[] = [...workers, 'administrator', 'securityOfficer']
const coordinators: readonly Actor[] = ['coordinator', 'coordinator2']

const UNITS = '/api/organisation/units'
const saying = (name: string, kind = 'bureau') => ({ name, kind, aliases: [], reason: '机构改革' })
const newUnit = async ({ done }: Story, kind = 'bureau'): Promise<string> =>
  (await done('coordinator', 'POST', UNITS, saying(`新设单位${randomUUID()}`, kind)))['unitId'] ?? ''
const newPost = async ({ done, region }: Story): Promise<string> => {
  const path = `${UNITS}/${region.plan.units.invest}/posts`
  return (await done('coordinator', 'POST', path, { title: `岗位${randomUUID()}` }))['postId'] ?? ''
}
const ofNewUnit = (body: object, kind?: string) => async (story: Story) => ({
  ...{ path: { unitId: await newUnit(story, kind) }, body },
})

/** A role of a person of the unit of the story, as a handover or a delegation names it. */
async function held({ region }: Story, accountId: string): Promise<string> {
  const grants = region.test.database.owner.selectFrom('account_role').select('grant_id')
  return (await grants.where('account_id', '=', accountId).executeTakeFirstOrThrow()).grant_id
}
const newReporter = ({ region }: Story) =>
  region.person(`reporting-${randomUUID()}`, { role: 'reporter', unitId: region.plan.units.invest })
const handingOver = async (story: Story, from: string): Promise<object> => ({
  ...{ fromAccountId: from, toAccountId: await story.region.person(`next-${randomUUID()}`), onDate: '2026-12-01' },
  ...{ note: '', grantIds: [await held(story, from)], postIds: [] },
})
const lending = async (story: Story, holderId: string): Promise<object> => ({
  ...{ holderId, toAccountId: await story.region.person(`standing-in-${randomUUID()}`), reason: '' },
  ...{ grantId: await held(story, holderId), from: '2026-12-01', last: '2026-12-02' },
})
const newHandover = async (story: Story, body?: object): Promise<Asked> => {
  const made = await story.done(
    'coordinator',
    'POST',
    '/api/handovers',
    await handingOver(story, await newReporter(story)),
  )
  return { path: { handoverId: made['handoverId'] ?? '' }, ...(body ? { body } : {}) }
}
const newDelegation = async (story: Story, body?: object): Promise<Asked> => {
  const made = await story.done(
    'coordinator',
    'POST',
    '/api/delegations',
    await lending(story, await newReporter(story)),
  )
  return { path: { delegationId: made['delegationId'] ?? '' }, ...(body ? { body } : {}) }
}

async function rosterOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const columns = ['单位名称', '类别'].map((header) => ({ header, width: 20, kind: 'text' as const }))
  const sheets = [{ name: '单位', columns, rows: [[name, '部门']] }]
  return new Uint8Array(await writeWorkbook({ author: '综合协调组', date: '2026-07-31', sheets }))
}

/** Units, posts, handovers, delegations: who may use each endpoint, written by hand. */
export const organisationEndpoints: Readonly<Record<string, EndpointRight>> = {
  'GET /api/organisation/units': { may: readers },
  'POST /api/organisation/units': { may: coordinators, ask: () => ({ body: saying(`单位${randomUUID()}`) }) },
  'GET /api/organisation/units/{unitId}': {
    ...{ may: readers, ask: ({ region }) => ({ path: { unitId: region.plan.units.invest } }) },
  },
  'PUT /api/organisation/units/{unitId}': {
    may: coordinators,
    ask: (story) => ofNewUnit({ ...saying(`改名单位${randomUUID()}`), revision: 1 })(story),
  },
  'POST /api/organisation/units/{unitId}/end': { may: coordinators, ask: ofNewUnit({ revision: 1, reason: '撤销' }) },
  'POST /api/organisation/units/{unitId}/reopen': {
    may: coordinators,
    ask: async (story) => {
      const unitId = await newUnit(story)
      await story.done('coordinator', 'POST', `${UNITS}/${unitId}/end`, { revision: 1, reason: '撤销' })
      return { path: { unitId }, body: { revision: 2, reason: '恢复' } }
    },
  },
  'POST /api/organisation/units/{unitId}/merge': {
    may: coordinators,
    ask: async (story) => {
      const body = { intoUnitId: await newUnit(story), revision: 1, reason: '同一单位' }
      return { path: { unitId: await newUnit(story) }, body }
    },
  },
  'PUT /api/organisation/units/{unitId}/members': {
    may: coordinators,
    ask: ofNewUnit({ memberUnitIds: [], from: '2026-08-01', reason: '区划调整' }, 'group'),
  },
  'POST /api/organisation/units/{unitId}/posts': {
    may: [...coordinators, 'signer'],
    ask: ({ region }) => ({ path: { unitId: region.plan.units.invest }, body: { title: `岗位${randomUUID()}` } }),
  },
  'PUT /api/organisation/posts/{postId}/holder': {
    may: [...coordinators, 'signer'],
    ask: async (story) => ({
      path: { postId: await newPost(story) },
      body: { accountId: story.people.reporter, from: '2026-08-01' },
    }),
  },
  'POST /api/organisation/posts/{postId}/end': {
    may: [...coordinators, 'signer'],
    ask: async (story) => ({ path: { postId: await newPost(story) } }),
  },
  'GET /api/items/{itemId}/posts': {
    ...{ may: workers, ask: ({ region }) => ({ path: { itemId: region.plan.items.signed } }) },
  },
  'PUT /api/items/{itemId}/posts/{part}': {
    may: [...coordinators, 'signer'],
    ask: async (story) => ({
      path: { itemId: story.region.plan.items.signed, part: 'contact' },
      body: { postId: await newPost(story) },
    }),
  },
  'GET /api/organisation/template.xlsx': { may: [...coordinators, 'administrator'] },
  'GET /api/organisation/export.xlsx': { may: [...coordinators, 'administrator'] },
  'POST /api/organisation/import/check': {
    ...{ may: [...coordinators, 'administrator'], keepsNothing: true },
    ask: async () => ({ body: formWith('名册.xlsx', await rosterOf('区信访局')) }),
  },
  'POST /api/organisation/import': {
    may: [...coordinators, 'administrator'],
    ask: async (story) => {
      const roster = await rosterOf(`单位${randomUUID()}`)
      const check = (actor: Actor) =>
        story.done(actor, 'POST', '/api/organisation/import/check', formWith('名册.xlsx', roster))
      return { body: formWith('名册.xlsx', roster, { fingerprint: (await check('coordinator'))['fingerprint'] ?? '' }) }
    },
  },
  'GET /api/colleagues': { may: readers },
  'GET /api/me/signing-gaps': { may: readers },
  'GET /api/successions': { may: readers },
  'GET /api/accounts/{accountId}/in-hand': {
    ...{ may: [...coordinators, 'reporter'], ask: ({ people }) => ({ path: { accountId: people.reporter ?? '' } }) },
  },
  'POST /api/handovers': {
    may: [...coordinators, 'reporter'],
    ask: async (story) => ({ body: await handingOver(story, story.people.reporter ?? '') }),
  },
  'POST /api/handovers/{handoverId}/decision': {
    ...{ may: ['securityOfficer'], ask: (story) => newHandover(story, { confirm: true }) },
  },
  'POST /api/handovers/{handoverId}/withdraw': { may: coordinators, ask: (story) => newHandover(story) },
  'POST /api/delegations': {
    may: [...coordinators, 'reporter'],
    ask: async (story) => ({ body: await lending(story, story.people.reporter ?? '') }),
  },
  'POST /api/delegations/{delegationId}/decision': {
    ...{ may: ['securityOfficer'], ask: (story) => newDelegation(story, { confirm: true }) },
  },
  'POST /api/delegations/{delegationId}/end': {
    ...{ may: [...coordinators, 'securityOfficer'], ask: (story) => newDelegation(story) },
  },
}
