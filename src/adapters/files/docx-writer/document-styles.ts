import { AlignmentType, LevelFormat, LevelSuffix, LineRuleType } from 'docx'
import type { ILevelsOptions, INumberingOptions, IStylesOptions } from 'docx'
import { FANG_SONG, HEI, KAI, XIAO_BIAO_SONG } from './fonts.ts'
import {
  BODY_SIZE,
  CHARACTER_SPACING,
  FIRST_LINE_INDENT,
  LINE_PITCH,
  NOTE_SIZE,
  pt,
  TITLE_SIZE,
} from './page-layout.ts'

/** The list that numbers headings. */
export const HEADING_LIST = 'headings'

const EXACT = { line: LINE_PITCH, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
const INDENT = { firstLine: FIRST_LINE_INDENT, firstLineChars: 200 } as const

/** 一级黑体、二级楷体、三四级仿宋, all 3号 and plain. */
const HEADING_FONTS = [HEI, KAI, FANG_SONG, FANG_SONG] as const

/** Styles of body, title and headings. */
export function documentStyles(): IStylesOptions {
  const heading = (level: 0 | 1 | 2 | 3) => ({
    run: { font: HEADING_FONTS[level], size: 2 * BODY_SIZE, bold: false, color: '000000' },
    paragraph: { spacing: EXACT, indent: INDENT, outlineLevel: level, keepNext: level < 2 },
  })
  return {
    default: {
      document: {
        run: {
          font: FANG_SONG,
          size: 2 * BODY_SIZE,
          characterSpacing: CHARACTER_SPACING,
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: EXACT, alignment: AlignmentType.BOTH },
      },
      title: {
        run: { font: XIAO_BIAO_SONG, size: 2 * TITLE_SIZE, bold: false },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { ...EXACT, before: LINE_PITCH, after: LINE_PITCH },
        },
      },
      heading1: heading(0),
      heading2: heading(1),
      heading3: heading(2),
      heading4: heading(3),
      footnoteText: {
        run: { font: FANG_SONG, size: 2 * NOTE_SIZE },
        paragraph: { spacing: { line: pt(15), lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
      },
    },
    paragraphStyles: [{ id: 'BodyIndented', name: '正文首行缩进', basedOn: 'Normal', paragraph: { indent: INDENT } }],
  }
}

/** 一、（一）1.（1）: real Word numbering, so that inserting a heading renumbers the rest. */
export function documentNumbering(): INumberingOptions {
  const level = (index: number, format: ILevelsOptions['format'], text: string): ILevelsOptions => ({
    level: index,
    ...(format ? { format } : {}),
    text,
    suffix: LevelSuffix.NOTHING,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: INDENT } },
  })
  const levels = [
    level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '%1、'),
    level(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）'),
    level(2, LevelFormat.DECIMAL, '%3.'),
    level(3, LevelFormat.DECIMAL, '（%4）'),
  ]
  return { config: [{ reference: HEADING_LIST, levels }] }
}
