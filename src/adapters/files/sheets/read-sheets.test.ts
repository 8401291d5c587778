import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceSpan } from '#core/kit'
import { bodiesOf, draftFromReading } from '#core/plan'
import { readPlan, readerRefusals, taskTables, withRowNotes, withStatedColumns } from '#core/reading'
import type { SourceDocument } from '#core/reading'
import { MAX_SHEET_CELLS } from '../file-limits.ts'
import { readSourceFile } from '../read-source-file.ts'
import { SERIAL_2026_06_30, TASK_MERGES, TASK_ROWS, workbook } from './task-workbook.fixture.ts'

const SHEETS = { 任务: { rows: TASK_ROWS, merged: TASK_MERGES } }

async function read(bytes: Uint8Array, name = 'tasks'): Promise<SourceDocument> {
  const result = await readSourceFile(bytes, name)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readSourceFile(bytes, 'tasks')
  return result.ok ? 'read' : result.refusal.code
}

const CSV = [
  '序号,重点任务,牵头单位,配合单位,完成时限',
  '1,培育商贸主体,区商务局,"区财政局、各镇街",2026-06-30',
  "2,'=压减事故,区应急局,,2026年12月底",
  '',
  '3,,,,',
].join('\r\n')

describe.each([
  ['xlsx', workbook(SHEETS)],
  ['xls', workbook(SHEETS, 'biff8')],
])('a table of tasks in %s', (format, bytes) => {
  it('has its title above, its cells with their addresses, merged cells once', async () => {
    const { format: found, text, blocks } = await read(bytes)
    expect(found).toBe(format)
    const [title, table] = blocks
    expect(title && sliceSpan(text, title.span)).toBe('青澜区2026年重点任务分解表')
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.rows[1]?.map(({ span, ...shape }) => ({ text: sliceSpan(text, span), ...shape }))).toEqual([
      { text: '1', address: 'A3' },
      { text: '消费提振', address: 'B3', rowSpan: 2 },
      { text: '培育商贸主体', address: 'C3' },
      { text: '新增限额以上商贸单位20家', address: 'D3' },
      { text: '区商务局', address: 'E3' },
      { text: '区财政局、各镇街', address: 'F3' },
      { text: '2026年6月30日', address: 'G3' },
    ])
    expect(table.rows[3]?.[0]).toMatchObject({ address: 'A5' })
    expect(table.tasks).toEqual({
      headRows: 1,
      columns: ['number', 'group', 'title', 'goal', 'lead', 'support', 'due'],
    })
  })

  it('becomes a draft: a task a row, with its duties, targets and date', async () => {
    const reading = readPlan(await read(bytes))
    const { entries } = draftFromReading(reading, [], { year: 2026, newId: () => 'id' })
    const items = bodiesOf(entries, 'item')
    expect(
      items
        .filter(({ kind }) => kind === 'task')
        .map(({ title, duties, timeNodes, path }) => [
          title,
          duties.map(({ unit, role }) => `${unit} ${role}`).join(' '),
          timeNodes.map(({ due }) => due).join(' '),
          path,
        ]),
    ).toEqual([
      ['培育商贸主体', '区商务局 lead 区财政局 support 各镇街 support', '2026-06-30', '正文/消费提振'],
      ['办好节会活动', '区文旅局 lead 区商务局 lead', '2026-12-31', '正文/消费提振'],
      ['压减事故', '区应急局 lead 区住建局 lead 区交通局 support', '', '正文/安全守底'],
    ])
    const shops = items.find(({ title }) => title.includes('限额以上商贸单位'))
    expect(shops).toMatchObject({
      kind: 'indicator',
      target: { value: '20', due: '2026-06-30' },
      duties: [{ unit: '区商务局', role: 'lead' }, {}, {}],
    })
    for (const { sentence, quote } of items) {
      expect(sentence && reading.text.slice(sentence.start, sentence.end).replace(/\s/g, '')).toContain(quote)
    }
  })

  it('names the rows that could not be used, with their numbers on the sheet', async () => {
    const [table] = taskTables(await read(bytes), 2026)
    expect(table?.faults).toEqual([
      { number: 5, fault: 'reader.rowDueUnread', words: '持续推进' },
      { number: 6, fault: 'reader.rowWithoutTask', words: '4 区审计局' },
      { number: 7, fault: 'reader.rowWithoutTask', words: '注：本表由区政府办公室负责解释。' },
    ])
    expect(table).toMatchObject({ sheet: '任务', headRow: 2, tasks: 3 })
    expect(table?.columns[6]).toEqual({
      letters: 'G',
      head: '完成时限',
      use: 'due',
      samples: ['2026年6月30日', '12月底前', '持续推进'],
    })
  })

  it('is read as stated', async () => {
    const document = withStatedColumns(await read(bytes), [{ uses: { D: 'title', F: 'lead', G: 'due' } }])
    expect(
      readPlan(document).tasks.map(({ title, duties }) => [title, duties.map(({ unit, role }) => `${unit} ${role}`)]),
    ).toEqual([
      ['新增限额以上商贸单位20家', ['区财政局 lead', '各镇街 lead']],
      ['举办促消费活动30场，带动消费5亿元', []],
      ['生产安全事故起数下降10%', ['区住建局 lead', '区交通局 lead']],
    ])
  })
})

describe('cells', () => {
  it.each([
    ['a date without its day', { t: 'n', v: SERIAL_2026_06_30, z: 'yyyy"年"m"月"' } as const, '2026年6月'],
    ['a date with its day', { t: 'n', v: SERIAL_2026_06_30, z: 'yyyy"年"m"月"d"日";@' } as const, '2026年6月30日'],
    ['a share', { t: 'n', v: 0.065, z: '0.0%' } as const, '6.5%'],
    ['a formula gives the value that was saved', { t: 'n', v: 20, f: 'SUM(A1:A9)' } as const, '20'],
    ['a defused text', "'=1+1", '=1+1'],
    ['a figure that floats', 0.1 + 0.2, '0.3'],
  ])('%s', async (_, cell, words) => {
    const rows = [
      ['任务', '牵头单位'],
      ['培育主体', '区商务局'],
      [cell, '区财政局'],
    ]
    const { text } = await read(workbook({ 表: { rows } }))
    expect(text.split('\n').at(-2)?.split('\t')[0]).toBe(words)
  })

  it('hidden sheets are left out by name; a sheet without known heads is kept as text', async () => {
    const document = await read(
      workbook({
        任务: { rows: TASK_ROWS },
        底稿: { rows: [['甲', '乙']], hidden: true },
        其他: {
          rows: [
            ['甲', '乙'],
            ['丙', '丁'],
          ],
        },
      }),
    )
    expect(document.text).toContain('丙\t丁')
    expect(document.text).not.toContain('底稿')
    expect(withRowNotes(document, 2026).notes.filter(({ code }) => code.startsWith('reader.sheet'))).toEqual([
      { code: 'reader.sheetsDropped', detail: { sheets: '底稿' } },
      { code: 'reader.sheetWithoutTasks', detail: { sheet: '其他' } },
    ])
  })
})

describe('separated text', () => {
  it.each([
    ['UTF-8 under any name', 'tasks.txt', strToU8(CSV)],
    ['with tabs', 'tasks', strToU8(CSV.replaceAll(',', '\t'))],
    ['with the mark that spreadsheet programs write', 'tasks.csv', strToU8(`\ufeff${CSV}`)],
  ])('%s', async (_, name, bytes) => {
    const document = await read(bytes, name)
    expect(document.format).toBe('csv')
    expect(readPlan(document).tasks.map(({ title, row }) => [title, row?.due?.due])).toEqual([
      ['培育商贸主体', '2026-06-30'],
      ['=压减事故', '2026-12-31'],
    ])
    expect(taskTables(document, 2026)[0]?.faults).toEqual([{ number: 5, fault: 'reader.rowWithoutTask', words: '3' }])
  })

  it('running text with commas stays text', async () => {
    expect(
      (await read(strToU8('区商务局牵头,区财政局配合,完成时限6月。\n其他单位,各负其责,抓好落实。\n'))).format,
    ).toBe('txt')
  })
})

describe('what is hostile', () => {
  const plain = (sheet: string): Uint8Array =>
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>${sheet}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
      ),
    })
  const cell = (address: string) =>
    `<row r="${address.replace(/\D/g, '')}"><c r="${address}" t="inlineStr"><is><t>甲</t></is></c></row>`
  const xls = workbook(SHEETS, 'biff8')

  it.each([
    ['a declared size and a merge over the whole sheet', plain(cell('A1')), 'read'],
    ['more columns than the limit', plain(cell('GZ1')), 'reader.workbookTooLarge'],
    ['more rows than the limit', plain(cell('A60000')), 'reader.workbookTooLarge'],
    ['no cell at all', plain(''), 'reader.empty'],
    [
      'a workbook of macros',
      zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') }),
      'reader.workbookMacro',
    ],
    ['half an old workbook', xls.subarray(0, 1_500), 'reader.damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('few cells that lay out a large area', async () => {
    const rows = Array.from(
      { length: MAX_SHEET_CELLS / 150 + 10 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`,
    )
    const wide = `<row r="1"><c r="A1"><v>1</v></c><c r="EZ1"><v>1</v></c></row>`
    expect(await codeOf(plain(wide + rows.slice(1).join('')))).toBe('reader.tooManyCells')
  })

  it('changed old workbooks end in a document or a refusal in words', async () => {
    expect(await codeOf(xls)).toBe('read')
    const edits = fc.array(fc.tuple(fc.nat(xls.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const bytes = xls.slice()
        for (const [at, value] of changes) bytes[at] = value
        const code = await codeOf(bytes)
        expect(code === 'read' || code in readerRefusals).toBe(true)
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})
