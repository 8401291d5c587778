import type { DefaultTreeAdapterTypes } from 'parse5'
import { MAX_ELEMENT_DEPTH } from '../file-limits.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** Whether a node is text. */
export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

/** An attribute's value, '' where it is absent. */
export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? ''
}

/** The child elements. */
export function elements(parent: HtmlParent): HtmlElement[] {
  return parent.childNodes.filter(isElement)
}

/** Whether the page nests deeper than the reader, which is recursive, will follow. */
export function isTooDeep(root: HtmlParent): boolean {
  let level: HtmlParent[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_ELEMENT_DEPTH) return true
    level = level.flatMap(elements)
  }
  return false
}

const NEVER_SHOWN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'math',
  'iframe',
  'object',
  'button',
  'select',
  'input',
  'textarea',
  'audio',
  'video',
  'canvas',
])

/** Whether a browser shows nothing of an element. */
export function isHidden(element: HtmlElement): boolean {
  if (NEVER_SHOWN.has(element.tagName)) return true
  const style = attribute(element, 'style')
  return (
    element.attrs.some((each) => each.name === 'hidden') ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  )
}

const NAVIGATION_ROLE = /^(navigation|banner|contentinfo|search|menu|menubar|toolbar)$/
const NAVIGATION_NAME =
  /(^|[-_\s])(nav|navbar|navigation|menu|breadcrumbs?|crumbs?|sidebar|footer|foot|share|bdsharebuttonbox|copyright|toolbar|pagination|pager|comments?|related|advert)([-_\s]|$)/i
/** A list or box is navigation if nearly all of its text is links, and there are several. */
const FEWEST_LINKS = 3
const LINK_SHARE = 0.75
const LINK_BOXES = new Set(['ul', 'ol', 'div', 'table', 'section'])

/** Whether an element leads around the site instead of belonging to the document. Lists of annexes (附件) belong. */
export function isNavigation(element: HtmlElement): boolean {
  if (/^(nav|aside|footer)$/.test(element.tagName)) return true
  if (NAVIGATION_ROLE.test(attribute(element, 'role'))) return true
  if (element.tagName === 'body' || element.tagName === 'html') return false
  if (NAVIGATION_NAME.test(attribute(element, 'class')) || NAVIGATION_NAME.test(attribute(element, 'id'))) return true
  return LINK_BOXES.has(element.tagName) && isMostlyLinks(element)
}

function isMostlyLinks(element: HtmlElement): boolean {
  const links = { count: 0, length: 0 }
  let text = ''
  const visit = (node: HtmlNode, inLink: boolean): void => {
    if (isText(node)) {
      const visible = node.value.replace(/\s/g, '')
      text += visible
      if (inLink) links.length += visible.length
    } else if (isElement(node) && !isHidden(node)) {
      if (node.tagName === 'a') links.count += 1
      for (const each of node.childNodes) visit(each, inLink || node.tagName === 'a')
    }
  }
  visit(element, false)
  return links.count >= FEWEST_LINKS && links.length > text.length * LINK_SHARE && !text.includes('附件')
}
