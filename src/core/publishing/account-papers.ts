import type { LocalDate } from '#core/kit'
import type { AccountLine } from '#core/plan'
import { figure, heading, paragraph, periodName, text } from './briefing-runs.ts'
import type { SealFact } from './briefing-facts.ts'
import type { DocumentBlock, OfficialDocumentView, TableBlock, TextRun, WorkbookView } from './views.ts'

/** The final account of a plan as its papers print it. */
export interface AccountPaper {
  readonly planTitle: string
  readonly year: number
  readonly office: string
  readonly date: LocalDate
  /** The last seal; null where nothing is sealed. */
  readonly seal: SealFact | null
  readonly parts: readonly {
    readonly campaignName: string
    readonly lines: readonly AccountLine[]
    readonly isClosed: boolean
  }[]
  readonly corrections: readonly {
    readonly title: string
    readonly oldValue: string | null
    readonly newValue: string
    readonly unit: string
    readonly reason: string
  }[]
}

const outcome = ({ met }: AccountLine): string => (met === null ? '无法判定' : met ? '完成' : '未完成')
const lamps = { blue: '蓝', green: '绿', yellow: '黄', red: '红', grey: '未到期' } as const

/** The account as a workbook: one sheet a campaign. */
export function accountWorkbook({ planTitle, office, date, parts }: AccountPaper): WorkbookView {
  const column = (header: string, width: number, kind: 'text' | 'decimal' = 'text') => ({ header, width, kind })
  return {
    author: office,
    date,
    sheets: parts.map(({ campaignName, lines }, index) => ({
      name: `${index + 1}${campaignName || '其他'}`,
      title: `${planTitle}年度决算${campaignName === '' ? '' : `：${campaignName}`}`,
      columns: [
        ...[
          column('事项', 36),
          column('责任单位', 18),
          column('承诺', 22),
          column('调整为', 22),
          column('调整原因', 24),
        ],
        ...[column('完成', 12, 'decimal'), column('单位', 8), column('结果', 10), column('灯', 8), column('说明', 40)],
      ],
      rows: lines.map((line) => [
        ...[line.title, line.unitName, line.promised, line.adjusted, line.adjustedBecause, line.achieved, line.unit],
        ...[outcome(line), lamps[line.light], line.reason],
      ]),
    })),
  }
}

/** The account on paper: counts, a table a campaign, reasons of what was missed, corrections. */
export function composeAccount(paper: AccountPaper): OfficialDocumentView {
  const { planTitle, year, office, date, seal, parts, corrections } = paper
  const plan = /[“《]([^”》]+)[”》]/.exec(planTitle)?.[1]
  return {
    head: { kind: 'plain' },
    title: `${plan === undefined ? planTitle : `“${plan}”`}${year}年度决算`,
    blocks: [
      paragraph(opening(paper)),
      ...parts.flatMap((part, index) => partBlocks(part, seal, `p${index + 1}`)),
      ...(corrections.length === 0 ? [] : [heading('更正'), ...corrections.map(correctionBlock)]),
    ],
    signature: { issuer: office, date },
    ...(seal === null
      ? {}
      : { sealHead: { hash: seal.hash, period: periodName(seal.periodId), sealedOn: seal.sealedOn } }),
    properties: { author: office, date },
  }
}

function opening({ year, parts, seal }: AccountPaper): string {
  const lines = parts.flatMap((part) => part.lines)
  const count = (met: boolean | null) => lines.filter((line) => line.met === met).length
  const closed = parts.filter(({ isClosed }) => isClosed).length
  const by = seal === null ? '' : `依据第${seal.seq}号封存（${periodName(seal.periodId)}），`
  return `${by}${year}年度共${lines.length}项，完成${count(true)}项，未完成${count(false)}项，无法判定${count(null)}项；${parts.length}个部分中已销账${closed}个。`
}

function partBlocks(
  { campaignName, lines }: AccountPaper['parts'][number],
  seal: SealFact | null,
  place: string,
): readonly DocumentBlock[] {
  if (lines.length === 0) return []
  const table: TableBlock = {
    kind: 'table',
    compact: true,
    columns: [
      { header: '事项', width: 5, align: 'left' },
      { header: '责任单位', width: 3, align: 'left' },
      { header: '承诺', width: 3, align: 'left' },
      { header: '调整为', width: 2.8, align: 'left' },
      { header: '完成', width: 2.2, align: 'right' },
      { header: '结果', width: 1.8, align: 'center' },
    ],
    rows: lines.map((line, index) => [
      [text(line.title)],
      [text(line.unitName)],
      [text(line.promised || '—')],
      [text(line.adjusted ?? '—')],
      achieved(line, seal, `${place}/${index + 1}`),
      [text(outcome(line))],
    ]),
  }
  const told = lines.filter(({ reason, adjustedBecause }) => reason !== '' || adjustedBecause !== '')
  return [heading(campaignName || '其他事项'), table, ...told.map(reasonBlock)]
}

function achieved(line: AccountLine, seal: SealFact | null, key: string): readonly TextRun[] {
  if (line.achieved === null) return [text('—')]
  if (seal === null) return [text(`${line.achieved}${line.unit}`)]
  const period = line.periodId === null ? '' : `；${periodName(line.periodId)}`
  const source = `第${line.sealSeq ?? seal.seq}号封存${period}；${line.title}；${line.unitName}。`
  return [figure(seal, `${key}/achieved`, line.achieved, line.unit, source)]
}

const clean = (words: string): string => words.trim().replace(/[。；，\s]+$/u, '')

function reasonBlock({ title, reason, adjusted, adjustedBecause }: AccountLine): DocumentBlock {
  const changed = adjusted === null || adjustedBecause === '' ? '' : `目标调整原因：${clean(adjustedBecause)}。`
  const missed = reason === '' ? '' : `${clean(reason)}。`
  return paragraph(`${title}：${changed}${missed}`)
}

function correctionBlock({
  title,
  oldValue,
  newValue,
  unit,
  reason,
}: AccountPaper['corrections'][number]): DocumentBlock {
  return paragraph(
    `${title}：原为${oldValue ?? '未报'}${oldValue === null ? '' : unit}，更正为${newValue}${unit}。原因：${clean(reason)}。`,
  )
}
