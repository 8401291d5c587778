import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** 达到24以上, and nothing that says of what: the figure ends at a mark. */
const BARE = /(?:达到|增加到|提高到|新增|突破)(\d+(?:\.\d+)?)(?:以上|左右|以内)?(?=[，,。；;])/
const SUBJECT = /[\u4e00-\u9fff]{2,16}$/

/** 比值, 系数, 指数 and 得分 are pure numbers. */
const PURE = /比|率|系数|指数|倍|得分|评分|排名|位次|注册总量|次数/

function check({ reading, text }: CheckContext): Hit[] {
  return reading.sentences.flatMap(({ span, uses }): Hit[] => {
    if (uses.includes('meta') || uses.includes('preamble')) return []
    const words = text.slice(span.start, span.end)
    const found = BARE.exec(words)
    const subject = found && SUBJECT.exec(words.slice(Math.max(0, found.index - 16), found.index))?.[0]
    if (!found?.[1] || !subject || PURE.test(subject)) return []
    const end = span.start + found.index + found[0].length
    return [
      { places: [{ start: span.start + found.index - subject.length, end }], detail: { subject, value: found[1] } },
    ]
  })
}

/** A figure that says of what, and not how much of what. */
export const targetWithoutUnit: PlanRule = {
  id: 'plan.targetWithoutUnit',
  severity: 'question',
  title: both('目标缺计量单位', 'A figure without a unit'),
  why: both(
    '数字后没有计量单位，填报时各报各的。',
    'A figure without a unit is reported in as many ways as there are reporters.',
  ),
  messages: {
    main: {
      message: both('“{subject}”的目标{value}没有计量单位。', 'The target {value} for “{subject}” has no unit.'),
      remedy: both('写明单位（家、个、万元……）。', 'Name the unit.'),
    },
  },
  examples: {
    valid: ['一、目标\n高新技术企业达到24家以上。'],
    invalid: ['一、目标\n⟦高新技术企业达到24以上⟧。'],
  },
  check,
}
