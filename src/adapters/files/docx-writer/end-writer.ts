import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  TabStopType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { FileChild, TextRun } from 'docx'
import type { EndBlock, OfficialDocumentView, SealHead } from '#core/publishing'
import { FANG_SONG, MONOSPACE } from './fonts.ts'
import { officialDate } from './official-words.ts'
import { NOTE_SIZE, pt, SMALL_SIZE, TEXT_WIDTH } from './page-layout.ts'
import { tab, words } from './run-writer.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
/** 版记: first and last line 0.35 mm, those between 0.25 mm. */
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const
const SMALL = { font: FANG_SONG, size: 2 * SMALL_SIZE } as const
const SMALL_LINE = { line: pt(22), lineRule: LineRuleType.EXACT } as const

/** 落款: issuer and date, the date four characters in from the right, the issuer centred over it. */
export function signatureChildren(signature: OfficialDocumentView['signature']): Paragraph[] {
  if (!signature) return []
  const right = { alignment: AlignmentType.RIGHT, keepLines: true } as const
  const date = officialDate(signature.date)
  const overhang = ([...signature.issuer].length - date.length * 0.75) / 2
  const issuerIndent = Math.max(0, Math.round(pt(16) * (4 - overhang)))
  return [
    new Paragraph({ keepNext: true }),
    new Paragraph({ ...right, keepNext: true, indent: { right: issuerIndent }, children: words(signature.issuer, {}) }),
    new Paragraph({ ...right, indent: { right: pt(64) }, children: words(date, {}) }),
  ]
}

/** 版记 with the head of the seal chain: a table of lines without sides, fixed to the foot of the last page. */
export function endChildren(endBlock: EndBlock | undefined, sealHead: SealHead | undefined): FileChild[] {
  const rows = [...distributionRows(endBlock), ...printingRows(endBlock), ...sealRows(sealHead)]
  if (rows.length === 0) return []
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, top: pt(3), bottom: pt(3) },
    borders: { top: THICK, bottom: THICK, left: NONE, right: NONE, insideHorizontal: THIN, insideVertical: NONE },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      topFromText: pt(14),
    },
    rows: rows.map((children) => new TableRow({ cantSplit: true, children: [new TableCell({ children })] })),
  })
  return [gap(), table, anchor()]
}

/** Keeps the lines off the text in programs that do not fix tables to a place on the page. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: pt(14), lineRule: LineRuleType.EXACT } })
}

/** A fixed table belongs to the paragraph after it; this one takes no line of the page. */
function anchor(): Paragraph {
  return new Paragraph({ spacing: { line: pt(1), lineRule: LineRuleType.EXACT }, children: words('', { size: 2 }) })
}

function distributionRows(endBlock: EndBlock | undefined): Paragraph[][] {
  const lines = [
    ['报', endBlock?.report],
    ['送', endBlock?.send],
    ['发', endBlock?.issue],
  ] as const
  const written = lines.flatMap(([word, units]) =>
    units && units.length > 0 ? [hanging(`${word}：${units.join('，')}。`)] : [],
  )
  return written.length > 0 ? [written] : []
}

/** One character in on both sides; further lines stand under the first unit. */
function hanging(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing: SMALL_LINE,
    indent: { left: pt(3 * SMALL_SIZE), right: pt(SMALL_SIZE), hanging: pt(2 * SMALL_SIZE) },
    children: words(text, SMALL),
  })
}

function printingRows(endBlock: EndBlock | undefined): Paragraph[][] {
  if (!endBlock) return []
  const printed = `${officialDate(endBlock.printedOn)}印发`
  const line = spreadLine(words(endBlock.printedBy, SMALL), words(printed, SMALL))
  if (endBlock.copies === undefined) return [[line]]
  const copies = new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: SMALL_LINE,
    indent: { right: pt(SMALL_SIZE) },
    children: words(`共印${endBlock.copies}份`, SMALL),
  })
  return [[line], [copies]]
}

function spreadLine(left: TextRun[], right: TextRun[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing: SMALL_LINE,
    indent: { left: pt(SMALL_SIZE), right: pt(SMALL_SIZE) },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - pt(SMALL_SIZE) }],
    children: [...left, tab(SMALL), ...right],
  })
}

/** The chain's head in groups of eight, so that a person can compare it with the one that `verify` prints. */
function sealRows(sealHead: SealHead | undefined): Paragraph[][] {
  if (!sealHead) return []
  const look = { size: 2 * NOTE_SIZE }
  const line = { alignment: AlignmentType.LEFT, spacing: { line: pt(15), lineRule: LineRuleType.EXACT } } as const
  const indent = { left: pt(SMALL_SIZE), right: pt(SMALL_SIZE) }
  const groups = sealHead.hash.match(/.{1,8}/g) ?? []
  const said = `本期数据已封存。封存链至${sealHead.period}（${officialDate(sealHead.sealedOn)}），链首：`
  return [
    [
      new Paragraph({ ...line, indent, children: words(said, { ...look, font: FANG_SONG }) }),
      new Paragraph({
        ...line,
        indent,
        children: words(groups.join(' '), { size: 18, font: MONOSPACE }),
      }),
    ],
  ]
}
