import ExcelJS from 'exceljs'
import { reportingContract } from '#adapters/http/contract/reporting'
import type { Caller } from './api.ts'
import { type LineAnswer, submit } from './answers.ts'

const CLAIMS = { onPace: '按序时', behind: '滞后', blocked: '受阻', done: '完成' } as const

/** What a sheet has no cells for: a rate's parts, rows that another body decides on, a file beside the answer. */
const needsPage = ({ line, evidence }: LineAnswer): boolean => evidence || line.item.figureBy !== 'stated'

/** Reports a unit's lines by its sheet: fetched, filled in, looked at, filed. What has no cell in it is sent beside it. */
export async function reportBySheet(caller: Caller, answers: readonly LineAnswer[]): Promise<number> {
  const bySheet = answers.filter((one) => !needsPage(one))
  const [first] = bySheet
  if (first) {
    const { cadenceId, periodId, unitId } = first.line
    const params = { cadenceId, periodId, unitId }
    const filled = await fillIn(await caller.fetchFile(reportingContract.exportSheet, { params }), bySheet)
    const file = new File([new Uint8Array(filled)], '填报表.xlsx')
    const { rows } = await caller.ask(reportingContract.previewSheet, { body: {}, file })
    const reports = rows.flatMap(({ verdict, shown, mine, title, problem }) => {
      if (verdict === 'empty') return []
      if (verdict !== 'files' || !shown || !mine) throw new Error(`${title}: ${verdict} ${problem?.title ?? ''}`)
      return [{ ...shown, said: mine }]
    })
    if (reports.length !== bySheet.length) throw new Error(`${reports.length} of ${bySheet.length} rows came back`)
    const { outcomes } = await caller.ask(reportingContract.submit, { body: { reports } })
    const refused = outcomes.find(({ done }) => done === null)
    if (refused) throw new Error(refused.problem?.title ?? '')
  }
  await submit(caller, answers.filter(needsPage))
  return bySheet.length
}

async function fillIn(bytes: Uint8Array, answers: readonly LineAnswer[]): Promise<ArrayBuffer> {
  const { book, sheet, columns } = await openSheet(bytes)
  sheet.eachRow((row) => {
    const key = row.getCell(columns.get('行键') ?? 1).text
    const answer = answers.find(({ line }) => key.includes(`/${line.itemId}/`))
    if (!answer) return
    const { figure, noChange, claim, paragraph, blockage, nodesDone } = answer.said
    const cells: Readonly<Record<string, string | number | null>> = {
      ...{ 数值: figure === null ? null : Number(figure), 无变化: noChange ? '是' : null },
      ...{ 进展: claim && CLAIMS[claim], 说明: paragraph === '' ? null : paragraph },
      ...{ 受阻事项: blockage?.what ?? null, 需要谁支持: blockage?.needs ?? null },
      已完成的时间节点: nodesDone.length === 0 ? null : nodesDone.join('；'),
    }
    for (const [name, value] of Object.entries(cells))
      if (value !== null) row.getCell(columnOf(columns, name)).value = value
  })
  return book.xlsx.writeBuffer()
}

/** The figures that a unit's sheet says were last told, by item. */
export async function lastOnSheet(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { sheet, columns } = await openSheet(bytes)
  const found = new Map<string, string>()
  sheet.eachRow((row) => {
    const itemId = /\/([0-9a-f-]{36})\/\d+$/.exec(row.getCell(columnOf(columns, '行键')).text)?.[1]
    const last = row.getCell(columnOf(columns, '上次')).text
    if (itemId !== undefined && last !== '') found.set(itemId, last)
  })
  return found
}

async function openSheet(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const [sheet] = book.worksheets
  const columns = new Map<string, number>()
  sheet?.eachRow((row) =>
    row.eachCell((cell, column) => {
      if (!columns.has(cell.text)) columns.set(cell.text, column)
    }),
  )
  if (!sheet || !columns.has('行键')) throw new Error('this is no sheet to fill in')
  return { book, sheet, columns }
}

function columnOf(columns: ReadonlyMap<string, number>, name: string): number {
  const column = columns.get(name)
  if (column === undefined) throw new Error(`the sheet has no column ${name}`)
  return column
}
