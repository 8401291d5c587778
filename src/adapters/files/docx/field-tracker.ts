interface OpenField {
  instruction: string
  inResult: boolean
}

/** Fields whose result is no text of the document: contents and index repeat it, page numbers belong to the paper. */
const DROPPED = /^\s*(TOC|INDEX|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/i

/**
 * Follows complex fields (17.16.18), which may begin in one paragraph and end in another: the result is text, the
 * instruction is not.
 */
export class FieldTracker {
  private readonly open: OpenField[] = []

  /** A w:fldChar: begin, separate or end. */
  mark(type: string | undefined): void {
    const current = this.open.at(-1)
    if (type === 'begin') this.open.push({ instruction: '', inResult: false })
    else if (type === 'separate' && current) current.inResult = true
    else if (type === 'end') this.open.pop()
  }

  /** A piece of instruction; true when it turns the field into a dropped table of contents. */
  instruct(text: string): boolean {
    const current = this.open.at(-1)
    if (!current || current.inResult) return false
    const before = isContents(current.instruction)
    current.instruction += text
    return !before && isContents(current.instruction)
  }

  /** Whether text that stands here is shown. */
  get showsText(): boolean {
    return this.open.every((field) => field.inResult && !this.isDropped(field.instruction))
  }

  /** Whether the result of a field with this instruction is left out. */
  isDropped(instruction: string): boolean {
    return DROPPED.test(instruction)
  }
}

function isContents(instruction: string): boolean {
  return /^\s*(TOC|INDEX)\b/i.test(instruction)
}
