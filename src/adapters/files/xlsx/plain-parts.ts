import { strFromU8, strToU8, zipSync } from 'fflate'
import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { openArchive } from '../archive/open-archive.ts'
import { MAX_WORKBOOK_INFLATED_BYTES } from '../file-limits.ts'

/** Parts that hold cells; drawings, comments, tables and the like are not looked at. */
const NEEDED =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedstrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/i
const ACTIVE = /vbaproject\.bin$|^xl\/(externallinks|macrosheets|activex)\//i

/**
 * The workbook again with nothing but its cells, unpacked within limits. The library unpacks without any, and expands
 * every range of a name, merge or validation cell by cell, so that a range over the whole sheet would never end.
 */
export async function plainWorkbook(bytes: Uint8Array): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const { names } = archive.value
  if (!names.some((name) => name.toLowerCase() === 'xl/workbook.xml')) return refuse('reader.unknownFormat')
  if (names.some((name) => ACTIVE.test(name))) return refuse('reader.workbookMacro')
  const parts: Record<string, Uint8Array> = {}
  let total = 0
  for (const name of names.filter((each) => NEEDED.test(each))) {
    const part = await archive.value.read(name)
    if (!part.ok) return part
    if (!part.value) continue
    total += part.value.length
    if (total > MAX_WORKBOOK_INFLATED_BYTES) return refuse('reader.zipBomb')
    if (Buffer.from(part.value).includes('<!DOCTYPE')) return refuse('reader.damaged')
    parts[name] = plainPart(name, part.value)
  }
  return accept(new Uint8Array(zipSync(parts, { level: 0 })))
}

function plainPart(name: string, part: Uint8Array): Uint8Array {
  if (/workbook\.xml$/i.test(name)) return withoutNames(part)
  return /content_types\]\.xml$/i.test(name) ? withoutOthers(part) : part
}

/** The list of parts names those alone that are there. */
function withoutOthers(contents: Uint8Array): Uint8Array {
  const kept = strFromU8(contents).replace(
    /<Override\b[^>]*\bPartName="\/([^"]*)"[^>]*\/>/g,
    (entry: string, part: string) => (NEEDED.test(part) ? entry : ''),
  )
  return strToU8(kept)
}

function withoutNames(workbook: Uint8Array): Uint8Array {
  return strToU8(strFromU8(workbook).replace(/<(\w+:)?definedNames\b[^]*<\/(\w+:)?definedNames>/, ''))
}
