import { HeadingLevel, PageBreak, Paragraph } from 'docx'
import type { FileChild } from 'docx'
import type { DocumentBlock } from '#core/publishing'
import { HEADING_LIST } from './document-styles.ts'
import { words } from './run-writer.ts'
import type { RunWriter } from './run-writer.ts'
import { tableChildren } from './table-writer.ts'

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

/** The body of a document. Its last paragraph keeps with a signature, which never stands on a page of its own. */
export function bodyChildren(
  blocks: readonly DocumentBlock[],
  writer: RunWriter,
  signatureFollows: boolean,
): FileChild[] {
  return blocks.flatMap((block, index): FileChild[] => {
    const keepNext = signatureFollows && index === blocks.length - 1
    switch (block.kind) {
      case 'heading':
        return [heading(block)]
      case 'paragraph':
        return [new Paragraph({ style: 'BodyIndented', keepNext, children: writer.write(block.runs) })]
      case 'table':
        return tableChildren(block, writer)
      case 'pageBreak':
        return [new Paragraph({ children: [new PageBreak()] })]
    }
  })
}

function heading(block: Extract<DocumentBlock, { kind: 'heading' }>): Paragraph {
  const numbering = block.unnumbered ? {} : { numbering: { reference: HEADING_LIST, level: block.level - 1 } }
  return new Paragraph({ heading: LEVELS[block.level], ...numbering, children: words(block.text, {}) })
}
