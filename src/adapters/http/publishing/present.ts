import type { BriefingPage, DocumentRow, PublicationPage, PublicationRow } from '#app/publishing'
import type { Briefing, PublicationPage as SentPublication } from '#adapters/http/contract/publishing'
import { plain } from '#adapters/http/kernel'

/** A briefing as it is sent: printed parts, texts, and what may be done; who wrote it by id stays here. */
export function presentBriefing({ document, view, parts, may }: BriefingPage): Briefing {
  const { name, issue, editor, date, marking } = view.head
  const { revision, fileSha256 } = document
  return plain({
    document: { ...documentRow(document), revision, fileSha256 },
    texts: document.body.texts,
    head: { name, issue, editor, date, marking: marking ?? '' },
    title: view.title,
    parts,
    sealHead: view.sealHead,
    may,
  })
}

function documentRow(row: DocumentRow): DocumentRow {
  const { documentId, planId, title, number, sealSeq, periodId, state, createdByName, checkedByName, issuedAt } = row
  return { documentId, planId, title, number, sealSeq, periodId, state, createdByName, checkedByName, issuedAt }
}

/** A pack in review as it is sent; fields that have nothing to say are left out. */
export function presentPublication({
  publication,
  lines,
  contradictions,
  mayPublish,
}: PublicationPage): SentPublication {
  const { pack, revision } = publication
  const items = pack.items.map(({ itemId, kind, campaignNo, fields }) => {
    const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    return { itemId, kind, campaignNo, fields: { ...said, title: fields.title } }
  })
  return plain({
    publication: { ...publicationRow(publication), revision },
    ...{ plan: pack.plan, seal: pack.seal, items, contradictions, mayPublish },
    lines: lines.map(({ decision, ...line }) => ({
      ...line,
      decision: decision && { decision: decision.decision, reason: decision.reason },
    })),
  })
}

function publicationRow(row: PublicationRow): PublicationRow {
  const { publicationId, planId, sealSeq, periodId, state, createdAt, createdByName } = row
  const { publishedAt, publishedByName, withdrawnAt, withdrawalReason } = row
  return {
    ...{ publicationId, planId, sealSeq, periodId, state, createdAt, createdByName },
    ...{ publishedAt, publishedByName, withdrawnAt, withdrawalReason },
  }
}
