import type { BriefingView, OfficialDocumentView, TextRun } from '#core/publishing'

const text = (words: string): TextRun => ({ kind: 'text', text: words })
const figure = (key: string, value: string, unit: string, footnote?: string): TextRun => ({
  kind: 'figure',
  key,
  value,
  unit,
  ...(footnote === undefined ? {} : { footnote }),
})

const PROSE =
  '各专班聚焦年度目标，逐项对账、逐个销号，多数指标跑赢序时进度。受汛期和市场波动影响，个别项目推进偏慢，需要牵头单位倒排工期、加密调度，把落下的进度补回来。'

/** A briefing with every kind of block, long enough for three pages. */
export const sampleBriefing: BriefingView = {
  head: {
    kind: 'briefing',
    name: '六大攻坚行动旬报',
    issue: '第21期（总第57期）',
    editor: '青澜区“六大攻坚”总专班办公室',
    date: '2026-07-31',
    marking: '内部资料',
  },
  title: '2026年7月下旬“六大攻坚”推进情况',
  blocks: [
    {
      kind: 'paragraph',
      runs: [
        text('截至7月31日，全区社会消费品零售总额累计完成'),
        figure(
          '2026-D21/retail-sales/yearToDate',
          '48.62',
          '亿元',
          '据2026年7月下旬封存数据；报送单位：区商务局；尚未经统计部门发布。',
        ),
        text('，完成年度目标的'),
        figure('2026-D21/retail-sales/progress', '57.2', '%', '按封存数据与年度目标计算。'),
        text('；新增限额以上商贸单位'),
        figure('2026-D21/new-shops/yearToDate', '11', '家'),
        text('。'),
      ],
    },
    { kind: 'heading', level: 1, text: '总体进度' },
    { kind: 'paragraph', runs: [text(PROSE)] },
    { kind: 'heading', level: 2, text: '内需提振攻坚' },
    { kind: 'heading', level: 3, text: '重点项目' },
    { kind: 'paragraph', runs: [text(PROSE)] },
    { kind: 'heading', level: 3, text: '消费活动' },
    { kind: 'heading', level: 4, text: '夜间消费' },
    { kind: 'paragraph', runs: [text(PROSE + PROSE)] },
    { kind: 'heading', level: 2, text: '产业强链攻坚' },
    { kind: 'paragraph', runs: [text(PROSE)] },
    { kind: 'heading', level: 1, text: '主要指标' },
    {
      kind: 'table',
      caption: '主要指标完成情况',
      columns: [
        { header: '序号', width: 1, align: 'center' },
        { header: '指标', width: 5, align: 'left' },
        { header: '牵头单位', width: 3, align: 'center' },
        { header: '目标', width: 2, align: 'right' },
        { header: '累计', width: 2, align: 'right' },
        { header: '灯', width: 1, align: 'center' },
      ],
      rows: Array.from({ length: 18 }, (_, index) => [
        [text(String(index + 1))],
        [text(index % 4 === 0 ? '新建和改造提升高标准农田（含高效节水灌溉面积）' : '新增限额以上商贸单位')],
        [text('区商务局')],
        [text('26家')],
        [figure(`2026-D21/item-${index + 1}/yearToDate`, String(index), '家')],
        [text(index % 3 === 0 ? '黄' : '绿')],
      ]),
      note: '注：灯按封存数据计算。',
    },
    { kind: 'heading', level: 1, text: '存在问题' },
    { kind: 'paragraph', runs: [text(PROSE)] },
    { kind: 'paragraph', runs: [text(PROSE)] },
  ],
  endBlock: {
    report: ['区委书记、副书记、常委', '区人大常委会主任', '区长、副区长', '区政协主席'],
    send: ['区纪委监委机关', '区委办公室', '区人大常委会办公室', '区政协办公室'],
    issue: ['各镇人民政府、街道办事处', '青澜经开区管委会', '区直各单位'],
    printedBy: '青澜区“六大攻坚”总专班办公室',
    printedOn: '2026-07-31',
    copies: 120,
  },
  sealHead: {
    hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    period: '2026年7月下旬',
    sealedOn: '2026-08-02',
  },
  properties: { author: '青澜区“六大攻坚”总专班办公室', date: '2026-08-02' },
}

/** A circular under a red head, on one page, with signature. */
export const sampleCircular: OfficialDocumentView = {
  head: { kind: 'redHead', issuer: '青澜区人民政府办公室', documentNumber: '青政办发〔2026〕18号' },
  title: '青澜区人民政府办公室关于2026年7月“六大攻坚”推进情况的通报',
  addressee: '各镇人民政府、街道办事处，区直各单位',
  blocks: [
    { kind: 'paragraph', runs: [text(PROSE)] },
    { kind: 'heading', level: 1, text: '基本情况' },
    { kind: 'paragraph', runs: [text(PROSE)] },
  ],
  signature: { issuer: '青澜区人民政府办公室', date: '2026-08-05' },
  endBlock: { printedBy: '青澜区人民政府办公室', printedOn: '2026-08-05' },
  properties: { author: '青澜区人民政府办公室', date: '2026-08-05' },
}
