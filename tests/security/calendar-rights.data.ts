import { actRule, dispatch, wholePlan } from '../support/dispatch.ts'
import { formWith } from './besieged-region.ts'
import type { EndpointRight } from './endpoint-rights.data.ts'
import { type Actor, actorNames, type Story } from './story.ts'

const signedIn = actorNames.filter((name) => name !== 'visitor')
const separated: readonly Actor[] = ['administrator', 'securityOfficer', 'auditor']
const workers = signedIn.filter((name) => name !== 'roleless' && !separated.includes(name))
const coordinators: readonly Actor[] = ['coordinator', 'coordinator2']

/** A cadence of its own, so that the story's stays as it is. */
const newCadence = async ({ region, done }: Story): Promise<string> => {
  const acts = [...dispatch(), { act: 'circular', rule: actRule({ periodKind: 'year' }) }]
  const body = { planId: region.plan.planId, name: '试设', ...wholePlan, acts, reason: '试用' }
  return (await done('coordinator', 'POST', '/api/cadences', body))['cadenceId'] ?? ''
}
const days = (name: string) => formWith(name, '日期,安排,名称\n2031-01-01,放假,元旦\n')

/** Cadences, their calendar, the work calendar and calendar feeds. */
export const calendarRights: Readonly<Record<string, EndpointRight>> = {
  'PUT /api/cadences/{cadenceId}': {
    may: coordinators,
    ask: async (story) => ({
      path: { cadenceId: await newCadence(story) },
      body: { name: '周调度', acts: dispatch({ periodKind: 'week' }) },
    }),
  },
  'POST /api/cadences/{cadenceId}/end': {
    may: coordinators,
    ask: async (story) => ({ path: { cadenceId: await newCadence(story) } }),
  },
  'POST /api/cadences/{cadenceId}/acts/{act}/periods/{periodId}/held': {
    may: coordinators,
    ask: async (story) => {
      const me = (await (await story.send('coordinator', 'GET', '/api/me')).json()) as { region: { today: string } }
      return {
        path: { cadenceId: await newCadence(story), act: 'circular', periodId: me.region.today.slice(0, 4) },
        body: { note: '第7期，已发' },
      }
    },
  },
  'GET /api/calendar': { may: workers, ask: () => ({ query: 'from=2026-07-01&to=2026-08-31' }) },
  'GET /api/work-calendar/{year}': { may: workers, ask: () => ({ path: { year: '2027' } }) },
  'POST /api/work-calendar/preview': {
    ...{ may: coordinators, keepsNothing: true },
    ask: () => ({ body: days('日历.csv') }),
  },
  'POST /api/work-calendar': { may: coordinators, ask: () => ({ body: days('日历.csv') }) },
  'PUT /api/work-calendar/days/{date}': {
    may: coordinators,
    ask: () => ({ path: { date: '2031-03-05' }, body: { work: false, name: '本区放假' } }),
  },
  'GET /api/calendar-feeds': { may: workers },
  'POST /api/calendar-feeds': { may: workers, ask: () => ({ body: { unitId: null } }) },
  'DELETE /api/calendar-feeds/{feedId}': {
    may: workers,
    ask: async ({ done }) => ({
      path: { feedId: (await done('coordinator', 'POST', '/api/calendar-feeds', { unitId: null }))['feedId'] ?? '' },
    }),
  },
  // The address is the key; a wrong one is of nobody.
  'GET /api/public/{regionId}/calendar/{token}': {
    may: actorNames,
    ask: async ({ region, done }) => {
      const { path = '' } = await done('coordinator', 'POST', '/api/calendar-feeds', { unitId: null })
      return { path: { regionId: region.plan.region.regionId, token: path.split('/').at(-1) ?? '' } }
    },
  },
}
