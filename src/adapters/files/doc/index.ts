import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import type { ListCounter } from '../docx/numbering.ts'
import type { CompoundFile } from '../ole/compound-file.ts'
import { DocumentBuilder } from '../tree/document-builder.ts'
import { listCounter } from './lists.ts'
import { ParagraphReader } from './paragraphs.ts'
import type { WordParagraph } from './paragraphs.ts'
import { storyText } from './story-text.ts'
import { tableRows } from './tables.ts'
import type { WordRow } from './tables.ts'
import { wordStreams } from './word-streams.ts'

/** No list, as a paragraph states it. */
const NO_LIST = new Set([0, 0x7ff, 0xf801])

/**
 * Reads a Word 97–2003 document ([MS-DOC]; WPS Writer writes the same into .wps) to text, tables and headings, its automatic numbers
 * counted and written out. Pictures, headers and comments are not read.
 */
export function readDoc(file: CompoundFile): Result<SourceDocument> {
  const streams = wordStreams(file)
  if (!streams.ok) return streams
  const story = storyText(streams.value)
  if (!story.ok) return story
  const { stories } = streams.value
  const reader = new ParagraphReader(streams.value, story.value)
  const writer = new DocWriter(listCounter(streams.value))
  writer.write(reader.paragraphs(0, stories.body))
  const notesFrom = stories.body
  writer.write(reader.paragraphs(notesFrom, notesFrom + stories.footnotes), 'footnote')
  const endnotesFrom = notesFrom + stories.footnotes + stories.headers + stories.comments
  writer.write(reader.paragraphs(endnotesFrom, endnotesFrom + stories.endnotes), 'footnote')
  const boxesFrom = endnotesFrom + stories.endnotes
  writer.write(reader.paragraphs(boxesFrom, boxesFrom + stories.textBoxes), 'textBox')
  return finished(writer, reader, stories.headers > 0)
}

function finished(writer: DocWriter, { dropped }: ParagraphReader, hasMargins: boolean): Result<SourceDocument> {
  const { builder, numbered } = writer
  if (builder.isEmpty) return refuse(dropped.pictures > 0 ? 'reader.picture' : 'reader.empty')
  builder.note('reader.legacyDocRead')
  if (numbered > 0) builder.note('reader.numbersCounted', { paragraphs: numbered })
  if (dropped.deleted > 0) builder.note('reader.revisionsAccepted', { inserted: 0, deleted: dropped.deleted })
  if (dropped.contents > 0) builder.note('reader.contentsDropped')
  if (dropped.hidden > 0) builder.note('reader.hiddenDropped', { runs: dropped.hidden })
  if (dropped.pictures > 0) builder.note('reader.picturesDropped', { pictures: dropped.pictures })
  if (hasMargins) builder.note('reader.marginsDropped')
  return accept(builder.build('doc'))
}

const HIGHEST_LEVELS = 9

/** Writes paragraphs in order; those of cells are gathered until their row, and rows until their table ends. */
class DocWriter {
  readonly builder = new DocumentBuilder()
  numbered = 0
  private readonly lists: ListCounter
  private rows: WordRow[] = []
  private texts: string[] = []
  private cell: string[] = []

  constructor(lists: ListCounter) {
    this.lists = lists
  }

  write(paragraphs: Iterable<WordParagraph>, role?: 'footnote' | 'textBox'): void {
    for (const paragraph of paragraphs) {
      if (paragraph.traits.inTable || paragraph.endsCell) this.takeCell(paragraph)
      else {
        this.endTable()
        this.paragraph(paragraph, role)
      }
    }
    this.endTable()
  }

  private takeCell({ text, traits, endsCell }: WordParagraph): void {
    if (endsCell && traits.rowEnd) {
      this.rows.push({ texts: this.texts, cells: traits.cells })
      this.texts = []
      return
    }
    const line = text.trim()
    if (line !== '') this.cell.push(this.label({ traits, text }) + line)
    if (!endsCell) return
    this.texts.push(this.cell.join('\n'))
    this.cell = []
  }

  private endTable(): void {
    if (this.cell.length > 0) this.texts.push(this.cell.join('\n'))
    if (this.texts.length > 0) this.rows.push({ texts: this.texts, cells: [] })
    if (this.rows.length > 0) this.builder.table(tableRows(this.rows))
    ;[this.rows, this.texts, this.cell] = [[], [], []]
  }

  private paragraph(paragraph: WordParagraph, role: 'footnote' | 'textBox' | undefined): void {
    const { traits, startsPage } = paragraph
    const isHeading = traits.outlineLevel < HIGHEST_LEVELS
    const text = isHeading ? paragraph.text.replaceAll('\n', '') : paragraph.text
    const label = this.label(paragraph)
    for (const [index, line] of text.split('\n').entries()) {
      const number = index === 0 ? label : ''
      this.builder.paragraph(number + line.trim(), {
        ...(isHeading ? { headingLevel: traits.outlineLevel + 1 } : {}),
        ...(traits.centred ? { align: 'center' as const } : {}),
        ...(role ? { role } : {}),
        ...(number === '' ? {} : { numberLength: number.length }),
        ...(startsPage && index === 0 && role === undefined ? { pageBreakBefore: true } : {}),
      })
    }
  }

  private label({ traits, text }: Pick<WordParagraph, 'traits' | 'text'>): string {
    if (NO_LIST.has(traits.list)) return ''
    const label = this.lists.label(String(traits.list), traits.listLevel, text.trim())
    if (label !== '' && text.trim() !== '') this.numbered += 1
    return text.trim() === '' ? '' : label
  }
}
