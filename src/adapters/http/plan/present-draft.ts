import type { DraftChange, DraftPage, EntryRow, PublicationReview } from '#app/plan'
import { type DraftFinding, openPointWords } from '#core/plan'
import { findingWords } from '#core/reading'

/** A draft as the page takes it: finding in words, sentences without what only the standing needs. */
export function presentDraft(page: DraftPage) {
  const { draft, text, blocks, warnings, entries, coverage, openPoints, suggestions } = page
  const { draftId, planId, state, revision, document, reading, createdAt, createdByName } = draft
  return {
    ...{ draftId, planId, state, revision, createdAt, createdByName, text, blocks, warnings },
    fileName: document.fileName,
    headings: reading.headings,
    sentences: reading.sentences.map(({ span, why }) => ({ span, why })),
    marks: reading.marks,
    findings: reading.findings.map(presentFinding),
    openPointWords,
    entries: entries.map(presentRow),
    standing: { coverage, openPoints, suggestions },
  }
}

function presentFinding(finding: DraftFinding) {
  const { findingId, ruleId, severity, places, count } = finding
  return { findingId, ruleId, severity, places, ...(count === undefined ? {} : { count }), ...findingWords(finding) }
}

/** An entry with who changed it last. */
export function presentRow({ entry, revision, orderNo, changedAt, changedByName }: EntryRow) {
  return { entry, revision, orderNo, changedAt, changedByName }
}

/** What a write answers. */
export function presentChange({ revision, entries, standing }: DraftChange) {
  return { revision, entries: entries.map(presentRow), standing }
}

/** Open points as numbers; the page has them one by one already. */
export function presentReview({ revision, counts, openPoints, difference }: PublicationReview) {
  const blockers = openPoints.filter((point) => point.blocks).length
  return { revision, counts, blockers, openPoints: openPoints.length, difference }
}
