import type { CheckContext } from '../context/check-context.ts'
import { both, trait } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

const PAIRS = [
  ['，', ','],
  ['；', ';'],
  ['：', ':'],
  ['（', '('],
] as const
const HAN = /[\u4e00-\u9fff”》）]/
/** The habit of a text: this share of its marks has one width. */
const HABIT = 0.8

function check({ text, anchors, residue }: CheckContext) {
  const at = anchors()
  const behindHan = (mark: string) => at.of(mark).filter((place) => HAN.test(text.charAt(place - 1)))
  const wide = PAIRS.flatMap(([mark]) => behindHan(mark))
  const narrow = PAIRS.flatMap(([, mark]) => behindHan(mark)).filter((place) => !/\d/.test(text.charAt(place + 1)))
  const [rare, common] = wide.length < narrow.length ? [wide, narrow] : [narrow, wide]
  if (common.length < 4 || common.length < (rare.length + common.length) * HABIT) return []
  const places = rare.filter((place) => !residue().holds(place)).toSorted((a, b) => a - b)
  return trait(
    places.map((start) => ({ start, end: start + 1 })),
    1,
  )
}

/** Marks of the other width among those that the text uses. */
export const mixedMarks: PlanRule = {
  id: 'plan.mixedMarks',
  severity: 'note',
  title: both('全角、半角标点混用', 'Marks of two widths'),
  why: both(
    '公文用全角标点；混用多是拼接多份来稿的痕迹。',
    'Official texts use full-width marks; a mixture shows that drafts were pasted together.',
  ),
  messages: {
    main: {
      message: both(
        '有{count}处标点与全文的全角（半角）习惯不同。',
        '{count} marks have another width than the rest of the text.',
      ),
      remedy: both('统一为全角标点。', 'Use full-width marks throughout.'),
    },
  },
  examples: {
    valid: ['一、任务\n抓好甲事，抓好乙事，抓好丙事，抓好丁事，抓好戊事。'],
    invalid: ['一、任务\n抓好甲事，抓好乙事，抓好丙事，抓好丁事⟦,⟧抓好戊事，抓好己事。'],
  },
  check,
}
