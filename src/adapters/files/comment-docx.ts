import { refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { openArchive } from './archive/open-archive.ts'
import { contentKind } from './content-kind.ts'
import type { DocxComment } from './docx-comments/index.ts'

/** Who comments in a file that is given back. */
const AUTHOR = { name: '挂图 Guatu', initials: 'GT' }

/** The same Word file with comments at places of its text, all else untouched; the writer loads on the first call. */
export async function commentDocx(bytes: Uint8Array, comments: readonly DocxComment[]): Promise<Result<Uint8Array>> {
  const archive = contentKind(bytes) === 'zip' ? openArchive(bytes) : null
  if (!archive?.ok || !archive.value.names.some((name) => /^word\/document\.xml$|^_rels\/\.rels$/i.test(name))) {
    return refuse('reader.commentsNeedDocx')
  }
  const { addComments } = await import('./docx-comments/index.ts')
  return addComments(bytes, comments, AUTHOR)
}
