import { nextPeriod, periodById } from '#core/kit'
import type { AheadFact, BriefingFacts, SealFact } from './briefing-facts.ts'
import { dayName, figure, heading, paragraph, periodName, text } from './briefing-runs.ts'
import type { DocumentBlock, TableBlock } from './views.ts'

/** So many nodes stand in the text. */
const NEAREST = 8

/** What falls due in the period after the sealed one. */
export function aheadBlocks({ seal, ahead }: BriefingFacts): readonly DocumentBlock[] {
  const next = periodName(nextPeriod(periodById(seal.periodId)).id)
  if (ahead.length === 0) return [heading('下一旬到期事项'), paragraph(`${next}没有到期的时间节点。`)]
  const more = ahead.length > NEAREST ? `，最近的${NEAREST}个如下` : ''
  const count = figure(seal, 'ahead/count', ahead.length, '个')
  return [
    heading('下一旬到期事项'),
    paragraph(`${next}到期、尚未完成的时间节点`, count, `${more}。`),
    aheadTable(seal, ahead.slice(0, NEAREST)),
  ]
}

function aheadTable(seal: SealFact, nodes: readonly AheadFact[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { header: '期限', width: 2.4, align: 'center' },
      { header: '事项', width: 6, align: 'left' },
      { header: '节点', width: 5, align: 'left' },
      { header: '责任单位', width: 3, align: 'left' },
    ],
    rows: nodes.map(({ title, unitName, label, due }) => [
      [text(dayName(due, seal))],
      [text(title)],
      [text(label === '' ? '达到目标' : label)],
      [text(unitName)],
    ]),
  }
}
