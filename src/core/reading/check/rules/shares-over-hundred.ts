import { dec } from '#core/kit'
import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** 分别占…的60%、50%; 占比分别为… names another whole for each and does not count. */
const SHARES = /分别占[^，。；;0-9]{0,16}((?:\d+(?:\.\d+)?[%％](?:左右|以上)?(?:[、和，,]|以及)?){2,})/y
/** 权重分别为40%、30%、40%. */
const WEIGHTS =
  /分别(?:为|占|是|按)?((?:\d+(?:\.\d+)?[%％](?:[、和，,]|以及)?){2,})(?:的?(?:权重|比重|比例)(?:计入|计算|折算|确定))/y

function check({ text, anchors }: CheckContext): Hit[] {
  return anchors()
    .of('分')
    .flatMap((at): Hit[] => {
      SHARES.lastIndex = at
      WEIGHTS.lastIndex = at
      const found = SHARES.exec(text) ?? WEIGHTS.exec(text)
      if (!found?.[1]) return []
      const figures = found[1].match(/\d+(?:\.\d+)?/g) ?? []
      const total = figures.reduce((sum, one) => sum.plus(one), dec('0'))
      if (!total.greaterThan(100)) return []
      return [{ places: [{ start: at, end: at + found[0].length }], detail: { total: total.toString() } }]
    })
}

/** Shares of one whole that come to more than all of it. */
export const sharesOverHundred: PlanRule = {
  id: 'plan.sharesOverHundred',
  severity: 'error',
  title: both('占比之和超过100%', 'Shares that add up to more than 100 %'),
  why: both('同一总体的各部分占比相加超过100%，必有一处写错。', 'Parts of one whole cannot be more than all of it.'),
  messages: {
    main: {
      message: both('各部分占比合计{total}%，超过100%。', 'The shares add up to {total} %.'),
      remedy: both(
        '核对各项占比；不是同一总体的，写明各自的分母。',
        'Check the shares; if the wholes differ, name each.',
      ),
    },
  },
  examples: {
    valid: [
      '一、任务\n一、二、三产业分别占地区生产总值的10%、40%、50%。',
      '一、任务\n省、市、县三级党政机关创建占比分别达到95%、90%和70%。',
    ],
    invalid: ['一、任务\n一、二、三产业⟦分别占地区生产总值的20%、45%、50%⟧。'],
  },
  check,
}
