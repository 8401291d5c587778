/** Turns parsed sections into a Word document, the same bytes for the same source. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { bodyLine, faces, hairline, numbering, red, sectionOf, sizes, styles, twoCharacters } from './layout.mjs'

const text = (value, font = faces.body, extra = {}) => new TextRun({ text: value, font, size: sizes.body, ...extra })
const line = (children, extra = {}) => new Paragraph({ spacing: bodyLine, children, ...extra })
const blank = () => line([])

const headingFaces = { 1: faces.black, 2: faces.kai, 3: faces.body }

const writers = {
  masthead: ({ text: words }) => [
    line([text(words, faces.title, { size: sizes.redHead, color: red, characterSpacing: 20 })], {
      alignment: AlignmentType.CENTER,
      spacing: { before: 900, after: 500, line: 800, lineRule: 'exact' },
    }),
  ],
  number: ({ text: words }) => [
    line([text(words)], {
      alignment: AlignmentType.CENTER,
      spacing: { ...bodyLine, after: 500 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 6 } },
    }),
  ],
  title: ({ text: words }, { section }) => [
    line([text(words, faces.title, { size: sizes.title })], {
      alignment: AlignmentType.CENTER,
      pageBreakBefore: section.kind === 'master',
      spacing: { line: 680, lineRule: 'exact', after: 560 },
    }),
  ],
  to: ({ text: words }) => [line([text(words)], { alignment: AlignmentType.BOTH })],
  sign: ({ text: words }) => [
    blank(),
    blank(),
    line([text(words)], { alignment: AlignmentType.RIGHT, indent: { right: 640 } }),
  ],
  date: ({ text: words }) => [line([text(words)], { alignment: AlignmentType.RIGHT, indent: { right: 1280 } })],
  note: ({ text: words }) => [line([text(words)], { indent: twoCharacters })],
  paragraph: ({ text: words }) => [line([text(words)], { alignment: AlignmentType.BOTH, indent: twoCharacters })],
  numbered: numberedParagraph,
  attachment: ({ text: words }, { index, first }) => [
    ...(index === first ? [blank()] : []),
    line([text(index === first ? `附件：${words}` : words)], {
      indent: index === first ? twoCharacters : { left: 1600 },
    }),
  ],
  caption: ({ text: words }) => [
    line([text(words, faces.black, { size: 28 })], {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      pageBreakBefore: true,
    }),
  ],
  table: ({ rows }) => [tableOf(rows), blank()],
  copy: ({ text: words }) => [
    ...Array.from({ length: 2 }, blank),
    line([text(words, faces.body, { size: 28 })], {
      indent: { left: 1120, hanging: 840, right: 280 },
      border: { top: { ...hairline, size: 8, space: 4 } },
      keepNext: true,
    }),
  ],
  printed: ({ text: words }) => {
    const [by, on] = words.split('|')
    const small = (value) => text(value, faces.body, { size: 28 })
    return [
      line([small(by), new TextRun({ children: [new Tab()] }), small(on)], {
        tabStops: [{ type: TabStopType.RIGHT, position: 8560 }],
        indent: { left: 280, right: 280 },
        border: { top: { ...hairline, size: 6, space: 4 }, bottom: { ...hairline, size: 8, space: 4 } },
      }),
    ]
  },
}

/** A heading alone, or a run-in heading with its passage; the number is typed or left to Word. */
function numberedParagraph({ level, printed, text: words }, { section }) {
  const automatic = level <= section.auto
  const end = words.indexOf('。')
  const runIn = level === 2 && end >= 0
  const [head, rest] = runIn ? [words.slice(0, end + 1), words.slice(end + 1)] : [words, '']
  const heading = level < 3 && !runIn && section.kind === 'annex'
  return [
    line([text((automatic ? '' : printed) + head, headingFaces[level]), ...(rest ? [text(rest)] : [])], {
      alignment: AlignmentType.BOTH,
      keepNext: level < 3 && !runIn,
      ...(automatic
        ? { numbering: { reference: 'official', level: level - 1, instance: section.no } }
        : { indent: twoCharacters }),
      ...(heading ? { heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 } : {}),
    }),
  ]
}

const columnTwips = [760, 600, 1420, 2600, 1000, 1100, 1364]

function tableOf(rows) {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnTwips.reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths: columnTwips,
    alignment: AlignmentType.CENTER,
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map((cell, column) => cellOf(cell, column, row === 0, mergeAt(rows, row, column))),
        }),
    ),
  })
}

function mergeAt(rows, row, column) {
  if (rows[row][column] === '^') return VerticalMergeType.CONTINUE
  return rows[row + 1]?.[column] === '^' ? VerticalMergeType.RESTART : undefined
}

function cellOf(words, column, isHead, verticalMerge) {
  const centred = isHead || column < 2 || column === 4
  return new TableCell({
    width: { size: columnTwips[column], type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    verticalAlign: VerticalAlignTable.CENTER,
    verticalMerge,
    children: [
      new Paragraph({
        alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: 320, lineRule: 'exact', before: 0, after: 0 },
        children: [
          new TextRun({ text: words === '^' ? '' : words, font: isHead ? faces.black : faces.body, size: sizes.table }),
        ],
      }),
    ],
  })
}

/** A notice, the plan and each annex begin on new pages; the imprint follows what is last. */
function childrenOf(section) {
  const first = section.blocks.findIndex((block) => block.kind === 'attachment')
  const blocks = section.blocks.flatMap((block, index) => writers[block.kind](block, { section, index, first }))
  const marker = line([text(`附件${section.no}`, faces.black)], { pageBreakBefore: true })
  return section.kind === 'annex' ? [marker, blank(), ...blocks] : blocks
}

/** The docx file of the sections; `issuedAt` (ISO instant) stands in for the moments that the library would take from the clock. */
export async function documentBytes(sections, { title, author, issuedAt }) {
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    evenAndOddHeaderAndFooters: true,
    styles,
    numbering,
    sections: [sectionOf(sections.flatMap(childrenOf))],
  })
  return withoutClock(await Packer.toBuffer(document), issuedAt)
}

/** Packs the parts again with fixed dates: the library stamps its properties and the archive with the time of the run. */
function withoutClock(bytes, issuedAt) {
  const parts = unzipSync(new Uint8Array(bytes))
  const decoder = new TextDecoder()
  const core = decoder.decode(parts['docProps/core.xml']).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, issuedAt)
  parts['docProps/core.xml'] = new TextEncoder().encode(core)
  const mtime = new Date(1980, 0, 1)
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith('/'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(names.map((name) => [name, [parts[name], { mtime, level: 9 }]])))
}

/** Readers expect the list of content types first. */
const rank = (name) => (name === '[Content_Types].xml' ? 0 : 1)
