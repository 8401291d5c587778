import type { DocumentBuilder, ParagraphTraits } from '../tree/document-builder.ts'
import { opensParagraph } from '../tree/structural-mark.ts'
import { attribute, elements, isElement, isHidden, isNavigation, isText } from './html-tree.ts'
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts'
import { dataTable } from './html-table.ts'
import { ListLabels } from './list-labels.ts'

const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i img ins kbd label mark o:p q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** What holds for all text below an element. */
interface Setting {
  readonly bold: boolean
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  readonly headingLevel?: number
  readonly preformatted?: boolean
}

/** Walks a page in document order and writes its paragraphs and tables. */
export class PageReader {
  navigationBlocks = 0
  private readonly builder: DocumentBuilder
  private line = ''
  private visible = 0
  private bold = 0
  private label = ''
  private readonly labels = new ListLabels()

  constructor(builder: DocumentBuilder) {
    this.builder = builder
  }

  /** Reads everything below a node. */
  read(root: HtmlParent): void {
    this.children(root, { bold: false })
    this.flush({ bold: false })
  }

  private children(parent: HtmlParent, setting: Setting): void {
    for (const node of parent.childNodes) this.node(node, setting)
  }

  private node(node: HtmlNode, setting: Setting): void {
    if (isText(node)) this.text(node.value, setting)
    else if (isElement(node) && !isHidden(node)) this.element(node, setting)
  }

  private element(element: HtmlElement, outer: Setting): void {
    if (isNavigation(element)) {
      this.navigationBlocks += 1
      return
    }
    const setting = settingOf(element, outer)
    if (element.tagName === 'br' || element.tagName === 'hr') this.flush(outer)
    else if (INLINE.has(element.tagName)) this.inline(element, setting)
    else if (element.tagName === 'table') this.table(element, outer)
    else this.block(element, setting, outer)
  }

  private inline(element: HtmlElement, setting: Setting): void {
    if (element.tagName === 'del' || element.tagName === 's' || element.tagName === 'strike') return
    this.children(element, setting)
  }

  private block(element: HtmlElement, setting: Setting, outer: Setting): void {
    this.flush(outer)
    if (element.tagName === 'li') this.label = this.labels.of(element)
    this.children(element, setting)
    this.flush(setting)
    this.label = ''
  }

  private table(element: HtmlElement, outer: Setting): void {
    this.flush(outer)
    const rows = dataTable(element)
    if (rows) this.builder.table(rows)
    else for (const part of elements(element)) this.block(part, outer, outer)
  }

  private text(value: string, setting: Setting): void {
    if (setting.preformatted) {
      for (const [index, line] of value.split('\n').entries()) {
        if (index > 0) this.flush(setting)
        this.append(line, setting)
      }
    } else this.append(value.replace(/[\t\n\r\f ]+/g, ' '), setting)
  }

  private append(text: string, setting: Setting): void {
    this.line += text
    const visible = text.replace(/\s/g, '').length
    this.visible += visible
    if (setting.bold) this.bold += visible
  }

  private flush(setting: Setting): void {
    const text = this.line.trim()
    const allBold = this.visible > 0 && this.bold === this.visible
    this.line = ''
    this.visible = 0
    this.bold = 0
    if (text === '') return
    // Where the author typed the number, the list's own is not shown twice.
    const label = opensParagraph(text) ? '' : this.label
    this.label = ''
    const traits: ParagraphTraits = {
      ...(setting.headingLevel === undefined ? {} : { headingLevel: setting.headingLevel }),
      ...(setting.align === undefined ? {} : { align: setting.align }),
      ...(label === '' ? {} : { numberLength: label.length }),
      ...(allBold ? { bold: true } : {}),
    }
    this.builder.paragraph(label + text, traits)
  }
}

function settingOf(element: HtmlElement, outer: Setting): Setting {
  const style = attribute(element, 'style')
  const align = alignOf(element, style)
  const heading = /^h([1-6])$/.exec(element.tagName)?.[1]
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]
  const bold = weight === undefined ? outer.bold || BOLD.has(element.tagName) : /^(bold|bolder|[6-9]00)$/i.test(weight)
  return {
    ...outer,
    bold,
    ...(align === undefined ? {} : { align }),
    ...(heading === undefined ? {} : { headingLevel: Number(heading) }),
    ...(element.tagName === 'pre' ? { preformatted: true } : {}),
  }
}

function alignOf(element: HtmlElement, style: string): Setting['align'] {
  if (element.tagName === 'center') return 'center'
  const stated = /text-align\s*:\s*(left|center|right|justify)/i.exec(style)?.[1] ?? attribute(element, 'align')
  const lower = stated.toLowerCase()
  return lower === 'left' || lower === 'center' || lower === 'right' || lower === 'justify' ? lower : undefined
}
