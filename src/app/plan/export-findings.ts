import { type Result, accept, refuse } from '#core/kit'
import { findingsWorkbook, type WorkbookView } from '#core/publishing'
import { findingComments, type FindingComment, type OutputLanguage } from '#core/reading'
import { type Context, requireRight } from '#app/kit'

/** Writes a workbook, and comments into the drafters' own docx (refused where the issued file is none). */
export interface FindingWriters {
  readonly workbook: (view: WorkbookView) => Promise<Uint8Array>
  readonly comments: (bytes: Uint8Array, comments: readonly FindingComment[]) => Promise<Result<Uint8Array>>
}

/** The findings of a draft as a file for the drafters: a list, or their own document with comments. Muted ones are left out. */
export async function exportFindings(
  context: Context,
  input: { readonly draftId: string; readonly format: 'xlsx' | 'docx'; readonly language: OutputLanguage },
  writers: FindingWriters,
): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  const found = await context.read(async ({ drafts }) => {
    const draft = await drafts.draft(input.draftId)
    const document = draft && (await drafts.document(draft.document.documentId))
    return draft && document && { draft, document, entries: await drafts.entries(draft.draftId) }
  })
  if (!found) return refuse('object.notFound')
  const { draft, document, entries } = found
  const muted = new Set(entries.flatMap(({ entry }) => (entry.kind === 'mute' ? [entry.body.findingId] : [])))
  const findings = draft.reading.findings.filter(({ findingId }) => !muted.has(findingId))
  const { language, format } = input
  const name = document.fileName.replace(/\.[^.]*$/, '')
  if (format === 'xlsx') {
    const checked = [{ name: document.fileName, document: document.source, findings }]
    const bytes = await writers.workbook(findingsWorkbook(checked, { language, date: context.today }))
    return accept({ bytes, fileName: `${name}-${SUFFIX[language].list}.xlsx` })
  }
  const issued = await context.files.get(document.fileSha256)
  if (!issued) return refuse('object.notFound')
  const written = await writers.comments(issued, findingComments(findings, document.source.text, language))
  return written.ok ? accept({ bytes: written.value, fileName: `${name}-${SUFFIX[language].comments}.docx` }) : written
}

const SUFFIX = {
  zh: { list: '体检清单', comments: '体检批注' },
  en: { list: 'findings', comments: 'comments' },
} as const
