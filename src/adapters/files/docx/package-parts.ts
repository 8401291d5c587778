import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { Archive } from '../archive/open-archive.ts'
import { childrenNamed, parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

/** The parts of a Word document that carry text or decide how it is numbered. */
export interface WordParts {
  readonly document: XmlElement
  /** Name of the document part: `word/document.xml` as a rule. */
  readonly partName: string
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
  readonly hasMargins: boolean
}

/** A relationship of a part: the last word of its type, and the name of the part it leads to. */
export interface Relationship {
  readonly kind: string
  readonly target: string
}

/** Finds the parts by their relationships, never by customary names: other writers than Word name them differently. */
export async function readParts(archive: Archive): Promise<Result<WordParts>> {
  const top = await relationships(archive, '')
  if (!top.ok) return top
  const main = top.value.find((each) => each.kind === 'officeDocument')
  if (!main) return refuse('reader.damaged')
  const document = await part(archive, main.target)
  if (!document.ok) return document
  if (document.value?.name !== 'w:document') return refuse('reader.unknownFormat')
  const related = await relationships(archive, main.target)
  if (!related.ok) return related
  const optional: (XmlElement | undefined)[] = []
  for (const kind of ['styles', 'numbering', 'footnotes', 'endnotes']) {
    const target = related.value.find((each) => each.kind === kind)?.target
    const read = target === undefined ? accept(undefined) : await part(archive, target)
    if (!read.ok) return read
    optional.push(read.value)
  }
  const [styles, numbering, footnotes, endnotes] = optional
  const hasMargins = related.value.some((each) => each.kind === 'header' || each.kind === 'footer')
  return accept({ document: document.value, partName: main.target, styles, numbering, footnotes, endnotes, hasMargins })
}

async function part(archive: Archive, name: string): Promise<Result<XmlElement | undefined>> {
  const bytes = await archive.read(name)
  if (!bytes.ok) return bytes
  return bytes.value === null ? accept(undefined) : parseXml(bytes.value)
}

/** Name of the part that holds the relationships of a part. */
export function relationshipsName(source: string): string {
  const slash = source.lastIndexOf('/')
  return `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`
}

/** Where a part leads to within the container. */
export async function relationships(archive: Archive, source: string): Promise<Result<Relationship[]>> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1)
  const read = await part(archive, relationshipsName(source))
  if (!read.ok) return read
  return accept(
    childrenNamed(read.value, 'rel:Relationship')
      .filter((each) => each.attributes['TargetMode'] !== 'External')
      .map((each) => ({
        kind: (each.attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: resolveTarget(folder, each.attributes['Target'] ?? ''),
      })),
  )
}

function resolveTarget(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
