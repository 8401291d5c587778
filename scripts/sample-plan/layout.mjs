/** Measures and looks of an official document after GB/T 9704-2012: A4, 22 lines of 28 characters, 3号仿宋 (16 pt). */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Footer,
  LevelFormat,
  LevelSuffix,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'

const face = (eastAsia) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia, hint: 'eastAsia' })

export const faces = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  black: face('黑体'),
  kai: face('楷体_GB2312'),
  song: face('宋体'),
}

/** Half points, as Word counts type sizes. */
export const sizes = { redHead: 68, title: 44, body: 32, footer: 28, table: 21 }

export const red = 'FF0000'
/** Narrows 3号 type (16 pt) so that 28 characters fill a line of 156 mm. */
const narrowed = -5
export const lineTwips = 579
export const bodyLine = { line: lineTwips, lineRule: 'exact', before: 0, after: 0 }
export const twoCharacters = { firstLineChars: 200, firstLine: 640 }

const margin = {
  top: convertMillimetersToTwip(37),
  bottom: convertMillimetersToTwip(35),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
  footer: convertMillimetersToTwip(22),
}

function pageFooter(alignment, indent) {
  const run = (children) => new TextRun({ children, font: faces.song, size: sizes.footer })
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent,
        spacing: { line: 320, lineRule: 'exact' },
        children: [run(['— ', PageNumber.CURRENT, ' —'])],
      }),
    ],
  })
}

/** A new page in portrait with page numbers outside, one character in from the edge. */
export function sectionOf(children) {
  return {
    properties: {
      page: { size: { width: 11906, height: 16838 }, margin },
    },
    footers: {
      default: pageFooter(AlignmentType.RIGHT, { right: 320 }),
      even: pageFooter(AlignmentType.LEFT, { left: 320 }),
    },
    children,
  }
}

const level = (index, format, text, font) => ({
  level: index,
  format,
  text,
  suffix: LevelSuffix.NOTHING,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: twoCharacters }, run: { font } },
})

/** Automatic numbers 一、（一）1. of the annexes; each annex is its own instance and starts again. */
export const numbering = {
  config: [
    {
      reference: 'official',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING, '%1、', faces.black),
        level(1, LevelFormat.CHINESE_COUNTING, '（%2）', faces.kai),
        level(2, LevelFormat.DECIMAL, '%3.', faces.body),
      ],
    },
  ],
}

const heading = (font) => ({
  run: { font, size: sizes.body, bold: false, color: '000000' },
  paragraph: { spacing: bodyLine, indent: twoCharacters },
})

export const styles = {
  default: {
    document: {
      run: { font: faces.body, size: sizes.body, characterSpacing: narrowed },
      paragraph: { spacing: bodyLine },
    },
    heading1: heading(faces.black),
    heading2: heading(faces.kai),
  },
}

export const hairline = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
