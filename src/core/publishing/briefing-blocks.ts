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

/** So many exceptions stand in the text; the annex has them all. */
export const HEAVIEST = 10

/** The heaviest of the red and yellow items with what decides their light; how many there are, and where the rest stands. */
export function behindBlocks({ seal, whole, behind }: BriefingFacts): readonly DocumentBlock[] {
  if (behind.length === 0) return [paragraph('本旬无滞后事项。')]
  const count = (light: BehindFact['light']) => behind.filter((item) => item.light === light).length
  const following = whole.lights.red + whole.lights.yellow - behind.length
  const all: readonly (TextRun | string)[] = [
    ...['自身滞后的红灯', figure(seal, 'behind/red', count('red'), '项')],
    ...['、黄灯', figure(seal, 'behind/yellow', count('yellow'), '项')],
    behind.length > HEAVIEST ? `，较突出的${HEAVIEST}项如下，全部事项见附表1` : '，如下',
    ...(following > 0
      ? ['；另有', figure(seal, 'behind/following', following, '项'), '任务随所含指标亮灯，只列指标']
      : []),
    '。',
  ]
  return [paragraph(...all), behindTable(seal, behind.slice(0, HEAVIEST))]
}

/** The lamp of an item in one word. */
export const lampWords: Readonly<Record<BehindFact['light'], string>> = { red: '红', yellow: '黄' }

function behindTable(seal: SealFact, items: readonly BehindFact[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { header: '序号', width: 1.5, align: 'center' },
      { header: '事项', width: 4.6, align: 'left' },
      { header: '责任单位', width: 2.8, align: 'left' },
      { header: '灯', width: 1, align: 'center' },
      { header: '累计', width: 2.5, align: 'right' },
      { header: '情况', width: 5.4, align: 'left' },
    ],
    rows: items.map((item, index) => [
      [text(String(index + 1))],
      [text(item.title)],
      [text(item.unitName)],
      [text(lampWords[item.light])],
      actualCell(seal, item),
      reasonRuns(seal, item),
    ]),
    note: '注：先红后黄，同灯按确保类目标、欠序时过半、未报、受阻、自报与实际不符等计重。',
  }
}

function actualCell(seal: SealFact, { itemId, title, unitName, actual, unit, source }: BehindFact): readonly TextRun[] {
  if (actual === null) return [text('—')]
  return [figure(seal, `${itemId}/actual`, actual, unit, sourceWords(source, title, unitName))]
}

/** Who was silent and who was late, by name, and whose answer waits for acceptance. */
export function absenceBlocks({ silent, late, pending }: BriefingFacts): readonly DocumentBlock[] {
  const line = (words: string, absences: readonly AbsenceFact[]) =>
    absences.length === 0 ? [] : [paragraph(`${words}：${named(absences)}。`)]
  return [
    ...(silent.length === 0 ? [paragraph('应报单位均已报送。')] : line('到期未报送的', silent)),
    ...line('逾期报送的', late),
    ...line('已按时报送、尚待认可的', pending),
  ]
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
