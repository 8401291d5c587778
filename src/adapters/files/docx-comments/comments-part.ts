import { childrenNamed } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { type Qualifier, qualifier } from './qualified-names.ts'

/** A comment as it is written: paragraphs of words, under a number of its own. */
export interface NumberedComment {
  readonly id: number
  readonly paragraphs: readonly string[]
}

/** Who comments. */
export interface CommentAuthor {
  readonly name: string
  readonly initials: string
}

/** The first number that no comment of the part has. */
export function firstFreeId(root: XmlElement | null): number {
  const ids = childrenNamed(root ?? undefined, 'w:comment').map((each) => Number(each.attributes['w:id']))
  return Math.max(-1, ...ids.filter((id) => Number.isSafeInteger(id))) + 1
}

/** A new part of comments (17.13.4.6). */
export function newCommentsPart(
  comments: readonly NumberedComment[],
  author: CommentAuthor,
  namespace: string,
): string {
  const qualified = { tag: (name: string) => `w:${name}`, attribute: (name: string) => `w:${name}`, declared: '' }
  const written = comments.map((comment) => commentXml(comment, author, qualified)).join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${written}</w:comments>`
}

/** The part again with comments behind those it has. */
export function withComments(
  part: string,
  root: XmlElement,
  comments: readonly NumberedComment[],
  author: CommentAuthor,
): string {
  const qualified = qualifier(part, root)
  return appended(part, root, comments.map((comment) => commentXml(comment, author, qualified)).join(''))
}

/** A part with words at the end of its root element, which may have been empty. */
export function appended(part: string, root: XmlElement, words: string): string {
  const openTag = part.slice(root.start, root.openEnd)
  if (!openTag.endsWith('/>')) {
    const close = part.lastIndexOf('</', root.end)
    return part.slice(0, close) + words + part.slice(close)
  }
  const name = /^<([^\s>/]+)/.exec(openTag)?.[1] ?? ''
  return `${part.slice(0, root.openEnd - 2)}>${words}</${name}>${part.slice(root.end)}`
}

function commentXml(
  { id, paragraphs }: NumberedComment,
  { name, initials }: CommentAuthor,
  { tag, attribute, declared }: Qualifier,
): string {
  const written = paragraphs.map((words) => {
    const text = `<${tag('t')} xml:space="preserve">${escaped(words)}</${tag('t')}>`
    return `<${tag('p')}><${tag('r')}>${text}</${tag('r')}></${tag('p')}>`
  })
  const attributes = [
    `${attribute('id')}="${id}"`,
    `${attribute('author')}="${escaped(name)}"`,
    `${attribute('initials')}="${escaped(initials)}"`,
  ]
  return `<${tag('comment')}${declared} ${attributes.join(' ')}>${written.join('')}</${tag('comment')}>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML: signs escaped; characters that XML cannot hold (half pairs, controls) are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')
}
