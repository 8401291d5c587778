import type { EndpointRight } from './endpoint-rights.data.ts'
import type { Actor, Story } from './story.ts'
import { actorNames } from './story.ts'

const separated: readonly Actor[] = ['administrator', 'securityOfficer', 'auditor']
const workers = actorNames.filter((name) => name !== 'visitor' && name !== 'roleless' && !separated.includes(name))
const coordinators: readonly Actor[] = ['coordinator', 'coordinator2']
const writers: readonly Actor[] = [...coordinators, 'reporter', 'signer']
const item = ({ region }: Story) => ({ path: { itemId: region.plan.items.filing } })

const standingPlan = () => ({
  ...{ title: `区域发展规划${Math.random()}`, docNumber: '', body: '市人民政府', issuedOn: '2026-01-05' },
})
const registered = async ({ done }: Story): Promise<string> => {
  const { standingPlanId = '' } = await done('coordinator', 'POST', '/api/standing-plans', standingPlan())
  return standingPlanId
}
/** The item carries out nothing and stands in its own list alone. */
async function forget({ region }: Story): Promise<void> {
  const { owner } = region.test.database
  await owner.deleteFrom('standing_plan_item').execute()
  await owner.deleteFrom('admission').execute()
  await owner.deleteFrom('item_placement').execute()
}

/** Standing plans from elsewhere, and further lists of an item. */
export const parentRights: Readonly<Record<string, EndpointRight>> = {
  'GET /api/standing-plans': { may: workers },
  'POST /api/standing-plans': { may: coordinators, ask: () => ({ body: standingPlan() }) },
  'PUT /api/standing-plans/{standingPlanId}': {
    may: coordinators,
    ask: async (story) => ({
      path: { standingPlanId: await registered(story) },
      body: { ...standingPlan(), revision: 1 },
    }),
  },
  'GET /api/items/{itemId}/parents': { may: workers, ask: item },
  'POST /api/items/{itemId}/parents': {
    may: coordinators,
    ask: async (story) => ({ ...item(story), body: { standingPlanId: await registered(story), clause: '第三章' } }),
  },
  'POST /api/parent-links/{linkId}/end': {
    may: coordinators,
    ask: async (story) => {
      const body = { standingPlanId: await registered(story), clause: '' }
      const path = `/api/items/${story.region.plan.items.filing}/parents`
      const { linkId = '' } = await story.done('coordinator', 'POST', path, body)
      return { path: { linkId } }
    },
  },
  'GET /api/items/{itemId}/lists': { may: workers, ask: item },
  'POST /api/items/{itemId}/lists': {
    may: coordinators,
    ask: async (story) => {
      await forget(story)
      return { ...item(story), body: { kind: 'policy', reason: '同时出台办法' } }
    },
  },
  'POST /api/items/{itemId}/lists/removal': {
    may: coordinators,
    ask: async (story) => {
      await forget(story)
      const body = { kind: 'policy', reason: '同时出台办法' }
      const path = `/api/items/${story.region.plan.items.filing}/lists`
      await approved(story, await story.done('coordinator', 'POST', path, body))
      return { ...item(story), body: { ...body, reason: '办法已出台' } }
    },
  },
}

const field = { label: '隐患', kind: 'text', unit: '', choices: [], required: true }
const definition = () => ({
  ...{ name: `清单${Math.random()}`, family: '', planId: null, campaignNo: null, fields: [field] },
})
const defined = async ({ done }: Story): Promise<string> => {
  const { listId = '' } = await done('coordinator', 'POST', '/api/lists', definition())
  return listId
}
const row = ({ region }: Story) => ({
  ...{ values: { f1: '管线老化' }, unitId: region.plan.units.invest, itemId: null, reason: '排查发现' },
})
const asked = async (story: Story, listId: string): Promise<Record<string, string>> =>
  story.done('coordinator', 'POST', `/api/lists/${listId}/rows`, row(story))
async function approved({ done }: Story, { admissionId = '' }: Record<string, string>): Promise<void> {
  await done('leader', 'POST', `/api/admissions/${admissionId}/decision`, { approve: true, note: '' })
}
const added = async (story: Story): Promise<string> => {
  const listId = await defined(story)
  await approved(story, await asked(story, listId))
  const { owner } = story.region.test.database
  const one = await owner
    .selectFrom('domain_list_row')
    .select('row_id')
    .where('list_id', '=', listId)
    .executeTakeFirst()
  return one?.row_id ?? ''
}

/** Lists that an office defines: its coordinator and, of its rows, the unit that answers for them. */
export const listRights: Readonly<Record<string, EndpointRight>> = {
  'GET /api/lists': { may: workers },
  'POST /api/lists': { may: coordinators, ask: () => ({ body: definition() }) },
  'GET /api/lists/{listId}': { may: workers, ask: async (story) => ({ path: { listId: await defined(story) } }) },
  'PUT /api/lists/{listId}': {
    may: coordinators,
    ask: async (story) => {
      const { planId: _plan, campaignNo: _campaign, ...said } = definition()
      return { path: { listId: await defined(story) }, body: { ...said, revision: 1, end: true } }
    },
  },
  'GET /api/lists/{listId}/list.xlsx': {
    may: workers,
    ask: async (story) => ({ path: { listId: await defined(story) } }),
  },
  'POST /api/lists/{listId}/rows': {
    may: writers,
    ask: async (story) => ({ path: { listId: await defined(story) }, body: row(story) }),
  },
  'PUT /api/list-rows/{rowId}': {
    may: writers,
    ask: async (story) => ({
      path: { rowId: await added(story) },
      body: { ...row(story), values: { f1: '管线已换' }, revision: 1 },
    }),
  },
  'POST /api/list-rows/{rowId}/removal': {
    may: writers,
    ask: async (story) => ({
      path: { rowId: await added(story) },
      body: { reason: '已整改销号', restore: false },
    }),
  },
  'GET /api/admissions': { may: workers },
  'POST /api/admissions/{admissionId}/decision': {
    may: ['coordinator2', 'leader'],
    denials: ['list.ownAdmission'],
    ask: async (story) => {
      const { admissionId = '' } = await asked(story, await defined(story))
      return { path: { admissionId }, body: { approve: false, note: '不属本清单' } }
    },
  },
}
