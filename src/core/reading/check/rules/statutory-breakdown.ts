import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const SERIES =
  '(?:GDP|地区生产总值|规模以上工业增加值|规上工业增加值|固定资产投资|社会消费品零售总额|社零(?:总额)?|居民人均可支配收入|居民消费价格|CPI|统计指标|经济指标|入统数据)'
const TO_WHOM = '(?:各?(?:乡镇|镇街|街道|镇|乡|村|社区|园区|企业|项目单位))'
const BREAK = '(?:分解|下达|摊派|落实|压实|量化)(?:落实|下达|分解)?(?:到|至|给|于)'
/** 将GDP增长目标分解到各镇街; 向企业下达社零目标. */
const BROKEN_DOWN = new RegExp(
  `${SERIES}[^。；;\\n]{0,24}${BREAK}[^。；;\\n]{0,10}${TO_WHOM}|(?:向|对)${TO_WHOM}(?:下达|分解)[^。；;\\n]{0,12}${SERIES}`,
)
const HAS_SERIES = new RegExp(SERIES)
const TOWN =
  /^(?:各?(?:乡镇|镇街|街道|镇村)|[\u4e00-\u9fff]{2,4}(?:镇|乡|街道))(?=[^\s]{0,4}(?:GDP|地区生产总值|固定资产投资|社会消费品零售总额|规模以上工业增加值|规上工业增加值))/

function check({ reading, text }: CheckContext): Hit[] {
  const inSentences = reading.sentences.flatMap(({ span, uses }): Hit[] => {
    if (uses.includes('heading') && uses.length === 1) return []
    const words = text.slice(span.start, span.end)
    const found = BROKEN_DOWN.exec(words)
    if (!found) return []
    const start = span.start + found.index
    return [
      { places: [{ start, end: start + found[0].length }], detail: { series: HAS_SERIES.exec(found[0])?.[0] ?? '' } },
    ]
  })
  const asTargets = reading.indicators.flatMap(({ subject, span }): Hit[] =>
    TOWN.test(subject) ? [{ places: [span], detail: { series: HAS_SERIES.exec(subject)?.[0] ?? '' } }] : [],
  )
  return [...inSentences, ...asTargets]
}

/** A statutory series broken down to townships or firms. */
export const statutoryBreakdown: PlanRule = {
  id: 'plan.statutoryBreakdown',
  severity: 'question',
  title: both('法定统计指标分解到乡镇或企业', 'A statutory series broken down to townships or firms'),
  why: both(
    '《统计法》规定，负责人不得自行修改统计资料，不得以任何方式要求统计机构、统计人员及其他机构、人员伪造、篡改统计资料。地区生产总值由上一级统计机构统一核算，乡镇一级没有这一数字；把法定指标下达到乡镇、企业，等于要求按指标报数。',
    'The Statistics Law forbids leaders to alter statistics or to make anybody falsify them. GDP is computed by the statistics bureau one level above; a township has no such figure, and a firm that is given a target for it is asked to report the target.',
  ),
  messages: {
    main: {
      message: both(
        '“{series}”是法定统计指标，此处分解到了乡镇（街道）或企业。',
        '“{series}” is a statutory series; here it is broken down to townships or firms.',
      ),
      remedy: both(
        '改为可由其负责的工作量（项目、招商、服务企业），法定指标只引用统计部门发布的数。',
        'Ask for work that they can answer for; statutory figures come from the statistics bureau’s release alone.',
      ),
    },
  },
  examples: {
    valid: ['一、任务\n地区生产总值增长6%以上。将项目建设任务分解到各镇街。'],
    invalid: ['一、任务\n将⟦固定资产投资增长目标分解到各镇街⟧，按月通报。'],
  },
  check,
}
