import { dec, decimalText } from '#core/kit'
import { dayName, heading, paragraph, text } from './briefing-runs.ts'
import type { AgendaFact, AgendaFacts, FollowUpFact } from './minutes-facts.ts'
import type { DocumentBlock, TableBlock } from './views.ts'

const fates = { done: '已办结', open: '办理中', overdue: '逾期', withdrawn: '已撤回' } as const

/** What became of earlier decisions, counted and line by line. */
export function followUpBlocks(followUps: readonly FollowUpFact[]): readonly DocumentBlock[] {
  const count = (fate: FollowUpFact['fate']) => followUps.filter((one) => one.fate === fate).length
  return [
    paragraph(
      `此前议定${followUps.length}项：已办结${count('done')}项，办理中${count('open')}项，逾期${count('overdue')}项。`,
    ),
    {
      kind: 'table',
      columns: [
        { header: '会议', width: 1.6, align: 'center' },
        { header: '议定事项', width: 7, align: 'left' },
        { header: '责任单位', width: 3, align: 'left' },
        { header: '期限', width: 2.6, align: 'center' },
        { header: '状态', width: 2, align: 'center' },
      ],
      rows: followUps.map(({ meetingNumber, words, unitName, dueOn, orderNumber, fate }) => [
        [text(`第${meetingNumber}次`)],
        [text(orderNumber === null ? words : `${words}（督办单第${orderNumber}号）`)],
        [text(unitName || '—')],
        [text(dueOn === null ? '—' : dayName(dueOn))],
        [text(fates[fate])],
      ]),
    },
  ]
}

/** A computed decimal as minutes print it: at most two places. */
export const short = (value: string): string => decimalText(dec(value).toDecimalPlaces(2))

/** Tables of the minutes name so many lines; the rest is counted. */
const MOST_LINES = 12

const more = (all: readonly unknown[]): string =>
  all.length > MOST_LINES ? `注：共${all.length}项，此处列出前${MOST_LINES}项。` : ''

const claims = { onPace: '按序时', behind: '滞后', done: '完成', blocked: '受阻' } as const
const lamps = { red: '红', yellow: '黄', green: '绿', blue: '蓝', grey: '未到期' } as const

const withNote = (table: Omit<TableBlock, 'note'>, note: string): TableBlock =>
  note === '' ? table : { ...table, note }

/** Items whose unit says more than the figures show. */
export function gapBlocks({ lines }: AgendaFacts): readonly DocumentBlock[] {
  const gaps = lines.filter(({ gap }) => gap === 'over')
  if (gaps.length === 0) return []
  const table = {
    kind: 'table',
    columns: [
      { header: '事项', width: 7, align: 'left' },
      { header: '责任单位', width: 3.4, align: 'left' },
      { header: '自报', width: 2, align: 'center' },
      { header: '灯', width: 1.6, align: 'center' },
    ],
    rows: gaps
      .slice(0, MOST_LINES)
      .map(({ title, unitName, claim, light }) => [
        [text(title)],
        [text(unitName)],
        [text(claim === null ? '—' : claims[claim])],
        [text(lamps[light])],
      ]),
  } as const
  return [heading('自报与亮灯不一致的事项'), withNote(table, more(gaps))]
}

/** Indicators whose trend does not reach the target. */
export function missBlocks({ misses }: AgendaFacts): readonly DocumentBlock[] {
  if (misses.length === 0) return []
  const table = {
    kind: 'table',
    columns: [
      { header: '指标', width: 5.6, align: 'left' },
      { header: '责任单位', width: 3.2, align: 'left' },
      { header: '目标', width: 2.6, align: 'right' },
      { header: '预计', width: 2.4, align: 'right' },
      { header: '区间', width: 3, align: 'right' },
    ],
    rows: misses
      .slice(0, MOST_LINES)
      .map(({ title, unitName, target, end, low, high, unit }) => [
        [text(title)],
        [text(unitName)],
        [text(target)],
        [text(`${short(end)}${unit}`)],
        [text(`${short(low)}～${short(high)}`)],
      ]),
  } as const
  const note = `注：按已认可数据的近期走势推算，只供排序参考，不作评价依据。${more(misses)}`
  return [heading('按走势预计完不成的指标'), withNote(table, note)]
}

/** The other exceptions that lay on the table. */
export function otherBlocks({ lines }: AgendaFacts, talked: ReadonlySet<string>): readonly DocumentBlock[] {
  const others = lines.filter(({ itemId }) => !talked.has(itemId))
  if (others.length === 0) return []
  const table = {
    kind: 'table',
    compact: true,
    columns: [
      { header: '灯', width: 1.2, align: 'center' },
      { header: '事项', width: 8, align: 'left' },
      { header: '责任单位', width: 4, align: 'left' },
    ],
    rows: others
      .slice(0, MOST_LINES)
      .map(({ light, title, unitName }: AgendaFact) => [[text(lamps[light])], [text(title)], [text(unitName)]]),
  } as const
  return [heading('列入议程、未作研究的其他事项'), withNote(table, more(others))]
}
