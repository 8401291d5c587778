import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'
import { SONG } from './fonts.ts'
import { pt, SMALL_SIZE } from './page-layout.ts'

/** Page numbers 4号 with dashes, one character in from the outer side: odd pages right, even pages left. */
export function pageNumberFooters(): { default: Footer; even: Footer } {
  const inset = pt(SMALL_SIZE)
  return {
    default: footer({ alignment: AlignmentType.RIGHT, indent: { right: inset } }),
    even: footer({ alignment: AlignmentType.LEFT, indent: { left: inset } }),
  }
}

function footer(side: { alignment: 'left' | 'right'; indent: { left?: number; right?: number } }): Footer {
  return new Footer({
    children: [
      new Paragraph({
        ...side,
        spacing: { line: pt(16), lineRule: LineRuleType.EXACT },
        children: [new TextRun({ font: SONG, size: 2 * SMALL_SIZE, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
