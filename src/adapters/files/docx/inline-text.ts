import { child, switchOf, valueOf } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import type { FieldTracker } from './field-tracker.ts'
import type { StyleSheet } from './styles.ts'
import { symbolText } from './symbols.ts'

/** Where a piece of text stands in the document part: the run of the body, and the w:t whose characters it is. */
export interface PieceSource {
  readonly run: XmlElement
  /** Absent where only the run as a whole can be pointed at: a symbol, a text box, a note. */
  readonly words?: XmlElement
}

/** A piece of text as it was read; without a source where the reader wrote it itself (an automatic number). */
export interface TextPiece {
  readonly text: string
  readonly source: PieceSource | null
}

/** A note that is referred to, and the run of the body that does. */
export interface NoteReference {
  readonly key: string
  readonly run: XmlElement | null
}

/** A text box, and the run of the body in which it hangs. */
export interface TextBox {
  readonly content: XmlElement
  readonly run: XmlElement | null
}

/** What stands in one w:p: its text (with "\n" for a line break) and what hangs on it. */
export interface InlineContent {
  text: string
  /** Characters that are not white space, and those of them in bold. */
  visible: number
  bold: number
  /** A page break before the first text, and one after the last. */
  breakBefore: boolean
  breakAfter: boolean
  readonly textBoxes: TextBox[]
  /** Keys of the footnotes and endnotes referred to, `footnote:3`. */
  readonly noteReferences: NoteReference[]
  /** The pieces that make up `text`, in order. */
  readonly pieces: TextPiece[]
}

/** Counts of what was dropped in a whole document. */
export interface DropTally {
  inserted: number
  deleted: number
  hidden: number
  pictures: number
  contents: number
}

/** Everything that reading a paragraph needs of its document. */
export interface InlineContext {
  readonly styles: StyleSheet
  readonly fields: FieldTracker
  readonly dropped: DropTally
}

/** Revisions that are gone once all changes are accepted (17.13.5). */
const REMOVED = new Set(['w:del', 'w:moveFrom'])
const ADDED = new Set(['w:ins', 'w:moveTo'])
/** Properties and marks that carry no text of the document. */
const SILENT = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr', 'w:rt', 'w:rubyPr'])
const PICTURES = new Set(['a:blip', 'v:imagedata'])

/**
 * Reads the runs of a paragraph, revisions taken as accepted, fields as their result. `host` is the run of the body that
 * stands for all of them where they are not in the body themselves (a text box, a note); null where there is none.
 */
export function readInline(paragraph: XmlElement, context: InlineContext, host?: XmlElement | null): InlineContent {
  const content: InlineContent = {
    text: '',
    visible: 0,
    bold: 0,
    breakBefore: false,
    breakAfter: false,
    textBoxes: [],
    noteReferences: [],
    pieces: [],
  }
  const style = valueOf(child(paragraph, 'w:pPr'), 'w:pStyle')
  const paragraphBold = context.styles.paragraph(style).bold === true
  const walker = new InlineWalker(content, context, paragraphBold, host)
  walker.walkChildren(paragraph)
  return content
}

class InlineWalker {
  private readonly content: InlineContent
  private readonly context: InlineContext
  private readonly paragraphBold: boolean
  private readonly host: XmlElement | null | undefined
  private runBold = false
  private outerRun: XmlElement | null = null
  /** Runs stand in runs where characters have ruby; only the outer one can be pointed at. */
  private runDepth = 0

  constructor(content: InlineContent, context: InlineContext, paragraphBold: boolean, host?: XmlElement | null) {
    this.content = content
    this.context = context
    this.paragraphBold = paragraphBold
    this.host = host
  }

  walkChildren(element: XmlElement): void {
    for (const each of element.children) this.walk(each)
  }

  private walk(element: XmlElement): void {
    const { name } = element
    if (SILENT.has(name)) return
    if (REMOVED.has(name)) this.context.dropped.deleted += 1
    else if (name === 'w:r') this.run(element)
    else if (name === 'mc:AlternateContent') this.alternate(element)
    else if (name === 'w:txbxContent') this.content.textBoxes.push({ content: element, run: this.anchorRun })
    else if (PICTURES.has(name)) this.context.dropped.pictures += 1
    else if (!this.mark(element)) {
      if (ADDED.has(name)) this.context.dropped.inserted += 1
      this.walkChildren(element)
    }
  }

  /** The choice is what Word shows; the fallback repeats it for older programs. */
  private alternate(element: XmlElement): void {
    const shown = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')
    if (shown) this.walkChildren(shown)
  }

  private run(element: XmlElement): void {
    const properties = child(element, 'w:rPr')
    const style = this.context.styles.traits(valueOf(properties, 'w:rStyle'))
    if (switchOf(properties, 'w:vanish') ?? style.hidden ?? false) {
      this.context.dropped.hidden += 1
      // Fields begin and end in hidden runs as well.
      for (const each of element.children) if (each.name === 'w:fldChar') this.mark(each)
      return
    }
    this.runBold = switchOf(properties, 'w:b') ?? style.bold ?? this.paragraphBold
    this.runDepth += 1
    if (this.runDepth === 1) this.outerRun = element
    this.walkChildren(element)
    this.runDepth -= 1
    if (this.runDepth === 0) this.outerRun = null
  }

  private get anchorRun(): XmlElement | null {
    return this.host === undefined ? this.outerRun : this.host
  }

  /** Elements that stand for characters or state; false where the element is only a wrapper. */
  private mark(element: XmlElement): boolean {
    const { fields, dropped } = this.context
    switch (element.name) {
      case 'w:t':
      case 'm:t':
        this.write(element.text, element)
        return true
      case 'w:tab':
      case 'w:ptab':
        this.write('\t')
        return true
      case 'w:br':
      case 'w:cr':
        this.lineBreak(element.attributes['w:type'])
        return true
      case 'w:noBreakHyphen':
        this.write('-')
        return true
      case 'w:sym':
        this.write(symbolText(element.attributes['w:char'], element.attributes['w:font']))
        return true
      case 'w:fldChar':
        fields.mark(element.attributes['w:fldCharType'])
        return true
      case 'w:instrText':
        if (fields.instruct(element.text)) dropped.contents += 1
        return true
      case 'w:fldSimple':
        return fields.isDropped(element.attributes['w:instr'] ?? '')
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.noteReference(element)
        return true
      default:
        return false
    }
  }

  private noteReference(element: XmlElement): void {
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    const id = element.attributes['w:id']
    if (id !== undefined) this.content.noteReferences.push({ key: `${kind}:${id}`, run: this.anchorRun })
  }

  private lineBreak(type: string | undefined): void {
    if (type !== 'page') this.write('\n')
    else if (this.content.text.trim() === '') this.content.breakBefore = true
    else {
      this.content.breakAfter = true
      this.write('\n')
    }
  }

  private write(text: string, element?: XmlElement): void {
    if (!this.context.fields.showsText) return
    this.content.text += text
    this.content.pieces.push({ text, source: this.sourceOf(element) })
    const visible = text.replace(/\s/g, '').length
    this.content.visible += visible
    if (this.runBold) this.content.bold += visible
  }
  private sourceOf(words: XmlElement | undefined): PieceSource | null {
    const run = this.anchorRun
    if (!run) return null
    return words && this.host === undefined && this.runDepth === 1 ? { run, words } : { run }
  }
}
