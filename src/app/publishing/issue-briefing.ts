import { type Result, accept, instantAt, refuse } from '#core/kit'
import { composeBriefing, type OfficialDocumentView } from '#core/publishing'
import { type Context, requireRight, type Stores } from '#app/kit'
import { followsFromSeal } from './change-briefing.ts'
import type { DocumentDetail } from './ports.ts'

/** Lays a document out as a Word file; wired from the adapter. */
export type WriteDocx = (view: OfficialDocumentView) => Promise<Uint8Array>

/** What came of issuing. */
export interface IssuedBriefing {
  readonly number: number
  readonly fileSha256: string
}

/**
 * Issues a checked briefing: takes the next number of the region, writes the file and keeps it under its hash. From here on nothing of
 * it changes.
 */
export async function issueBriefing(
  context: Context,
  input: { readonly documentId: string; readonly revision: number },
  writeDocx: WriteDocx,
): Promise<Result<IssuedBriefing>> {
  return context.transact(async (stores) => {
    const document = await stores.publishing.document(input.documentId)
    if (!document) return refuse('object.notFound')
    const right = requireRight(context, 'briefing.issue', { planId: document.planId })
    if (!right.ok) return right
    if (document.state !== 'checked')
      return refuse(document.state === 'issued' ? 'briefing.issued' : 'briefing.notChecked')
    if (!(await followsFromSeal(context, stores, document))) return refuse('briefing.figuresChanged')
    const issued = await issue(context, stores, document, input.revision, writeDocx)
    if (!issued) return refuse('object.changedMeanwhile')
    await stores.audit.record({
      ...{ action: 'briefing.issue', objectKind: 'document', objectId: input.documentId },
      body: { ...issued, sealSeq: document.sealSeq, sealHash: document.body.facts.seal.hash },
    })
    return accept(issued)
  })
}

async function issue(
  context: Context,
  stores: Stores,
  { documentId, body }: DocumentDetail,
  revision: number,
  writeDocx: WriteDocx,
): Promise<IssuedBriefing | null> {
  const yearBegan = instantAt(`${context.today.slice(0, 4)}-01-01`, 0, context.timeZone)
  const number = await stores.publishing.nextNumber(yearBegan)
  const view = composeBriefing({ facts: body.facts, texts: body.texts, issue: number, date: context.today })
  const { sha256: fileSha256 } = await context.files.put(await writeDocx(view))
  const issued = await stores.publishing.issueDocument({
    ...{ documentId, revision, number: number.overall, fileSha256 },
    ...{ body: { ...body, issue: number }, at: context.now, by: context.actor.accountId },
  })
  return issued ? { number: number.overall, fileSha256 } : null
}
