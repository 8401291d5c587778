import { SaxesParser } from 'saxes'
import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { MAX_ELEMENT_DEPTH, MAX_XML_ELEMENTS } from '../file-limits.ts'

/** An element with canonical names: `w:p` whatever prefix or edition (strict, transitional) the file uses. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** The element's own text, joined. */
  text: string
  /** Where its open tag begins and ends and where its close tag ends, in the decoded part: for who writes into it. */
  readonly start: number
  readonly openEnd: number
  end: number
}

// ISO/IEC 29500: the transitional and the strict namespace of each vocabulary, under one name.
const PREFIX_OF = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
])

/** Parses a part of a document. A DOCTYPE is refused: documents have none, and entities are a known attack. */
export function parseXml(bytes: Uint8Array): Result<XmlElement> {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '', start: 0, openEnd: 0, end: 0 }
  try {
    buildTree(decodeXml(bytes), root)
  } catch (error) {
    if (error instanceof XmlRefusal) return refuse(error.code)
    return refuse('reader.damaged')
  }
  const top = root.children[0]
  return top ? accept(top) : refuse('reader.damaged')
}

class XmlRefusal extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

function buildTree(source: string, root: XmlElement): void {
  const parser = new SaxesParser({ xmlns: true })
  const open: XmlElement[] = [root]
  let count = 0
  parser.on('doctype', () => {
    throw new XmlRefusal('reader.damaged')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (count > MAX_XML_ELEMENTS || open.length > MAX_ELEMENT_DEPTH) throw new XmlRefusal('reader.zipBomb')
    // No attribute holds a bare "<", so the last one before the end of the tag opens it.
    const openEnd = parser.position
    const start = source.lastIndexOf('<', openEnd - 1)
    const name = canonical(tag.uri, tag.local)
    const element = { name, attributes: attributesOf(tag), children: [], text: '', start, openEnd, end: openEnd }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (text: string): void => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed) closed.end = parser.position
  })
  parser.write(source).close()
}

type AttributeBag = Readonly<Record<string, { uri: string; local: string; value: string }>>

function attributesOf(tag: { attributes: AttributeBag }): Record<string, string> {
  const named: Record<string, string> = {}
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key]
    if (attribute) named[canonical(attribute.uri, attribute.local)] = attribute.value
  }
  return named
}

function canonical(uri: string, local: string): string {
  if (uri === '') return local
  return `${PREFIX_OF.get(uri) ?? '?'}:${local}`
}

/** A part as text, its byte order mark left out. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** The first child of this name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name)
}

/** All children of this name. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? []
}

/** The `w:val` of a child: `valueOf(pPr, 'w:jc')`. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val']
}

/** An on/off property of WordprocessingML: present without value means on; undefined where it is not stated. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name)
  if (!found) return undefined
  const value = found.attributes['w:val']
  return value === undefined || !/^(0|false|off|none)$/.test(value)
}
