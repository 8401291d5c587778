import { formattingRuns, runAt } from './formatting-runs.ts'
import type { FormattingRun } from './formatting-runs.ts'
import { modifier, modifiersIn } from './properties.ts'
import type { StoryText } from './story-text.ts'
import { traitsReader } from './paragraph-traits.ts'
import type { WordTraits } from './paragraph-traits.ts'
import type { WordStreams } from './word-streams.ts'

/** A paragraph of a story: its lines, and what formatting says of it. */
export interface WordParagraph {
  readonly text: string
  readonly traits: WordTraits
  /** It ends a cell of a table, or a row. */
  readonly endsCell: boolean
  readonly startsPage: boolean
}

/** What was left out of the text, to be told. */
export interface DropCount {
  deleted: number
  hidden: number
  pictures: number
  contents: number
}

/** Marks of the text ([MS-DOC] 2.4.2 and 2.8.26). */
const MARK = { picture: 1, cellEnd: 7, drawing: 8, lineEnd: 11, pageEnd: 12, paragraphEnd: 13 } as const
const FIELD = { begin: 0x13, separator: 0x14, end: 0x15 } as const
const HYPHEN = 0x1e
const FIRST_PRINTED = 0x20
const TAB = 9

/** Cuts stories into paragraphs: fields as their results, deleted and hidden words left out, tables of contents dropped. */
export class ParagraphReader {
  readonly dropped: DropCount = { deleted: 0, hidden: 0, pictures: 0, contents: 0 }
  private readonly story: StoryText
  private readonly paragraphRuns: readonly FormattingRun[]
  private readonly unread: ReadonlyMap<number, 'deleted' | 'hidden'>
  private readonly characterRuns: readonly FormattingRun[]
  private readonly traitsOf: (run: FormattingRun | undefined) => WordTraits

  constructor(streams: WordStreams, story: StoryText) {
    this.story = story
    this.paragraphRuns = formattingRuns(streams, 'paragraphRuns')
    this.characterRuns = formattingRuns(streams, 'characterRuns')
    this.traitsOf = traitsReader(streams)
    this.unread = unreadRuns(streams, this.characterRuns)
  }

  /** The paragraphs between two characters of the text. */
  *paragraphs(from: number, to: number): Generator<WordParagraph> {
    const { text } = this.story
    const fields = new Fields()
    let words = ''
    let startsPage = false
    for (let at = from; at < Math.min(to, text.length); at += 1) {
      const code = text.charCodeAt(at)
      const ends = code === MARK.paragraphEnd || code === MARK.cellEnd || code === MARK.pageEnd
      if (code >= FIELD.begin && code <= FIELD.end) fields.take(code, text, at)
      else if (ends) {
        const traits = this.traitsOf(runAt(this.paragraphRuns, this.story.placeOf(at)))
        if (!fields.hides) yield { text: words, traits, endsCell: code === MARK.cellEnd, startsPage }
        if (!fields.hides) startsPage = code === MARK.pageEnd || (startsPage && words.trim() === '')
        words = ''
      } else if (!fields.hides && this.isRead(at, code)) words += printed(code, text.charAt(at))
    }
    this.dropped.contents += fields.contents
    if (words.trim() !== '') yield { text: words, traits: this.traitsOf(undefined), endsCell: false, startsPage }
  }

  private isRead(at: number, code: number): boolean {
    if (code === MARK.picture || code === MARK.drawing) this.dropped.pictures += 1
    if (this.unread.size === 0) return true
    const run = runAt(this.characterRuns, this.story.placeOf(at))
    const why = run && this.unread.get(run.from)
    if (!why) return true
    if (run.from === this.story.placeOf(at)) this.dropped[why] += 1
    return false
  }
}

function printed(code: number, character: string): string {
  if (code === MARK.lineEnd) return '\n'
  if (code === HYPHEN) return '-'
  return code >= FIRST_PRINTED || code === TAB ? character : ''
}

/** Runs whose words are deleted (revisions are accepted) or hidden, by where they begin. */
function unreadRuns({ main }: WordStreams, runs: readonly FormattingRun[]): Map<number, 'deleted' | 'hidden'> {
  const found = new Map<number, 'deleted' | 'hidden'>()
  for (const run of runs) {
    for (const { code, at } of modifiersIn(main, run.at, run.end)) {
      if ((main.byte(at) & 1) === 0) continue
      if (code === modifier.deleted) found.set(run.from, 'deleted')
      else if (code === modifier.hidden && !found.has(run.from)) found.set(run.from, 'hidden')
    }
  }
  return found
}

const DEEPEST_FIELD = 50

/** Fields show their result; their instruction is left out, and with a table of contents the result as well. */
class Fields {
  contents = 0
  private readonly open: { instruction: boolean; readonly contents: boolean }[] = []

  take(code: number, text: string, at: number): void {
    if (code === FIELD.begin) {
      const contents = /^\s*TOC\b/.test(text.slice(at + 1, at + 12))
      if (contents) this.contents += 1
      if (this.open.length < DEEPEST_FIELD) this.open.push({ instruction: true, contents })
    } else if (code === FIELD.end) this.open.pop()
    else {
      const last = this.open.at(-1)
      if (last) last.instruction = false
    }
  }

  get hides(): boolean {
    return this.open.some(({ instruction, contents }) => instruction || contents)
  }
}
