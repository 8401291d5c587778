import { utils, write } from '@e965/xlsx'
import type { BookType, CellObject, Range, WorkSheet } from '@e965/xlsx'

/** A cell of a fixture: words, a figure, or a cell with its format or formula. */
export type FixtureCell = string | number | null | CellObject

/** A workbook of sheets as a spreadsheet program saves it: `xlsx`, or `biff8` for Excel 97–2003. */
export function workbook(
  sheets: Readonly<
    Record<
      string,
      {
        readonly rows: readonly (readonly FixtureCell[])[]
        readonly merged?: readonly string[]
        readonly hidden?: boolean
      }
    >
  >,
  format: BookType = 'xlsx',
): Uint8Array {
  const book = utils.book_new()
  for (const [name, { rows, merged = [] }] of Object.entries(sheets)) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!merges'] = merged.map((range): Range => utils.decode_range(range))
    utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = { Sheets: Object.values(sheets).map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return new Uint8Array(write(book, { type: 'buffer', bookType: format }) as Buffer)
}

/** Days since 30 December 1899, as a spreadsheet stores 2026-06-30. */
export const SERIAL_2026_06_30 = 46_203

/** A table of tasks with title lines, a row of heads, merged groups, a date, a formula and a remark at the end. */
export const TASK_ROWS: readonly (readonly FixtureCell[])[] = [
  ['青澜区2026年重点任务分解表', null, null, null, null, null, null],
  ['序号', '类别', '重点任务', '工作目标', '牵头单位', '配合单位', '完成时限'],
  [
    1,
    '消费提振',
    '培育商贸主体',
    '新增限额以上商贸单位20家',
    '区商务局',
    '区财政局、各镇街',
    { t: 'n', v: SERIAL_2026_06_30, z: 'yyyy/m/d' },
  ],
  [2, null, '办好节会活动', '举办促消费活动30场，带动消费5亿元', '区文旅局\n区商务局', null, '12月底前'],
  [
    { t: 'n', v: 3, f: 'A4+1' },
    '安全守底',
    '压减事故',
    '生产安全事故起数下降10%',
    '区应急局',
    '区住建局（牵头）、区交通局',
    '持续推进',
  ],
  [4, null, null, null, '区审计局', null, null],
  ['注：本表由区政府办公室负责解释。', null, null, null, null, null, null],
]
/** Its merged ranges. */
export const TASK_MERGES = ['A1:G1', 'B3:B4', 'B5:B6', 'A7:G7'] as const
