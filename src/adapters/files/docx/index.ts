import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import type { Archive } from '../archive/open-archive.ts'
import { DocumentBuilder } from '../tree/document-builder.ts'
import { child, childrenNamed } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { BodyReader } from './body.ts'
import { FieldTracker } from './field-tracker.ts'
import type { DropTally, InlineContext, TextPiece } from './inline-text.ts'
import { ListCounter } from './numbering.ts'
import { readParts } from './package-parts.ts'
import { StyleSheet } from './styles.ts'

/** A Word document as it was read, with the pieces of its text at their places in the document part. */
export interface TracedDocument {
  readonly document: SourceDocument
  readonly pieces: readonly TextPiece[]
  /** Name of the document part in the container. */
  readonly partName: string
}

/**
 * Reads a Word document (ISO/IEC 29500 WordprocessingML, strict or transitional) to the document tree: numbers written out,
 * revisions accepted, fields as their results, footnotes after the body.
 */
export async function readDocx(archive: Archive): Promise<Result<SourceDocument>> {
  const traced = await readTraced(archive)
  return traced.ok ? accept(traced.value.document) : traced
}

/** Reads a Word document and keeps where each piece of its text stands, so that something can be written beside it. */
export async function readTraced(archive: Archive): Promise<Result<TracedDocument>> {
  const parts = await readParts(archive)
  if (!parts.ok) return parts
  const { document, partName, styles, numbering, footnotes, endnotes, hasMargins } = parts.value
  const body = child(document, 'w:body')
  if (!body) return refuse('reader.damaged')
  const builder = new DocumentBuilder()
  const dropped: DropTally = { inserted: 0, deleted: 0, hidden: 0, pictures: 0, contents: 0 }
  const context: InlineContext = { styles: new StyleSheet(styles), fields: new FieldTracker(), dropped }
  const reader = new BodyReader(context, new ListCounter(numbering))
  reader.write(body, builder)
  writeNotes(reader, builder, notesById(footnotes, endnotes))
  reportDropped(builder, dropped, hasMargins)
  if (builder.isEmpty) return refuse(dropped.pictures > 0 ? 'reader.picture' : 'reader.empty')
  return accept({ document: builder.build('docx'), pieces: reader.pieces, partName })
}

function notesById(footnotes: XmlElement | undefined, endnotes: XmlElement | undefined): Map<string, XmlElement> {
  return new Map([
    ...childrenNamed(footnotes, 'w:footnote').map(
      (note) => [`footnote:${note.attributes['w:id'] ?? ''}`, note] as const,
    ),
    ...childrenNamed(endnotes, 'w:endnote').map((note) => [`endnote:${note.attributes['w:id'] ?? ''}`, note] as const),
  ])
}

/** A note may refer to a further one; each is written once. */
function writeNotes(reader: BodyReader, builder: DocumentBuilder, notes: ReadonlyMap<string, XmlElement>): void {
  const written = new Set<string>()
  for (const reference of reader.noteReferences) {
    const note = notes.get(reference.key)
    if (!note || written.has(reference.key)) continue
    written.add(reference.key)
    reader.write(note, builder, 'footnote', reference.run)
  }
}

function reportDropped(builder: DocumentBuilder, dropped: DropTally, hasMargins: boolean): void {
  const { inserted, deleted, hidden, pictures, contents } = dropped
  if (inserted + deleted > 0) builder.note('reader.revisionsAccepted', { inserted, deleted })
  if (contents > 0) builder.note('reader.contentsDropped')
  if (hidden > 0) builder.note('reader.hiddenDropped', { runs: hidden })
  if (pictures > 0) builder.note('reader.picturesDropped', { pictures })
  if (hasMargins) builder.note('reader.marginsDropped')
}
