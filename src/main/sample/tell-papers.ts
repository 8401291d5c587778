import { writeOfficialDocx } from '#adapters/files'
import {
  checkBriefing,
  decideByRule,
  draftBriefing,
  issueBriefing,
  makePublication,
  publish,
  readBriefing,
  readPublication,
} from '#app/publishing'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'

/** The briefing of a sealed dekad: one writes it, another checks it, then it is issued. */
export async function tellBriefing(
  stage: Stage,
  cast: Cast,
  planId: string,
  sealed: { readonly seq: number; readonly on: string },
): Promise<void> {
  const writer = stage(cast.secondCoordinator, momentOf(sealed.on, '11:00'))
  const chief = stage(cast.coordinator, momentOf(sealed.on, '15:00'))
  const { documentId } = told(await draftBriefing(writer, { planId, sealSeq: sealed.seq }), 'draft the briefing')
  const { document } = told(await readBriefing(writer, { documentId }), 'read the briefing')
  const checked = told(await checkBriefing(chief, { documentId, revision: document.revision }), 'check the briefing')
  told(await issueBriefing(chief, { documentId, revision: checked.revision }, writeOfficialDocx), 'issue the briefing')
}

/** The public page: everything that the rules allow is released, nothing else. */
export async function tellPublication(stage: Stage, cast: Cast, planId: string, on: string): Promise<void> {
  const reviewer = stage(cast.coordinator, momentOf(on, '16:00'))
  const { publicationId } = told(await makePublication(reviewer, { planId }), 'make the publication')
  const { publication } = told(await readPublication(reviewer, { publicationId }), 'read the publication')
  const decided = told(
    await decideByRule(reviewer, { publicationId, revision: publication.revision }),
    'decide by rule',
  )
  told(await publish(reviewer, { publicationId, revision: decided.revision }), 'publish')
}
