import { attribute, elements, isElement } from './html-tree.ts'
import type { HtmlElement } from './html-tree.ts'

/** The numbers that a browser shows before the items of ordered lists (`2.`, `b.`); each list is counted once. */
export class ListLabels {
  private readonly counted = new Map<HtmlElement, ReadonlyMap<HtmlElement, string>>()

  /** The number of an item; '' in lists without numbers. */
  of(item: HtmlElement): string {
    const list = item.parentNode
    if (!list || !('tagName' in list) || list.tagName !== 'ol' || !isElement(list)) return ''
    if (isUnmarked(list) || isUnmarked(item)) return ''
    const labels = this.counted.get(list) ?? labelsOf(list)
    this.counted.set(list, labels)
    return labels.get(item) ?? ''
  }
}

function labelsOf(list: HtmlElement): ReadonlyMap<HtmlElement, string> {
  const labels = new Map<HtmlElement, string>()
  let number = integer(attribute(list, 'start')) ?? 1
  for (const item of elements(list)) {
    if (item.tagName !== 'li') continue
    number = integer(attribute(item, 'value')) ?? number
    labels.set(item, `${written(number, attribute(list, 'type'))}.`)
    number += 1
  }
  return labels
}

function isUnmarked(element: HtmlElement): boolean {
  return /list-style(-type)?\s*:\s*none/i.test(attribute(element, 'style'))
}

function integer(text: string): number | null {
  return /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null
}

function written(value: number, type: string): string {
  if (/^a$/i.test(type) && value >= 1 && value <= 26) return String.fromCodePoint((type === 'a' ? 96 : 64) + value)
  return String(value)
}
