import type { LocalDate } from '#core/kit'
import type { SheetColumn, WorkbookView, WorksheetView } from '#core/publishing'
import { targetWords } from './target-words.ts'
import type { Campaign, DutyRole, IndicatorItem, ItemKind, PlanItem } from './types.ts'

/** Both ways of laying a plan out as lists: 项目、任务、政策 and 目标、任务、责任. */
export type Projection = 'works' | 'duties'

const roleNames: Readonly<Record<DutyRole, string>> = {
  lead: '牵头',
  responsible: '责任',
  support: '配合',
  participate: '参与',
}
const stageNames = {
  reserve: '储备',
  applied: '申报',
  approved: '批复',
  started: '开工',
  completed: '完工',
  settled: '结算',
} as const
const actionNames = { obtain: '争取', make: '制定', deliver: '兑现' } as const
const originNames = { statutory: '统计发布', official: '部门发布', own: '单位填报' } as const
const frequencyNames = { week: '周', dekad: '旬', month: '月', quarter: '季', halfYear: '半年', year: '年' } as const
const kindNames = { indicator: '指标', task: '任务', project: '项目', policy: '政策' } as const

/** An item with the further lists in which it stands beside that of its own kind. */
export interface ListedItem {
  readonly item: PlanItem
  readonly alsoIn?: readonly ItemKind[]
}

interface ListColumn<I> {
  readonly column: SheetColumn
  readonly cell: (item: I, index: number) => string | null
}

const words = <I>(header: string, width: number, cell: ListColumn<I>['cell']): ListColumn<I> => ({
  column: { header, width, kind: 'text' },
  cell,
})

/** The three lists of a projection as a workbook; texts are those of the plan. `date` stands in the file's properties. */
export function planLists(
  plan: { readonly title: string; readonly campaigns: readonly Campaign[] },
  listed: readonly ListedItem[],
  options: { readonly projection: Projection; readonly author: string; readonly date: LocalDate },
): WorkbookView {
  const lists = new PlanLists(plan.title, plan.campaigns, listed)
  const sheets = options.projection === 'works' ? lists.works() : lists.duties()
  return { author: options.author, date: options.date, sheets }
}

/** Builds the sheets of one plan. */
class PlanLists {
  readonly #title: string
  readonly #campaigns: ReadonlyMap<number, string>
  readonly #listed: readonly ListedItem[]

  constructor(title: string, campaigns: readonly Campaign[], listed: readonly ListedItem[]) {
    this.#title = title
    this.#campaigns = new Map(campaigns.map((campaign) => [campaign.no, campaign.name]))
    this.#listed = listed
  }

  /** The items of a list: those of its kind, and those that were placed in it too. */
  #in(list: ItemKind): PlanItem[] {
    return this.#listed
      .filter(({ item, alsoIn = [] }) => item.kind === list || alsoIn.includes(list))
      .map(({ item }) => item)
  }

  works(): WorksheetView[] {
    return [this.#projects(), this.#tasks(), this.#policies()]
  }

  duties(): WorksheetView[] {
    return [this.#goals(), this.#tasks(), this.#responsibilities()]
  }

  #sheet<I extends PlanItem>(name: string, items: readonly I[], own: readonly ListColumn<I>[]): WorksheetView {
    const columns: readonly ListColumn<I>[] = [
      { column: { header: '序号', width: 6, kind: 'number' }, cell: (_, index) => String(index + 1) },
      words('攻坚行动', 20, (item) => this.#campaigns.get(item.campaignNo ?? -1) ?? '综合'),
      ...own,
      ...dutyColumns,
      words('出处', 18, (item) => item.path),
      words('原文', 60, (item) => item.quote),
    ]
    return {
      name,
      title: `${this.#title} ${name}`,
      columns: columns.map(({ column }) => column),
      rows: items.map((item, index) => columns.map(({ cell }) => cell(item, index))),
    }
  }

  #goals(): WorksheetView {
    const goals = this.#in('indicator').filter((item) => item.kind === 'indicator')
    return this.#sheet('目标清单', goals, goalColumns)
  }

  #tasks(): WorksheetView {
    return this.#sheet('任务清单', this.#in('task'), [words('任务', 36, (item) => item.title), nodeColumn])
  }

  #projects(): WorksheetView {
    return this.#sheet('项目清单', this.#in('project'), [
      words('项目', 36, (item) => item.title),
      {
        column: { header: '总投资（万元）', width: 14, kind: 'decimal' },
        cell: (item) => (item.kind === 'project' ? item.investment : null),
      },
      words('阶段', 8, (item) => (item.kind === 'project' ? stageNames[item.stage] : null)),
      nodeColumn,
    ])
  }

  #policies(): WorksheetView {
    return this.#sheet('政策清单', this.#in('policy'), [
      words('政策', 36, (item) => item.title),
      words('类别', 8, (item) => (item.kind === 'policy' ? actionNames[item.action] : null)),
      words('文件', 24, (item) => (item.kind === 'policy' ? item.document : null)),
      words('政策主体', 18, (item) => (item.kind === 'policy' ? item.body : null)),
      words('金额', 14, (item) => (item.kind === 'policy' ? item.amount : null)),
      words('受益对象', 18, (item) => (item.kind === 'policy' ? item.beneficiaries : null)),
      words('进展', 12, (item) => (item.kind === 'policy' ? item.stage : null)),
      nodeColumn,
    ])
  }

  /** One line for each unit and item, unit by unit. */
  #responsibilities(): WorksheetView {
    const lines = this.#listed.flatMap(({ item }) => item.duties.map(({ unit, role }) => ({ unit, role, item })))
    const units = [...new Set(lines.map(({ unit }) => unit))]
    lines.sort((a, b) => units.indexOf(a.unit) - units.indexOf(b.unit))
    const column = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' })
    return {
      name: '责任清单',
      title: `${this.#title} 责任清单`,
      columns: [
        column('单位', 24),
        column('职责', 8),
        column('类别', 8),
        column('事项', 40),
        column('目标或时间节点', 36),
        column('攻坚行动', 20),
      ],
      rows: lines.map(({ unit, role, item }) => [
        ...[unit, roleNames[role], kindNames[item.kind], item.title],
        item.kind === 'indicator' ? targetWords(item.target).zh : nodesText(item),
        this.#campaigns.get(item.campaignNo ?? -1) ?? '综合',
      ]),
    }
  }
}

const namesOf = (item: PlanItem, role: DutyRole): string =>
  item.duties
    .filter((duty) => duty.role === role)
    .map((duty) => duty.unit)
    .join('、')

const nodesText = (item: PlanItem): string => item.timeNodes.map((node) => `${node.due} ${node.label}`).join('；')

const nodeColumn: ListColumn<PlanItem> = words('时间节点', 40, nodesText)

const dutyColumns: readonly ListColumn<PlanItem>[] = [
  words('牵头单位', 22, (item) => namesOf(item, 'lead')),
  words('责任单位', 32, (item) => namesOf(item, 'responsible') + (item.openList ? '等' : '')),
  words('配合单位', 24, (item) => namesOf(item, 'support')),
  words('参与单位', 18, (item) => namesOf(item, 'participate')),
  words('责任领导', 14, (item) => item.leaderInCharge),
  words('具体责任人', 14, (item) => item.responsiblePerson),
]

const goalColumns: readonly ListColumn<IndicatorItem>[] = [
  words('指标', 32, (item) => item.title),
  words('目标', 22, (item) => targetWords(item.target).zh),
  { column: { header: '目标值', width: 12, kind: 'decimal' }, cell: (item) => item.target.value },
  words('单位', 10, (item) => item.target.unit),
  { column: { header: '基数', width: 12, kind: 'decimal' }, cell: (item) => item.target.baseline },
  words('数据来源', 12, (item) => originNames[item.origin]),
  words('填报频率', 10, (item) => frequencyNames[item.frequency]),
  { column: { header: '完成日期', width: 12, kind: 'date' }, cell: (item) => item.target.due },
]
