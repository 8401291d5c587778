import type { Commitment, Measure, Operator, TargetKind } from '#core/plan'
import type { Figure } from '../figures/figures.ts'
import type { VerbClass } from './left.ts'

/** A modal that stands farther back no longer governs. */
const REACH = 800
/** By the last unit of each word: what stands before it. */
const GOVERNS: ReadonlyMap<number, readonly [string, Commitment]> = new Map(
  (
    [
      ['力争', 'strive'],
      ['争取', 'strive'],
      ['努力', 'strive'],
      ['力求', 'strive'],
      ['确保', 'firm'],
    ] as const
  ).map(([word, commitment]) => [word.charCodeAt(1), [word.charAt(0), commitment]]),
)
const [SEMICOLON, STOP] = [';'.charCodeAt(0), '。'.charCodeAt(0)]

/** strive runs from 力争 / 争取 / 努力 / 力求 to the next ; or the sentence's end, or to 确保. Looked for backwards: it is near. */
export function commitmentAt(text: string, sentenceStart: number, at: number): Commitment {
  const start = Math.max(sentenceStart, at - REACH)
  for (let index = at - 1; index >= start; index--) {
    const unit = text.charCodeAt(index)
    if (unit === SEMICOLON || unit === STOP) return 'firm'
    const word = GOVERNS.get(unit)
    if (word && index > start && text.charAt(index - 1) === word[0]) return word[1]
  }
  return 'firm'
}

const AT_LEAST =
  /^(?:不(?:得|应|宜|能|可|会)?(?:低于|少于|小于)|(?:应|要|需)?(?:至少|最少|不低于|不少于)|大于等于|最低|逾|≥)$/
const AT_MOST = /^(?:不(?:得|应|宜|能|可|会)?(?:超过|高于|大于|多于)|小于等于|最高|最多|≤)$/
/** 低于1% is missed at 1 %; 超过 and 突破 are taken as at least. */
const MORE = /^(?:大于|高于|>)$/
const LESS = /^(?:低于|小于|少于|<)$/

/** The operator that prefix, suffix and verb give a figure. */
export function operatorOf(figure: Figure, verb: VerbClass, verbText: string): Operator {
  if (/左右|上下/.test(figure.suffix)) return '~'
  if (/以上/.test(figure.suffix)) return '>='
  if (/以下|以内|之内|^内$/.test(figure.suffix)) return '<='
  if (/^(?:约|近|大约|将近)$/.test(figure.prefix)) return '~'
  if (AT_LEAST.test(figure.prefix)) return '>='
  if (AT_MOST.test(figure.prefix)) return '<='
  if (MORE.test(figure.prefix)) return '>'
  if (LESS.test(figure.prefix)) return '<'
  if (figure.valueHigh !== null) return '>='
  if (verb === 'downTo' || verbText === '控制在' || verbText === '控制' || /控制在$|严控在$/.test(verbText)) return '<='
  return verbText === '逼近' || verbText === '接近' ? '~' : '>='
}

const CAP = /死亡|伤亡|事故|总量|排放|消费量|增量|用水|能耗|红线|规模/
const STATE = /装机|保有量|蓄积量|总里程|总长度|人口|存量|实有|能力$/
const STOCK = /率|比重|比例|占比|浓度|面积|总数|总量|长度|标准|贡献/
const FLOW = /收入|接待|产值|销售|投资|贷款|培训|新增|完成|进出口|引进|税收|客流|游客|到位|成交|营业额|零售/
/** What is made anew every year, however steady: 粮食产量稳定在… */
const YEARLY = /产量|总产$|产值|收入$/

/** What a measure is proposed from, besides the kind. */
interface MeasureGround {
  readonly verb: VerbClass
  readonly verbText: string
  readonly op: Operator
  readonly subject: string
  readonly unit: string
  /** 不低于, 不少于: the bound holds at every reading. */
  readonly prefix: string
}

/** The measure proposed from the verb, the bound, the unit and the subject; a person confirms it. */
export function measureOf(kind: TargetKind, ground: MeasureGround): Measure {
  const { verb, verbText, op, subject, unit, prefix } = ground
  if (kind === 'rank' || kind === 'relative') return 'hold'
  if (kind === 'growth' || kind === 'increment') return 'flow'
  if (kind === 'decline' || verb === 'downTo') return 'reduce'
  if (op === '<=' || op === '<') return CAP.test(subject) ? 'cap' : 'hold'
  if (verb === 'hold') return heldMeasure(verbText, op, subject)
  if (verb === 'upTo') return 'stock'
  if (STATE.test(subject)) return /低于|少于/.test(prefix) ? 'hold' : 'stock'
  if (verb === 'none' && unit !== '%' && !/低于/.test(prefix)) return 'flow'
  if (/低于/.test(prefix) && STOCK.test(subject)) return 'hold'
  if (unit === '%' || STOCK.test(subject)) return 'stock'
  if (FLOW.test(subject) || /^(?:完成|实现)$/.test(verbText)) return 'flow'
  return verb === 'reach' ? 'stock' : 'flow'
}

function heldMeasure(verbText: string, op: Operator, subject: string): Measure {
  if (YEARLY.test(subject)) return 'flow'
  return /控制|严控|管控/.test(verbText) && op === '~' && CAP.test(subject) ? 'cap' : 'hold'
}
