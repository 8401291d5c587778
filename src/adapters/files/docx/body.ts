import { child, childrenNamed, switchOf, valueOf } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import type { DocumentBuilder, ParagraphTraits } from '../tree/document-builder.ts'
import { readInline } from './inline-text.ts'
import type { InlineContent, InlineContext, NoteReference, TextPiece } from './inline-text.ts'
import type { ListCounter } from './numbering.ts'
import type { StyleTraits } from './styles.ts'
import { tableDraft } from './tables.ts'

/** Reads the block level of a Word document: body, text boxes, cells and notes alike. */
export class BodyReader {
  private readonly context: InlineContext
  private readonly lists: ListCounter
  /** Notes in the order of their references; printed after the body. */
  readonly noteReferences: NoteReference[] = []
  /** Everything that was written but white space, in the order of the text, with its place in the file. */
  readonly pieces: TextPiece[] = []
  private pageBreakPending = false

  constructor(context: InlineContext, lists: ListCounter) {
    this.context = context
    this.lists = lists
  }

  /** Writes the blocks of a container; paragraphs get `role`. `host` is the run of the body in which the container hangs. */
  write(
    container: XmlElement,
    builder: DocumentBuilder,
    role?: 'textBox' | 'footnote',
    host?: XmlElement | null,
  ): void {
    let carried: InlineContent | null = null
    for (const block of flatBlocks(container)) {
      if (block.name === 'w:tbl') {
        builder.table(tableDraft(block, (cell) => this.textOf(cell, host)))
        continue
      }
      const content: InlineContent = join(carried, readInline(block, this.context, host))
      carried = markIsDeleted(block) ? content : null
      if (!carried) this.paragraph(block, content, builder, role)
    }
  }

  /** The text of a container as lines: a cell, with nested tables flattened. */
  textOf(container: XmlElement, host?: XmlElement | null): string {
    const lines: string[] = []
    for (const block of flatBlocks(container)) {
      if (block.name === 'w:tbl') {
        for (const row of tableDraft(block, (cell) => this.textOf(cell, host)))
          lines.push(row.map((cell) => cell.text.trim()).join('\t'))
      } else {
        const content = readInline(block, this.context, host)
        this.noteReferences.push(...content.noteReferences)
        const label = this.label(block, content.text)
        this.record(label, content)
        lines.push(label + content.text)
        for (const box of content.textBoxes) lines.push(this.textOf(box.content, box.run))
      }
    }
    return lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
  }

  private paragraph(
    block: XmlElement,
    content: InlineContent,
    builder: DocumentBuilder,
    role: 'textBox' | 'footnote' | undefined,
  ): void {
    const traits = this.traits(block, content)
    if (role === undefined) this.trackPageBreak(block, content)
    const text = traits.headingLevel === undefined ? content.text : content.text.replaceAll('\n', '')
    const label = this.label(block, text)
    this.record(label, content)
    for (const [index, line] of text.split('\n').entries()) {
      const number = index === 0 ? label : ''
      const breaks = this.pageBreakPending && role === undefined && line.trim() !== ''
      if (breaks) this.pageBreakPending = false
      builder.paragraph(number + line.trim(), {
        ...traits,
        ...(role ? { role } : {}),
        ...(number === '' ? {} : { numberLength: number.length }),
        ...(breaks ? { pageBreakBefore: true } : {}),
      })
    }
    if (role === undefined && (content.breakAfter || endsSectionOnNewPage(block))) this.pageBreakPending = true
    this.noteReferences.push(...content.noteReferences)
    for (const box of content.textBoxes) this.write(box.content, builder, 'textBox', box.run)
  }

  private record(label: string, { pieces }: InlineContent): void {
    if (label !== '') this.pieces.push({ text: label, source: null })
    for (const piece of pieces) this.pieces.push(piece)
  }

  private trackPageBreak(block: XmlElement, content: InlineContent): void {
    const properties = child(block, 'w:pPr')
    const stated = switchOf(properties, 'w:pageBreakBefore') ?? this.style(block).pageBreakBefore ?? false
    if (stated || content.breakBefore) this.pageBreakPending = true
  }

  private traits(block: XmlElement, content: InlineContent): ParagraphTraits {
    const properties = child(block, 'w:pPr')
    const style = this.style(block)
    const level = Number.parseInt(valueOf(properties, 'w:outlineLvl') ?? style.outlineLevel ?? '9', 10)
    const align = ALIGN[valueOf(properties, 'w:jc') ?? style.align ?? '']
    return {
      ...(level >= 0 && level < 9 ? { headingLevel: level + 1 } : {}),
      ...(align ? { align } : {}),
      ...(content.visible > 0 && content.bold === content.visible ? { bold: true } : {}),
    }
  }

  private style(block: XmlElement): StyleTraits {
    return this.context.styles.paragraph(valueOf(child(block, 'w:pPr'), 'w:pStyle'))
  }

  /** The automatic number of a paragraph; an empty paragraph is counted by Word all the same, but shows nothing here. */
  private label(block: XmlElement, text: string): string {
    const own = child(child(block, 'w:pPr'), 'w:numPr')
    const style = this.style(block)
    const listId = valueOf(own, 'w:numId') ?? style.numberingId
    if (listId === undefined || listId === '0') return ''
    const ownLevel = valueOf(own, 'w:ilvl')
    const level =
      ownLevel ??
      (valueOf(own, 'w:numId') === undefined ? this.lists.levelOfStyle(listId, style.numberingStyle) : undefined) ??
      style.numberingLevel ??
      '0'
    return this.lists.label(listId, Number(level), text.trim())
  }
}

const ALIGN: Readonly<Record<string, 'left' | 'center' | 'right' | 'justify'>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:smartTag', 'w:customXml', 'w:ins', 'w:moveTo', 'mc:Choice'])

/** Paragraphs and tables of a container, seen through content controls, custom XML and alternate content. */
function flatBlocks(container: XmlElement): XmlElement[] {
  return container.children.flatMap((each) => {
    if (each.name === 'w:p' || each.name === 'w:tbl') return [each]
    if (WRAPPERS.has(each.name)) return flatBlocks(each)
    if (each.name !== 'mc:AlternateContent') return []
    const shown = child(each, 'mc:Choice') ?? child(each, 'mc:Fallback')
    return shown ? flatBlocks(shown) : []
  })
}

/** A deleted paragraph mark joins the paragraph to the next one. */
function markIsDeleted(block: XmlElement): boolean {
  const mark = child(child(block, 'w:pPr'), 'w:rPr')
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
}

function join(first: InlineContent | null, second: InlineContent): InlineContent {
  if (!first) return second
  return {
    text: first.text + second.text,
    visible: first.visible + second.visible,
    bold: first.bold + second.bold,
    breakBefore: first.breakBefore,
    breakAfter: second.breakAfter,
    textBoxes: [...first.textBoxes, ...second.textBoxes],
    noteReferences: [...first.noteReferences, ...second.noteReferences],
    pieces: [...first.pieces, ...second.pieces],
  }
}

function endsSectionOnNewPage(block: XmlElement): boolean {
  const section = childrenNamed(child(block, 'w:pPr'), 'w:sectPr')[0]
  return section !== undefined && valueOf(section, 'w:type') !== 'continuous'
}
