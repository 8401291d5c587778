import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** From one year to another: 2025—2023年; it ends before a 年. */
const RANGE = /(20\d{2})年?\s*[—－–\-~～至到]{1,2}\s*(20\d{2})\s*$/

function yearRange(text: string, at: number): Hit[] {
  const range = RANGE.exec(text.slice(Math.max(0, at - 16), at))
  if (!range?.[1] || !range[2] || Number(range[2]) >= Number(range[1])) return []
  const span = { start: at - range[0].length, end: at + 1 }
  return [{ places: [span], detail: { words: text.slice(span.start, span.end).replace(/\s/g, '') } }]
}

/** Stages of a project in their order. */
const STAGES = ['立项', '招标', '开工', '封顶', '竣工', '投产']
const STAGE_OF = new Map([
  ...STAGES.map((word, rank) => [word, rank] as const),
  ...(['完工', '验收'] as const).map((word) => [word, 4] as const),
  ...(['投用', '投运', '交付'] as const).map((word) => [word, 5] as const),
])
const STAGE = new RegExp(`^[^，,。；;0-9]{0,14}?(${[...STAGE_OF.keys()].join('|')})`)

interface Staged {
  readonly rank: number
  readonly due: string
  readonly span: { readonly start: number; readonly end: number }
}

/** Deadlines of one sentence that go against the order of a project's stages: 6月底前竣工，9月底前开工. */
function stageOrder({ reading, text }: CheckContext): Hit[] {
  const hits: Hit[] = []
  let before: Staged | null = null
  for (const { span, due } of reading.deadlines) {
    const stage =
      STAGE.exec(text.slice(span.end, span.end + 20)) ??
      STAGE.exec(text.slice(span.start, span.end).replace(/^.*前/, ''))
    const rank = STAGE_OF.get(stage?.[1] ?? '')
    if (rank === undefined) continue
    const own: Staged = { rank, due, span }
    const between = before && span.start - before.span.end < 60 ? text.slice(before.span.end, span.start) : '。'
    if (before && !/[。；;\n]/.test(between) && goesBack(before, own))
      hits.push({ places: [span, before.span], message: 'stages', detail: { first: before.due, second: due } })
    before = own
  }
  return hits
}

function goesBack(a: Staged, b: Staged): boolean {
  return (a.rank < b.rank && a.due > b.due) || (a.rank > b.rank && a.due < b.due)
}

/** Dates that go against each other. */
export const dateOrder: PlanRule = {
  id: 'plan.dateOrder',
  severity: 'question',
  title: both('时间先后颠倒', 'Dates against each other'),
  why: both(
    '起止年份颠倒，或竣工早于开工，必有一个日期写错。',
    'A range that ends before it begins, or a building finished before it is begun: one date is wrong.',
  ),
  messages: {
    main: {
      message: both('“{words}”起止年份颠倒。', '“{words}” ends before it begins.'),
      remedy: both('改正年份。', 'Correct the years.'),
    },
    stages: {
      message: both(
        '前后两个时限（{first}、{second}）与项目先后环节相反。',
        'The dates {first} and {second} go against the order of the stages.',
      ),
      remedy: both('核对开工、竣工、投产的时限。', 'Check the dates of start, completion and use.'),
    },
  },
  examples: {
    valid: [
      '2026年方案\n一、任务\n按照《发展规划（2023—2026年）》抓好落实。',
      '2026年方案\n一、任务\n主厂房6月底前开工，12月底前竣工。',
    ],
    invalid: ['2026年方案\n一、任务\n按照《发展规划（⟦2026—2023年⟧）》抓好落实。'],
  },
  check: (context) => [
    ...context
      .anchors()
      .of('年')
      .flatMap((at) => yearRange(context.text, at)),
    ...stageOrder(context),
  ],
}
