import type { Context } from '#app/kit'
import * as publishing from '#app/publishing'
import { accept, refuse, type Result } from '#core/kit'
import type { WorksheetView } from '#core/publishing'
import { publishingContract as contract } from '#adapters/http/contract/publishing'
import { type FileAnswer, type GuatuHono, plain, register, type RequestExtras } from '#adapters/http/kernel'
import { presentBriefing, presentPublication } from './present.ts'

/** What the routes need from other adapters. */
export interface PublishingRoutesOptions {
  readonly writeDocx: publishing.WriteDocx
  readonly writeCsv: (sheet: WorksheetView) => Uint8Array
  /** An address as a QR code in SVG. */
  readonly drawQr: (address: string) => Promise<string>
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Briefings, publications, and what the public reads without signing in. */
export function publishingRoutes(app: GuatuHono, options: PublishingRoutesOptions): void {
  documentRoutes(app, options)
  publicationRoutes(app)
  publicRoutes(app, options)
}

function documentRoutes(app: GuatuHono, { writeDocx }: PublishingRoutesOptions): void {
  register(app, contract.documents, async (context) => {
    const list = await publishing.listDocuments(context)
    return list.ok ? accept(plain(list.value)) : list
  })
  register(app, contract.draftBriefing, (context, { body }) => publishing.draftBriefing(context, body))
  register(app, contract.briefing, async (context, { params }) => {
    const page = await publishing.readBriefing(context, params)
    return page.ok ? accept(presentBriefing(page.value)) : page
  })
  register(app, contract.editBriefing, (context, { params, body }) =>
    publishing.editBriefing(context, { ...params, ...body }),
  )
  register(app, contract.refreshBriefing, (context, { params, body }) =>
    publishing.refreshBriefing(context, { ...params, ...body }),
  )
  register(app, contract.checkBriefing, (context, { params, body }) =>
    publishing.checkBriefing(context, { ...params, ...body }),
  )
  register(app, contract.issueBriefing, (context, { params, body }) =>
    publishing.issueBriefing(context, { ...params, ...body }, writeDocx),
  )
  register(app, contract.briefingFile, async (context, { params }) => {
    const file = await publishing.downloadBriefing(context, params, writeDocx)
    return file.ok ? accept({ ...file.value, mediaType: DOCX }) : file
  })
}

function publicationRoutes(app: GuatuHono): void {
  register(app, contract.publications, async (context) => {
    const list = await publishing.listPublications(context)
    return list.ok ? accept(plain(list.value)) : list
  })
  register(app, contract.makePublication, (context, { body }) => publishing.makePublication(context, body))
  register(app, contract.publication, async (context, { params }) => {
    const page = await publishing.readPublication(context, params)
    return page.ok ? accept(presentPublication(page.value)) : page
  })
  register(app, contract.decideFields, (context, { params, body }) =>
    publishing.decideFields(context, { ...params, ...body }),
  )
  register(app, contract.decideByRule, (context, { params, body }) =>
    publishing.decideByRule(context, { ...params, ...body }),
  )
  register(app, contract.publish, (context, { params, body }) => publishing.publish(context, { ...params, ...body }))
  register(app, contract.withdraw, async (context, { params, body }) => {
    const withdrawn = await publishing.withdrawPublication(context, { ...params, ...body })
    return withdrawn.ok ? accept({ done: true as const }) : withdrawn
  })
}

/** Public pages are the same for everybody: they are read as a visitor of the region in the path, whoever is signed in. */
async function asVisitor<T>(
  { http }: RequestExtras,
  { regionId }: { readonly regionId: string },
  read: (visitor: Context) => Promise<Result<T>>,
): Promise<Result<T>> {
  const visitor = await http.get('visitor')(regionId)
  return visitor ? read(visitor as Context) : refuse('region.notFound')
}

function publicRoutes(app: GuatuHono, options: PublishingRoutesOptions): void {
  register(app, contract.publicRegion, async (_context, { params }, extras) => {
    const region = await asVisitor(extras, params, (visitor) => publishing.readPublicRegion(visitor))
    return region.ok ? accept(plain(region.value)) : region
  })
  register(app, contract.publicPlan, async (_context, { params }, extras) => {
    const plan = await asVisitor(extras, params, (visitor) => publishing.readPublicPlan(visitor, params))
    return plan.ok ? accept(plain(plan.value)) : plan
  })
  register(app, contract.countRead, async (_context, { params }, extras) => {
    const counted = await asVisitor(extras, params, (visitor) => publishing.countPublicRead(visitor, params))
    return counted.ok ? accept({ done: true as const }) : counted
  })
  register(app, contract.publicPlanQr, async (_context, { params }, extras) => {
    const plan = await asVisitor(extras, params, (visitor) => publishing.readPublicPlan(visitor, params))
    if (!plan.ok) return plan
    const address = new URL(`/public/${params.regionId}/plans/${params.planId}`, extras.http.req.url)
    const bytes = new TextEncoder().encode(await options.drawQr(address.href))
    return accept({ bytes, mediaType: 'image/svg+xml', fileName: 'qr.svg', inline: true })
  })
  openDataRoutes(app, options)
}

function openDataRoutes(app: GuatuHono, { writeCsv }: PublishingRoutesOptions): void {
  const openData = async (
    extras: RequestExtras,
    params: { readonly regionId: string; readonly planId: string },
    write: (row: publishing.PublicRow) => Uint8Array | null,
    { mediaType, ending }: { readonly mediaType: string; readonly ending: string },
  ): Promise<Result<FileAnswer>> => {
    const plan = await asVisitor(extras, params, (visitor) => publishing.readPublicPlan(visitor, params))
    if (!plan.ok) return plan
    const { released } = plan.value.row
    const bytes = write(plan.value.row)
    if (!released || !bytes) return refuse('object.notFound')
    return accept({ bytes, mediaType, fileName: `${released.plan.title}-${released.seal.periodId}.${ending}` })
  }
  register(app, contract.openDataJson, (_context, { params }, extras) =>
    openData(extras, params, ({ released }) => new TextEncoder().encode(JSON.stringify(released, null, 2)), {
      mediaType: 'application/json; charset=utf-8',
      ending: 'json',
    }),
  )
  register(app, contract.openDataCsv, (_context, { params }, extras) =>
    openData(extras, params, ({ released }) => released && writeCsv(publishing.openDataSheet(released)), {
      mediaType: 'text/csv; charset=utf-8',
      ending: 'csv',
    }),
  )
}
