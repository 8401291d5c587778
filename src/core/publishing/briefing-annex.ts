import { HEAVIEST, lampWords } from './briefing-blocks.ts'
import type { BehindFact, BriefingFacts, SealFact } from './briefing-facts.ts'
import { figure, reasonRuns, shortSource, text } from './briefing-runs.ts'
import { isShownWhole, orderTable, problemTable } from './briefing-supervision.ts'
import type { DocumentBlock, TableBlock, TextRun } from './views.ts'

const heading = (words: string): DocumentBlock => ({ kind: 'heading', level: 1, text: words, unnumbered: true })

/** The annex on pages of its own: every red and yellow item with its source, all problems and orders; nothing where the text says it all. */
export function annexBlocks(facts: BriefingFacts): readonly DocumentBlock[] {
  const { seal, behind, problems, orders } = facts
  const tables: readonly (readonly [string, TableBlock])[] = [
    ...(behind.length > HEAVIEST ? [['红灯、黄灯事项', allBehind(seal, behind)] as const] : []),
    ...(isShownWhole(problems) ? [] : [['问题整改', problemTable(seal, problems, true)] as const]),
    ...(isShownWhole(orders) ? [] : [['督办单', orderTable(seal, orders, true)] as const]),
  ]
  if (tables.length === 0) return []
  const numbered = tables.flatMap(([words, table], index) => [heading(`附表${index + 1}　${words}`), table])
  return [{ kind: 'pageBreak' }, ...numbered]
}

function allBehind(seal: SealFact, items: readonly BehindFact[]): TableBlock {
  return {
    kind: 'table',
    compact: true,
    columns: [
      { header: '序号', width: 1.5, align: 'center' },
      { header: '事项', width: 5, align: 'left' },
      { header: '责任单位', width: 2.6, align: 'left' },
      { header: '灯', width: 0.8, align: 'center' },
      { header: '累计', width: 2.4, align: 'right' },
      { header: '情况', width: 6.8, align: 'left' },
      { header: '来源', width: 4.2, align: 'left' },
    ],
    rows: items.map((item, index) => [
      [text(String(index + 1))],
      [text(item.title)],
      [text(item.unitName)],
      [text(lampWords[item.light])],
      item.actual === null ? [text('—')] : [figure(seal, `all/${item.itemId}/actual`, item.actual, item.unit)],
      firstReason(seal, item),
      [text(item.actual === null ? '—' : shortSource(item.source))],
    ]),
    note: '注：来源为封存号和报告编号的末12位；发布数列发布文件。',
  }
}

/** The reason that decides, and how many there are besides: a task may be late on many nodes. */
function firstReason(seal: SealFact, item: BehindFact): readonly TextRun[] {
  const runs = reasonRuns(seal, { ...item, reasons: item.reasons.slice(0, 1) }, 'all/')
  return item.reasons.length > 1 ? [...runs, text(`；另有${item.reasons.length - 1}条`)] : runs
}
