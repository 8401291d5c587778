import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType } from 'docx'
import type { BriefingMasthead, OfficialDocumentView, RedHead } from '#core/publishing'
import { HEI, XIAO_BIAO_SONG } from './fonts.ts'
import { officialDate } from './official-words.ts'
import { BODY_SIZE, LINE_PITCH, pt, RED, TEXT_WIDTH } from './page-layout.ts'
import { tab, words } from './run-writer.ts'

/** The name in red is as large as fits on one line, and no larger than it is on official paper. */
const LARGEST_NAME = 52
const SMALLEST_NAME = 22

/** What stands above the title. */
export function headChildren(head: OfficialDocumentView['head']): Paragraph[] {
  switch (head.kind) {
    case 'briefing':
      return briefingHead(head)
    case 'redHead':
      return redHead(head)
    case 'plain':
      return []
  }
}

function briefingHead(head: BriefingMasthead): Paragraph[] {
  return [
    marking(head.marking),
    redName(head.name),
    centred(head.issue),
    overRedLine(`${head.editor}\t${officialDate(head.date)}`, true),
  ]
}

function redHead(head: RedHead): Paragraph[] {
  const name = head.issuer.endsWith('文件') ? head.issuer : `${head.issuer}文件`
  return [marking(head.marking), redName(name), overRedLine(head.documentNumber, false)]
}

function marking(text: string | undefined): Paragraph {
  return new Paragraph({ children: words(text ?? '', { font: HEI, size: 2 * BODY_SIZE }) })
}

function redName(name: string): Paragraph {
  const fitting = Math.floor(TEXT_WIDTH / 20 / Math.max([...name].length, 1))
  const size = Math.max(SMALLEST_NAME, Math.min(LARGEST_NAME, fitting))
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: pt(size * 1.35), lineRule: LineRuleType.EXACT, before: LINE_PITCH, after: pt(12) },
    children: words(name, { font: XIAO_BIAO_SONG, size: 2 * size, color: RED }),
  })
}

function centred(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: pt(10) }, children: words(text, {}) })
}

/** The last line of a head with the red line under it; in a briefing, editor left and date right, one character in. */
function overRedLine(text: string, spread: boolean): Paragraph {
  const [left = '', right] = text.split('\t')
  const line = spread
    ? {
        alignment: AlignmentType.LEFT,
        indent: { left: pt(BODY_SIZE), right: pt(BODY_SIZE) },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - pt(BODY_SIZE) }],
      }
    : { alignment: AlignmentType.CENTER }
  return new Paragraph({
    ...line,
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 4 } },
    children: right === undefined ? words(left, {}) : [...words(left, {}), tab(), ...words(right, {})],
  })
}
