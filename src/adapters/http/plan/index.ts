import * as plan from '#app/plan'
import type { Context } from '#app/kit'
import { type Result, accept } from '#core/kit'
import { planContract as contract } from '#adapters/http/contract/plan'
import type { GuatuHono } from '#adapters/http/kernel'
import { languageOf, register } from '#adapters/http/kernel'
import { parentRoutes } from './parent-routes.ts'
import { yearPlanRoutes } from './year-plan-routes.ts'
import { type PaperWriters, yearsRoutes } from './years-routes.ts'
import { presentItem } from './present-item.ts'
import { accountsWorkbook } from './accounts-workbook.ts'
import { columnsOf, presentTable } from './present-tables.ts'
import { presentChange, presentDraft, presentReview, presentRow } from './present-draft.ts'

/** What these routes need from other adapters: the file readers and the workbook writer. */
export interface PlanRouteOptions extends PaperWriters {
  readonly serverNow: () => string
  readonly readFile: plan.ReadSourceFile
  readonly commentDocx: plan.FindingWriters['comments']
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Drafts, plans in force, their lists and texts. */
export function planRoutes(app: GuatuHono, options: PlanRouteOptions): void {
  draftRoutes(app, options)
  writeRoutes(app)
  planPageRoutes(app)
  fileRoutes(app, options)
  findingRoutes(app, options)
  parentRoutes(app)
  yearPlanRoutes(app, options)
  yearsRoutes(app, options)
}

function draftRoutes(app: GuatuHono, { readFile }: PlanRouteOptions): void {
  register(app, contract.importPlan, (context, { body }, { upload }) => {
    const { bytes, fileName } = upload ?? { bytes: new Uint8Array(), fileName: '' }
    const { columns: text, ...amends } = body
    const stated = columnsOf(text)
    if (!stated.ok) return Promise.resolve(stated)
    return plan.importPlan(context, { bytes, fileName, ...amends, ...stated.value }, readFile)
  })
  register(app, contract.lookAtTables, async (context, { body }, { upload }) => {
    const { bytes, fileName } = upload ?? { bytes: new Uint8Array(), fileName: '' }
    const stated = columnsOf(body.columns)
    if (!stated.ok) return stated
    const looked = await plan.lookAtTables(context, { bytes, fileName, ...stated.value }, readFile)
    return mapped(looked, (tables) => ({ tables: tables.map(presentTable) }))
  })
  register(app, contract.drafts, async (context) => mapped(await plan.listDrafts(context), (drafts) => ({ drafts })))
  register(app, contract.draft, async (context, { params }) =>
    mapped(await plan.readDraft(context, params), presentDraft),
  )
  register(app, contract.draftChanges, async (context, { params, query }) =>
    mapped(await plan.readDraftChanges(context, { ...params, ...query }), (changes) => ({
      ...changes,
      entries: changes.entries.map(presentRow),
    })),
  )
  register(app, contract.reviewPublication, async (context, { params }) =>
    mapped(await plan.reviewPublication(context, params), presentReview),
  )
  register(app, contract.publishPlan, (context, { params, body }) => plan.publishPlan(context, { ...params, ...body }))
  register(app, contract.discardDraft, async (context, { params }) =>
    mapped(await plan.discardDraft(context, params), () => ({ done: true as const })),
  )
}

function writeRoutes(app: GuatuHono): void {
  register(app, contract.saveEntries, async (context, { params, body }) =>
    mapped(await plan.saveEntries(context, { ...params, ...body }), presentChange),
  )
  register(app, contract.addEntry, async (context, { params, body }) =>
    mapped(await plan.addEntry(context, { ...params, body }), presentChange),
  )
  register(app, contract.splitEntry, async (context, { params, body }) =>
    mapped(await plan.splitEntry(context, { ...params, ...body }), presentChange),
  )
  register(app, contract.mergeEntries, async (context, { params, body }) =>
    mapped(await plan.mergeEntries(context, { ...params, ...body }), presentChange),
  )
  register(app, contract.muteFinding, async (context, { params, body }) =>
    mapped(await plan.muteFinding(context, { ...params, ...body }), presentChange),
  )
}

function planPageRoutes(app: GuatuHono): void {
  register(app, contract.plans, async (context) => mapped(await plan.listPlans(context), (plans) => ({ plans })))
  register(app, contract.grantPlaces, async (context) =>
    mapped(await plan.listGrantPlaces(context), (places) => ({ places })),
  )
  register(app, contract.plan, (context, { params }) => plan.readPlanPage(context, params))
  register(app, contract.items, async (context, { params, query }) =>
    mapped(await plan.listItems(context, { ...params, filter: query }), (items) => ({ items: items.map(presentItem) })),
  )
  register(app, contract.planText, (context, { params, query }) => plan.readPlanText(context, { ...params, ...query }))
  register(app, contract.difference, (context, { params, query }) =>
    plan.readDifference(context, { ...params, ...query }),
  )
  register(app, contract.itemSource, (context, { params }) => plan.readItemSource(context, params))
}

function fileRoutes(app: GuatuHono, { serverNow, writeWorkbook }: PlanRouteOptions): void {
  const open = (context: Context, planId: string) => plan.openUnitAccounts(context, { planId, serverNow: serverNow() })
  register(app, contract.lists, async (context, { params, query: { projection, ...filter } }) => {
    const lists = await plan.buildPlanLists(context, { ...params, filter, projection })
    if (!lists.ok) return lists
    return accept({ bytes: await writeWorkbook(lists.value.workbook), mediaType: XLSX, fileName: lists.value.fileName })
  })
  register(app, contract.issuedFile, async (context, { params, query }) =>
    mapped(await plan.readIssuedFile(context, { ...params, ...query }), (file) => ({
      ...file,
      mediaType: 'application/octet-stream',
    })),
  )
  register(app, contract.unitAccounts, async (context, { params }) =>
    mapped(await open(context, params.planId), (accounts) => ({ accounts })),
  )
  register(app, contract.unitAccountsSheet, async (context, { params }, { http }) => {
    const accounts = await open(context, params.planId)
    if (!accounts.ok) return accounts
    const { origin } = new URL(http.req.url)
    const workbook = accountsWorkbook(accounts.value, { origin, regionId: context.regionId, date: context.today })
    return accept({ bytes: await writeWorkbook(workbook), mediaType: XLSX, fileName: '单位账号与登录链接.xlsx' })
  })
}

/** What the plan check found, as files for the drafters. */
function findingRoutes(app: GuatuHono, { writeWorkbook, commentDocx }: PlanRouteOptions): void {
  const writers = { workbook: writeWorkbook, comments: commentDocx }
  register(app, contract.draftFindings, async (context, { params }, { http }) => {
    const asked = { ...params, format: 'xlsx', language: languageOf(http) } as const
    return mapped(await plan.exportFindings(context, asked, writers), (file) => ({ ...file, mediaType: XLSX }))
  })
  register(app, contract.draftComments, async (context, { params }, { http }) => {
    const asked = { ...params, format: 'docx', language: languageOf(http) } as const
    return mapped(await plan.exportFindings(context, asked, writers), (file) => ({ ...file, mediaType: DOCX }))
  })
}

function mapped<T, U>(result: Result<T>, present: (value: T) => U): Result<U> {
  return result.ok ? accept(present(result.value)) : result
}
