import type { BriefingFacts, OrderFact, ProblemFact, SealFact } from './briefing-facts.ts'
import { dayName, figure, paragraph, text } from './briefing-runs.ts'
import type { DocumentBlock, TableBlock } from './views.ts'

const problemStates: Readonly<Record<ProblemFact['state'], string>> = {
  found: '已发现，待交办',
  assigned: '已交办',
  rectifying: '整改中',
  claimed: '已报整改，待核验',
  verified: '已核验，待销号',
  closed: '已销号',
}

const orderStates: Readonly<Record<OrderFact['state'], string>> = {
  issued: '待签收',
  acknowledged: '已签收，待回复',
  replied: '已回复，待办结',
  closed: '已办结',
  withdrawn: '已撤回',
}

const columns: TableBlock['columns'] = [
  { header: '编号', width: 1.4, align: 'center' },
  { header: '事项', width: 6.4, align: 'left' },
  { header: '责任单位', width: 3, align: 'left' },
  { header: '期限', width: 2.6, align: 'center' },
  { header: '状态', width: 3.4, align: 'left' },
]

const lateWord = (overdue: boolean): string => (overdue ? '（逾期）' : '')

/** Few enough to stand in the text, every one of them. */
const FEW = 5

/** Whether a list is short enough to stand in the text whole; else the text has the overdue ones, and the annex all. */
export const isShownWhole = (list: readonly unknown[]): boolean => list.length <= FEW

/** Problems that were open when the period was sealed, or closed since the last briefing. */
export function problemBlocks({ seal, problems }: BriefingFacts): readonly DocumentBlock[] {
  if (problems.length === 0) return [paragraph('本期无在办问题。')]
  const open = problems.filter(({ state }) => state !== 'closed')
  const count = (name: string, value: number) => figure(seal, `problems/${name}`, value, '件')
  const pressing = isShownWhole(problems)
    ? problems
    : open.filter(({ overdue, refusedClaims }) => overdue || refusedClaims > 0).slice(0, FEW)
  const overdue = open.filter((one) => one.overdue).length
  return [
    paragraph(
      ...['在办问题', count('open', open.length), '，其中逾期', count('overdue', overdue)],
      ...['；新销号', count('closed', problems.length - open.length), whole(problems, '逾期和被退回的', pressing)],
    ),
    ...(pressing.length === 0 ? [] : [problemTable(seal, pressing)]),
  ]
}

function whole(list: readonly unknown[], which: string, pressing: readonly unknown[]): string {
  if (isShownWhole(list)) return '。'
  return pressing.length === 0 ? '。全部见附表。' : `。${which}如下，全部见附表。`
}

/** Orders that were open when the period was sealed, or closed since the last briefing. */
export function orderBlocks({ seal, orders }: BriefingFacts): readonly DocumentBlock[] {
  if (orders.length === 0) return [paragraph('本期无在办督办单。')]
  const open = orders.filter(({ state }) => state !== 'closed')
  const count = (name: string, value: number) => figure(seal, `orders/${name}`, value, '件')
  const pressing = isShownWhole(orders) ? orders : open.filter(({ overdue }) => overdue).slice(0, FEW)
  const overdue = open.filter((one) => one.overdue).length
  return [
    paragraph(
      ...['在办督办单', count('open', open.length), '，其中逾期', count('overdue', overdue)],
      ...['；新办结', count('closed', orders.length - open.length), whole(orders, '逾期的', pressing)],
    ),
    ...(pressing.length === 0 ? [] : [orderTable(seal, pressing)]),
  ]
}

/** Problems line by line; `compact` for the annex, which has the caption in its heading. */
export function problemTable(seal: SealFact, problems: readonly ProblemFact[], compact = false): TableBlock {
  return {
    kind: 'table',
    ...(compact ? { compact } : { caption: '问题整改' }),
    columns,
    rows: problems.map(({ number, title, unitName, dueOn, overdue, state, refusedClaims }) => [
      [text(String(number))],
      [text(title)],
      [text(unitName ?? '待定')],
      [text(dueOn === null ? '—' : dayName(dueOn, seal))],
      [text(`${problemStates[state]}${lateWord(overdue)}${refusedClaims > 0 ? `，退回${refusedClaims}次` : ''}`)],
    ]),
  }
}

/** Orders line by line; `compact` for the annex, which has the caption in its heading. */
export function orderTable(seal: SealFact, orders: readonly OrderFact[], compact = false): TableBlock {
  return {
    kind: 'table',
    ...(compact ? { compact } : { caption: '督办单' }),
    columns,
    rows: orders.map(({ number, title, unitName, replyDueOn, overdue, state }) => [
      [text(String(number))],
      [text(title)],
      [text(unitName)],
      [text(dayName(replyDueOn, seal))],
      [text(`${orderStates[state]}${lateWord(overdue)}`)],
    ]),
  }
}
