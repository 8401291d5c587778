import { type Result, accept, invariant, localDateAt, refuse } from '#core/kit'
import { type BriefingPart, briefingParts, composeBriefing, issueWords } from '#core/publishing'
import type { BriefingView } from '#core/publishing'
import { type Context, requireRight } from '#app/kit'
import { OVERALL_TASK_FORCE } from './draft-briefing.ts'
import type { WriteDocx } from './issue-briefing.ts'
import type { DocumentDetail, DocumentRow } from './ports.ts'

/** A briefing as its page shows it: printed as it stands, with what the reader may do. */
export interface BriefingPage {
  readonly document: DocumentDetail
  readonly view: BriefingView
  readonly parts: readonly BriefingPart[]
  readonly may: { readonly write: boolean; readonly check: boolean; readonly issue: boolean }
}

/** A file with its name. */
export interface NamedFile {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** Documents newest first; drafts are for those who write, check or issue them. A seal without a briefing can get one. */
export async function listDocuments(context: Context): Promise<Result<DocumentList>> {
  const right = requireRight(context, 'briefing.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const documents = await stores.publishing.documents()
    const visible = documents.filter((row) => row.state === 'issued' || mayWork(context, row))
    const undrafted: DocumentList['undrafted'][number][] = []
    for (const { planId } of await stores.insight.plans()) {
      const frame = mayWrite(context, planId) ? await stores.insight.frame(planId) : null
      const last = frame?.seals.at(-1)
      if (!frame || !last || documents.some((row) => row.planId === planId && row.sealSeq === last.seq)) continue
      undrafted.push({ planId, planTitle: frame.title, sealSeq: last.seq, periodId: last.periodId })
    }
    return accept({ documents: visible, undrafted })
  })
}

/** Documents, and for each plan the last sealed dekad that has no briefing yet. */
export interface DocumentList {
  readonly documents: readonly DocumentRow[]
  readonly undrafted: readonly {
    readonly planId: string
    readonly planTitle: string
    readonly sealSeq: number
    readonly periodId: string
  }[]
}

const mayWrite = (context: Context, planId: string): boolean =>
  requireRight(context, 'briefing.write', { planId, taskForceNo: OVERALL_TASK_FORCE }).ok

const mayCheck = (context: Context, { planId }: Pick<DocumentRow, 'planId'>, authorId: string): boolean =>
  requireRight(context, 'briefing.check', { planId, authorId }).ok

const mayIssue = (context: Context, { planId }: Pick<DocumentRow, 'planId'>): boolean =>
  requireRight(context, 'briefing.issue', { planId }).ok

const mayWork = (context: Context, row: DocumentRow): boolean =>
  mayWrite(context, row.planId) || mayCheck(context, row, '') || mayIssue(context, row)

/** One briefing: its computed parts as printed, its texts, and who did what with it. */
export async function readBriefing(
  context: Context,
  input: { readonly documentId: string },
): Promise<Result<BriefingPage>> {
  const right = requireRight(context, 'briefing.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const document = await stores.publishing.document(input.documentId)
    if (!document || (document.state !== 'issued' && !mayWork(context, document))) return refuse('object.notFound')
    const { facts, texts, writers } = document.body
    const own = writers.includes(context.actor.accountId)
    const open = document.state !== 'issued'
    return accept({
      document,
      view: viewOf(context, document),
      parts: briefingParts(facts, texts),
      may: {
        write: open && mayWrite(context, document.planId),
        check: document.state === 'draft' && !own && mayCheck(context, document, writers[0] ?? ''),
        issue: document.state === 'checked' && mayIssue(context, document),
      },
    })
  })
}

function viewOf(context: Context, { body, issuedAt }: DocumentDetail): BriefingView {
  const date = issuedAt === null ? context.today : localDateAt(issuedAt, context.timeZone)
  return composeBriefing({ facts: body.facts, texts: body.texts, issue: body.issue, date })
}

/** The Word file: of an issued briefing the very bytes that were issued, of a draft as it would be now. */
export async function downloadBriefing(
  context: Context,
  input: { readonly documentId: string },
  writeDocx: WriteDocx,
): Promise<Result<NamedFile>> {
  const page = await readBriefing(context, input)
  if (!page.ok) return page
  const { document, view } = page.value
  const fileName = `${view.head.name}${issueWords(document.body.issue)}${view.title}.docx`.replace(/[\\/:*?"<>|]/g, '')
  if (document.fileSha256 === null) return accept({ bytes: await writeDocx(view), fileName })
  const bytes = await context.files.get(document.fileSha256)
  invariant(bytes, `the file of document ${document.documentId} is gone`)
  return accept({ bytes, fileName })
}
