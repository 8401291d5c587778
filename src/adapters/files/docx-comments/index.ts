import { accept, invariant, refuse } from '#core/kit'
import type { Result, Span } from '#core/kit'
import type { Archive } from '../archive/open-archive.ts'
import { openArchive } from '../archive/open-archive.ts'
import { repack } from '../archive/repack.ts'
import { readTraced } from '../docx/index.ts'
import { relationships, relationshipsName } from '../docx/package-parts.ts'
import { decodeXml, parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { anchorFinder } from './anchors.ts'
import { appended, firstFreeId, newCommentsPart, withComments } from './comments-part.ts'
import type { CommentAuthor } from './comments-part.ts'
import { markDocument } from './mark-document.ts'
import { namespaceOf, WORD_NAMESPACES } from './qualified-names.ts'

/** A comment on a place of the text that `readSourceFile` gave of the same file; one paragraph a line. */
export interface DocxComment {
  readonly span: Span
  readonly paragraphs: readonly string[]
}

/**
 * The same Word file with comments at their places. Only the document part, the comments part and, where that is new, the two
 * lists of parts are written; every other part keeps its bytes.
 */
export async function addComments(
  bytes: Uint8Array,
  comments: readonly DocxComment[],
  author: CommentAuthor,
): Promise<Result<Uint8Array>> {
  if (comments.length === 0) return accept(bytes)
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const traced = await readTraced(archive.value)
  if (!traced.ok) return traced
  const { document, pieces, partName } = traced.value
  const part = await openPart(archive.value, partName)
  const listed = await commentsPart(archive.value, partName)
  if (!part.ok) return part
  if (!listed.ok) return listed
  const first = firstFreeId(listed.value.part?.root ?? null)
  const placeOf = anchorFinder(document.text, pieces)
  const placed = comments.flatMap(({ span, paragraphs }) => {
    const place = placeOf(span)
    return place ? [{ place, paragraphs }] : []
  })
  const numbered = placed.map(({ paragraphs }, index) => ({ id: first + index, paragraphs }))
  const marks = placed.map(({ place }, index) => ({ id: first + index, place }))
  const changed = new Map([[partName, part.value.bytesOf(markDocument(part.value.text, marks))]])
  const { name, part: existing } = listed.value
  if (existing) changed.set(name, existing.bytesOf(withComments(existing.text, existing.root, numbered, author)))
  else {
    const namespace = namespaceOf(part.value.text)
    changed.set(name, new TextEncoder().encode(newCommentsPart(numbered, author, namespace)))
    const lists = await listPart(archive.value, partName, name, namespace)
    if (!lists.ok) return lists
    for (const [list, content] of lists.value) changed.set(list, content)
  }
  return repack(bytes, changed)
}

/** The comments that a document has, or the name under which it gets some. */
async function commentsPart(
  archive: Archive,
  partName: string,
): Promise<Result<{ readonly name: string; readonly part: OpenPart | null }>> {
  const related = await relationships(archive, partName)
  if (!related.ok) return related
  const known = related.value.find(({ kind }) => kind === 'comments')?.target
  if (known === undefined) return accept({ name: freeName(archive, partName), part: null })
  const part = await openPart(archive, known)
  return part.ok ? accept({ name: known, part: part.value }) : part
}

function freeName(archive: Archive, partName: string): string {
  const taken = new Set(archive.names.map((name) => name.toLowerCase()))
  const folder = partName.slice(0, partName.lastIndexOf('/') + 1)
  const names = ['comments.xml', ...Array.from(taken, (_, index) => `comments${index + 1}.xml`)]
  return folder + (names.find((name) => !taken.has((folder + name).toLowerCase())) ?? '')
}

/** The list of content types and the document's relationships with the new part in them. */
async function listPart(
  archive: Archive,
  partName: string,
  name: string,
  namespace: string,
): Promise<Result<readonly (readonly [string, Uint8Array])[]>> {
  const types = await openPart(archive, CONTENT_TYPES)
  if (!types.ok) return types
  const links = relationshipsName(partName)
  const known = archive.names.some((each) => each.toLowerCase() === links.toLowerCase())
  const relations = known ? await openPart(archive, links) : accept(newPart(EMPTY_RELATIONSHIPS))
  if (!relations.ok) return relations
  const kind = RELATIONSHIPS[namespace === WORD_NAMESPACES.strict ? 'strict' : 'transitional']
  const id = freeId(relations.value.root)
  const override = `<${sibling(types.value, 'Override')} PartName="/${name}" ContentType="${COMMENTS_TYPE}"/>`
  const relation = `<${sibling(relations.value, 'Relationship')} Id="${id}" Type="${kind}/comments" Target="/${name}"/>`
  return accept([
    [CONTENT_TYPES, written(types.value, override)],
    [links, written(relations.value, relation)],
  ])
}

function written({ text, root, bytesOf }: OpenPart, words: string): Uint8Array {
  return bytesOf(appended(text, root, words))
}

/** A name with the prefix that the root of a part has. */
function sibling({ text, root }: OpenPart, name: string): string {
  return (/^<([^\s>/:]+:)/.exec(text.slice(root.start, root.openEnd))?.[1] ?? '') + name
}

function freeId(relations: XmlElement): string {
  const taken = new Set(relations.children.map((each) => each.attributes['Id']))
  let number = relations.children.length + 1
  while (taken.has(`rId${number}`)) number += 1
  return `rId${number}`
}

async function openPart(archive: Archive, name: string): Promise<Result<OpenPart>> {
  const bytes = await archive.read(name)
  if (!bytes.ok) return bytes
  if (!bytes.value) return refuse('reader.damaged')
  const root = parseXml(bytes.value)
  if (!root.ok) return root
  return accept({ text: decodeXml(bytes.value), root: root.value, bytesOf: encoderLike(bytes.value) })
}

function newPart(text: string): OpenPart {
  const root = parseXml(new TextEncoder().encode(text))
  invariant(root.ok, 'a part of our own is well-formed')
  return { text, root: root.value, bytesOf: (words) => new TextEncoder().encode(words) }
}

/** Writes a part back in the encoding that it came in, its byte order mark included. */
function encoderLike(bytes: Uint8Array): (text: string) => Uint8Array {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return (text) => Buffer.from(`\ufeff${text}`, 'utf16le')
  if (first === 0xfe && second === 0xff) return (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const mark = first === 0xef && second === 0xbb && third === 0xbf ? '\ufeff' : ''
  return (text) => new TextEncoder().encode(mark + text)
}

const CONTENT_TYPES = '[Content_Types].xml'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
const RELATIONSHIPS = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
} as const

/** A part as text with its root, and how to write it back. */
interface OpenPart {
  readonly text: string
  readonly root: XmlElement
  readonly bytesOf: (text: string) => Uint8Array
}
