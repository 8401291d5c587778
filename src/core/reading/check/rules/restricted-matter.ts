import { groupBy } from '#core/kit'
import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]'
const CRIME = '(?:非法集资|集资诈骗|非法吸收公众存款|诈骗|受贿|行贿|贪污|职务侵占|挪用公款|涉黑|涉恶|涉嫌)'
/** 张某某、李某集资诈骗: names right before the crime. */
const PERSONS = new RegExp(
  `(?:的|对|将|涉及|[,，、])(${SURNAME}[\\u4e00-\\u9fff]{1,2}(?:[、,，]${SURNAME}[\\u4e00-\\u9fff]{1,2})*)(?=等?(?:人)?${CRIME})`,
)
const NO_NAME =
  /^(?:金融|高额|方面|白领|江湖|石油|龙头|林业|马上|任何|于是|向社|严重|严惩|高发|金额|陈案|任务|何种|常见)/
const DEBT = /(?:隐性债务|债务余额|存量债务|拖欠账款|欠款|不良贷款)[^。；;，,\n0-9]{0,8}\d[\d.]*(?:万元|亿元)/
const HAZARD = /(?:重大|较大)(?:事故|安全|火灾|生产安全)*隐患[^。；;，,\n0-9]{0,6}\d+[处项个家]/
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?!\d)/
/** Any of these begins a matter that is looked at closely; most sentences have none. */
const QUICK = /诈骗|集资|存款|贿|贪污|侵占|挪用|涉黑|涉恶|涉嫌|债务|拖欠|欠款|不良贷款|隐患|\d{11}/

function found(words: string): { message: string; at: number; end: number } | null {
  const persons = PERSONS.exec(words)
  if (persons?.[1] && !NO_NAME.test(persons[1])) {
    const at = persons.index + persons[0].length - persons[1].length
    return { message: 'persons', at, end: at + persons[1].length }
  }
  for (const [message, pattern] of [
    ['contact', IDENTITY],
    ['contact', PHONE],
    ['debt', DEBT],
    ['hazard', HAZARD],
  ] as const) {
    const match = pattern.exec(words)
    if (match) return { message, at: match.index, end: match.index + match[0].length }
  }
  return null
}

function check({ reading, text }: CheckContext): Hit[] {
  const places = reading.sentences.flatMap(({ span }) => {
    const words = text.slice(span.start, span.end)
    const matter = QUICK.test(words) ? found(words) : null
    if (!matter) return []
    const place = { start: span.start + matter.at, end: span.start + matter.end }
    return [{ message: matter.message, words: text.slice(place.start, place.end), place }]
  })
  return [...groupBy(places, ({ message, words }) => `${message} ${words}`).values()].flatMap((same): Hit[] => {
    const [first] = same
    return first ? [{ places: same.map(({ place }) => place), message: first.message, detail: {} }] : []
  })
}

/** Persons in cases, debts and hazards in a text that may be published. */
export const restrictedMatter: PlanRule = {
  id: 'plan.restrictedMatter',
  severity: 'question',
  title: both('拟公开文本含受限内容', 'Restricted matter in a text that may be published'),
  why: both(
    '案件当事人姓名、债务数额、重大隐患和个人号码属受限内容，公开发布前应去掉或另行报送。',
    'Names of persons in cases, amounts of debt, hazards and personal numbers are restricted; they do not belong in a published text.',
  ),
  messages: {
    persons: {
      message: both('此处写有案件当事人姓名。', 'Persons in a case are named here.'),
      remedy: both(
        '隐去姓名，公开本只写案件类别；名单另行报送。',
        'Leave the names out of the published text; report them apart.',
      ),
    },
    contact: {
      message: both('此处写有个人号码。', 'A personal number stands here.'),
      remedy: both('公开本中去掉。', 'Leave it out of the published text.'),
    },
    debt: {
      message: both('此处写有债务数额。', 'An amount of debt stands here.'),
      remedy: both(
        '确认是否可以公开；不可公开的，公开本只写“按计划化解”。',
        'See whether it may be published; if not, leave the amount out.',
      ),
    },
    hazard: {
      message: both('此处写有重大隐患数目。', 'A number of major hazards stands here.'),
      remedy: both('确认是否可以公开。', 'See whether it may be published.'),
    },
  },
  examples: {
    valid: ['一、任务\n稳妥处置非法集资重大案件。不新增隐性债务。推动隐患动态清零。'],
    invalid: ['一、任务\n抓紧处置涉及⟦张某甲、李某乙⟧集资诈骗的案件。', '一、任务\n化解⟦隐性债务9600万元⟧。'],
  },
  check,
}
