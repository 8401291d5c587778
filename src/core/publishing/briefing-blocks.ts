import { dec } from '#core/kit'
import type { AbsenceFact, BehindFact, BriefingFacts, LightFacts, SealFact } from './briefing-facts.ts'
import { figure, paragraph, periodName, reasonRuns, sourceWords, text } from './briefing-runs.ts'
import type { DocumentBlock, TableBlock, TextRun } from './views.ts'

/** Lights by campaign, and the whole in the last row. */
export function campaignTable({ seal, campaigns, whole }: BriefingFacts): TableBlock {
  const header = (words: string, width: number, align: 'left' | 'right' = 'right') => ({ header: words, width, align })
  return {
    kind: 'table',
    caption: '各攻坚行动亮灯情况',
    columns: [
      ...[header('行动', 5, 'left'), header('事项', 1.6), header('蓝', 1.3), header('绿', 1.3), header('黄', 1.3)],
      ...[header('红', 1.3), header('未到期', 2), header('完成度', 2.2)],
    ],
    rows: [
      ...campaigns.map((campaign, index) => lightRow(seal, `c${index + 1}`, campaign.name || '其他', campaign)),
      lightRow(seal, 'whole', '合计', whole),
    ],
    note: `注：灯由系统按第${seal.seq}号封存数据计算；完成度为可计量事项完成年度目标的平均份额，超额不计。`,
  }
}

function lightRow(seal: SealFact, key: string, name: string, { count, lights, progress }: LightFacts) {
  const share = progress === null ? null : dec(progress).times(100).toDecimalPlaces(1).toFixed()
  const cell = (part: string, value: string | number, unit = ''): TextRun[] => [
    figure(seal, `${key}/${part}`, value, unit),
  ]
  return [
    ...[[text(name)], cell('count', count), cell('blue', lights.blue), cell('green', lights.green)],
    ...[cell('yellow', lights.yellow), cell('red', lights.red), cell('grey', lights.grey)],
    share === null ? [text('—')] : cell('progress', share, '%'),
  ]
}

/** Red, then yellow items with what decides their light. */
export function behindBlocks(facts: BriefingFacts): readonly DocumentBlock[] {
  const lights = [
    ['red', '红灯事项'],
    ['yellow', '黄灯事项'],
  ] as const
  const tables = lights.flatMap(([light, caption]) => {
    const items = facts.behind.filter((item) => item.light === light)
    return items.length === 0 ? [] : [behindTable(facts.seal, caption, items)]
  })
  return tables.length === 0 ? [paragraph('本旬无滞后事项。')] : tables
}

function behindTable(seal: SealFact, caption: string, items: readonly BehindFact[]): TableBlock {
  return {
    kind: 'table',
    caption: `${caption}（${items.length}项）`,
    columns: [
      { header: '序号', width: 1.4, align: 'center' },
      { header: '事项', width: 4.4, align: 'left' },
      { header: '责任单位', width: 2.8, align: 'left' },
      { header: '累计', width: 2.4, align: 'right' },
      { header: '情况', width: 6, align: 'left' },
    ],
    rows: items.map((item, index) => [
      [text(String(index + 1))],
      [text(item.title)],
      [text(item.unitName)],
      actualCell(seal, item),
      reasonRuns(seal, item),
    ]),
    note: '注：任务因所含指标滞后而亮灯的，只列指标，不重复列任务。',
  }
}

function actualCell(seal: SealFact, { itemId, title, unitName, actual, unit, source }: BehindFact): readonly TextRun[] {
  if (actual === null) return [text('—')]
  return [figure(seal, `${itemId}/actual`, actual, unit, sourceWords(source, title, unitName))]
}

/** Who was silent, by name, and whose answer waits for acceptance. */
export function absenceBlocks({ silent, pending }: BriefingFacts): readonly DocumentBlock[] {
  const nobody = paragraph('应报单位均已报送。')
  const waiting = pending.length === 0 ? [] : [paragraph(`已按时报送、尚待认可的：${named(pending)}。`)]
  return [silent.length === 0 ? nobody : paragraph(`到期未报送的：${named(silent)}。`), ...waiting]
}

/** Titles that a line names; the rest is counted. */
const TITLES_NAMED = 3

function named(absences: readonly AbsenceFact[]): string {
  return absences
    .map(({ unitName, titles }) => {
      const more = titles.length > TITLES_NAMED ? `等${titles.length}项` : ''
      return `${unitName}（${titles.slice(0, TITLES_NAMED).join('、')}${more}）`
    })
    .join('；')
}

/** Corrections since the last briefing, old and new value side by side. */
export function correctionBlocks({ seal, corrections }: BriefingFacts): readonly DocumentBlock[] {
  if (corrections.length === 0) return [paragraph('自上期以来无更正。')]
  return corrections.map((one) => {
    const { correctionId, title, unitName, sealSeq, periodId, oldFigure, newFigure, unit, reason } = one
    const short = correctionId.slice(-12)
    const footnote = `第${sealSeq}号封存；${periodName(periodId)}；${title}；${unitName}；更正${short}。`
    const value = (part: string, known: string | null, note?: string): TextRun =>
      known === null ? text('未报') : figure(seal, `${short}/${part}`, known, unit, note)
    return paragraph(
      ...[`${unitName}更正${periodName(periodId)}“${title}”：原为`, value('old', oldFigure), '，更正为'],
      ...[value('new', newFigure, footnote), `。原因：${reason.replace(/[。；，\s]+$/, '')}。`],
    )
  })
}
