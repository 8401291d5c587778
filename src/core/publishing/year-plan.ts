import type { LocalDate } from '#core/kit'
import type { DutyRole } from '#core/plan'
import { dayName, heading, paragraph, text } from './briefing-runs.ts'
import type { DocumentBlock, OfficialDocumentView, TextRun } from './views.ts'

/** One thing that a plan asks of a unit, as the paper of its own year prints it. */
export interface YearPlanLine {
  readonly title: string
  readonly role: DutyRole
  /** The unit reports it. */
  readonly reports: boolean
  /** The target in words; empty = it has none. */
  readonly target: string
  readonly nodes: readonly { readonly label: string; readonly due: LocalDate }[]
  /** The unit's own steps below it. */
  readonly measures: readonly {
    readonly title: string
    readonly responsible: string
    readonly dueOn: LocalDate
    readonly doneOn: LocalDate | null
  }[]
}

/** 本单位年度计划 as its paper prints it. */
export interface YearPlanPaper {
  readonly unitName: string
  readonly date: LocalDate
  readonly parts: readonly {
    readonly planTitle: string
    readonly version: number
    /** The last version that the unit has signed for, by whom and on which day; null = none. */
    readonly receipt: { readonly version: number; readonly by: string; readonly on: LocalDate } | null
    readonly lines: readonly YearPlanLine[]
  }[]
}

const roles = { lead: '牵头', responsible: '责任', support: '配合', participate: '参与' } as const

/** A unit's own year in the official layout: a table for each plan, its own measures behind each item. */
export function composeYearPlan({ unitName, date, parts }: YearPlanPaper): OfficialDocumentView {
  const lines = parts.flatMap((part) => part.lines)
  const reported = lines.filter(({ reports }) => reports).length
  return {
    head: { kind: 'plain' },
    title: `${unitName}年度计划`,
    blocks: [
      paragraph(`${parts.length}个方案共${lines.length}项（含随所在单位组承担的），其中填报${reported}项。`),
      ...parts.flatMap(partBlocks),
    ],
    signature: { issuer: unitName, date },
    properties: { author: unitName, date },
  }
}

function partBlocks({ planTitle, version, receipt, lines }: YearPlanPaper['parts'][number]): readonly DocumentBlock[] {
  const signed = receipt === null ? '尚未签收' : `${receipt.by}${dayName(receipt.on)}签收第${receipt.version}版`
  return [
    heading(planTitle),
    paragraph(`第${version}版，${signed}。`),
    {
      kind: 'table',
      compact: true,
      columns: [
        { header: '序号', width: 1, align: 'center' },
        { header: '事项', width: 5, align: 'left' },
        { header: '职责', width: 1.8, align: 'center' },
        { header: '目标', width: 2.6, align: 'left' },
        { header: '时间节点', width: 3.6, align: 'left' },
        { header: '本单位措施', width: 4.6, align: 'left' },
      ],
      rows: lines.map((line, index) => [[text(String(index + 1))], ...cellsOf(line)]),
    },
  ]
}

function cellsOf({ title, role, reports, target, nodes, measures }: YearPlanLine): readonly (readonly TextRun[])[] {
  const measureWords = measures.map(({ title: words, responsible, dueOn, doneOn }) => {
    const when = doneOn === null ? `${dayName(dueOn)}前` : `${dayName(doneOn)}完成`
    return `${words}（${[responsible, when].filter(Boolean).join('，')}）`
  })
  const nodeWords = nodes.map(({ label, due }) => `${dayName(due)} ${label}`)
  const duty = reports ? `${roles[role]}、填报` : roles[role]
  return [title, duty, target, nodeWords.join('；'), measureWords.join('；')].map((words) => [text(words)])
}
