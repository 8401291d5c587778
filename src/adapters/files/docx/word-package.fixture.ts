import { strToU8, zipSync } from 'fflate'

export const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a test states of a Word document; everything else is the least that makes a valid package. */
export interface WordFixture {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly header?: string
  readonly namespace?: string
}

/** A paragraph: `p('文字')`, `p('文字', '<w:jc w:val="center"/>')`. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`
}

/** A run. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** Numbering properties of a paragraph. */
export function listItem(listId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listId}"/></w:numPr>`
}

/** One level of a list definition. */
export function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`
}

function document(name: string, content: string, namespace: string): Uint8Array {
  const others =
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${namespace}" ${others}>${content}</w:${name}>`,
  )
}

/** The parts of a package, before they are zipped. */
export function wordParts(fixture: WordFixture): Record<string, Uint8Array> {
  const namespace = fixture.namespace ?? TRANSITIONAL
  const related = (['styles', 'numbering', 'footnotes', 'header'] as const).filter(
    (kind) => fixture[kind] !== undefined,
  )
  const relation = (kind: string, target: string, index: number) =>
    `<Relationship Id="rId${index}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
  const list = (relations: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    )
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': list(relation('officeDocument', 'word/document.xml', 1)),
    'word/_rels/document.xml.rels': list(related.map((kind, index) => relation(kind, `${kind}.xml`, index)).join('')),
    'word/document.xml': document('document', `<w:body>${fixture.body}</w:body>`, namespace),
  }
  const roots = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', header: 'hdr' } as const
  for (const kind of related) parts[`word/${kind}.xml`] = document(roots[kind], fixture[kind] ?? '', namespace)
  return parts
}

/** A Word document as bytes. */
export function wordFile(fixture: WordFixture): Uint8Array {
  return zipSync(wordParts(fixture))
}
