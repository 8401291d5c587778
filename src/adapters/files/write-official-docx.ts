import type { OfficialDocumentView } from '#core/publishing'

/** Writes an official document or briefing as docx; the library loads on the first call. */
export async function writeOfficialDocx(view: OfficialDocumentView): Promise<Uint8Array> {
  const { renderOfficialDocument } = await import('./docx-writer/index.ts')
  return renderOfficialDocument(view)
}
