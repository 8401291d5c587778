import type { Asked, EndpointRight } from './endpoint-rights.data.ts'
import { formWith } from './besieged-region.ts'
import { type Actor, actorNames, type Story } from './story.ts'

const separated: readonly Actor[] = ['visitor', 'roleless', 'administrator', 'securityOfficer', 'auditor']
const workers = actorNames.filter((name) => !separated.includes(name))
const coordinators: readonly Actor[] = ['coordinator', 'coordinator2']

const item = ({ region }: Story): Asked => ({ path: { itemId: region.plan.items.signed } })

/** Restates an item in force, as another plan would have stated it. */
async function restated(
  { region }: Story,
  name: 'signed' | 'deaths',
  [from, to]: readonly [string, string],
): Promise<string> {
  const { owner } = region.test.database
  const itemId = region.plan.items[name]
  const row = await owner.selectFrom('plan_item').select('body').where('item_id', '=', itemId).executeTakeFirstOrThrow()
  const told = JSON.stringify(row.body)
  const body = told.includes(to) ? told : told.replace(from, to)
  await owner.updateTable('plan_item').set({ body }).where('item_id', '=', itemId).execute()
  return itemId
}

const recognised = (story: Story) =>
  restated(story, 'signed', ['"kind":"indicator"', '"kind":"indicator","recognised":true'])
const newRow = () => ({
  ...{ name: `甲公司${Math.random()}`, disclosure: 'internal', body: '市统计局', document: '市统字〔2026〕9号' },
  ...{ filedOn: '2026-02-01', admittedOn: '2026-03-01', recognisedOn: '2026-04-01' },
})

async function row(story: Story): Promise<string> {
  const itemId = await recognised(story)
  const { rowId = '' } = await story.done('reporter', 'POST', `/api/items/${itemId}/recognitions`, newRow())
  return rowId
}

async function event(story: Story): Promise<string> {
  const itemId = await restated(story, 'deaths', ['"kind":"level"', '"kind":"redLine"'])
  const said = { happenedOn: '2026-07-20', note: '一起事故' }
  const { eventId = '' } = await story.done('inspector', 'POST', `/api/items/${itemId}/red-line-events`, said)
  return eventId
}

async function fact(story: Story, actor: Actor): Promise<string> {
  const said = { fact: { kind: 'baseline', value: '12' }, document: '公报' }
  const { itemId = '' } = item(story).path ?? {}
  return (await story.done(actor, 'POST', `/api/items/${itemId}/target-facts`, said))['factId'] ?? ''
}

const entry = {
  ...{ names: ['限额以上零售额'], except: [], origin: 'statutory', frequency: 'month', monthsAfter: 1, day: 22 },
  januaryWithFebruary: true,
}

/** What targets need beside the plan's text. */
export const targetRights: Readonly<Record<string, EndpointRight>> = {
  'GET /api/items/{itemId}/target': { may: workers, ask: item },
  'POST /api/items/{itemId}/recognitions': {
    may: ['reporter'],
    ask: async (story) => ({ path: { itemId: await recognised(story) }, body: newRow() }),
  },
  'PUT /api/recognitions/{rowId}': {
    may: ['reporter'],
    ask: async (story) => ({ path: { rowId: await row(story) }, body: { ...newRow(), revision: 1 } }),
  },
  'POST /api/recognitions/{rowId}/withdrawal': {
    may: ['reporter'],
    ask: async (story) => ({ path: { rowId: await row(story) }, body: { reason: '重复' } }),
  },
  'POST /api/recognitions/looked-at': {
    may: ['staff'],
    ask: async (story) => ({ body: { rowIds: [await row(story)] } }),
  },
  'POST /api/recognitions/{rowId}/files': {
    may: ['reporter'],
    ask: async (story) => ({ path: { rowId: await row(story) }, body: formWith('批文.txt', `批文 ${Math.random()}`) }),
  },
  'POST /api/red-line-events/{eventId}/files': {
    may: [...coordinators, 'inspector'],
    ask: async (story) => ({
      path: { eventId: await event(story) },
      body: formWith('通报.txt', `通报 ${Math.random()}`),
    }),
  },
  'GET /api/target-files/{attachmentId}': {
    may: workers,
    ask: async (story) => {
      const [rowId, form] = [await row(story), formWith('批文.txt', `批文 ${Math.random()}`)]
      const { attachmentId = '' } = await story.done('reporter', 'POST', `/api/recognitions/${rowId}/files`, form)
      return { path: { attachmentId } }
    },
  },
  'POST /api/items/{itemId}/target-facts': {
    may: [...coordinators, 'reporter'],
    ask: (story) => ({ ...item(story), body: { fact: { kind: 'baseline', value: '12' }, document: '公报' } }),
  },
  'POST /api/target-facts/{factId}/decision': {
    may: [...coordinators, 'leader'],
    ask: async (story) => ({ path: { factId: await fact(story, 'reporter') }, body: { approve: true } }),
    denials: ['targetFact.ownStatement'],
  },
  'POST /api/red-line-events/{eventId}/revocation': {
    may: [...coordinators, 'reporterElsewhere', 'staffElsewhere'],
    ask: async (story) => ({ path: { eventId: await event(story) }, body: { reason: '误报' } }),
  },
  'POST /api/red-line-events/{eventId}/revocation/decision': {
    may: coordinators,
    ask: async (story) => {
      const eventId = await event(story)
      await story.done('reporterElsewhere', 'POST', `/api/red-line-events/${eventId}/revocation`, { reason: '误报' })
      return { path: { eventId }, body: { approve: true } }
    },
    denials: ['correction.ownCorrection'],
  },
  'POST /api/items/{itemId}/estimates': {
    may: ['reporter'],
    ask: ({ region }) => ({
      path: { itemId: region.plan.items.industry },
      body: { periodId: '2026-M09', value: '7.1', basis: '用电量推算' },
    }),
  },
  'GET /api/comparisons': { may: workers },
  'POST /api/comparisons': {
    may: coordinators,
    ask: () => ({ body: { name: `全市工业增速${Math.random()}`, unit: '%', body: '市统计局' } }),
  },
  'POST /api/comparisons/{seriesId}/figures': {
    may: coordinators,
    ask: async ({ done }) => {
      const named = { name: `全市工业增速${Math.random()}`, unit: '%', body: '市统计局' }
      const { seriesId = '' } = await done('coordinator', 'POST', '/api/comparisons', named)
      const figures = [{ periodId: '2026-M06', value: '6.4' }]
      return { path: { seriesId }, body: { document: '全市月报', releasedOn: '2026-07-20', figures } }
    },
  },
  'GET /api/official-series': { may: workers },
  'PUT /api/official-series': { may: coordinators, ask: () => ({ body: { name: '', entry } }) },
}
