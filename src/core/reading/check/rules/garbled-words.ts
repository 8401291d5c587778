import { groupBy } from '#core/kit'
import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Text decoded in the wrong way, replacement characters, characters of private fonts. */
const BROKEN = /\uFFFD+|锟斤拷(?:锟斤拷)*|[烫屯锘]{3,}|(?:Ã[\u0080-\u00BF]|â€[\u0080-\u2122]){1,}|[\uE000-\uF8FF]+/g
/** Words of gambling and other pages that hijackers plant. */
const PLANTED =
  /(?:开云|必一|万博|亚博|华体会|乐鱼|博鱼|星空|九游|米兰|爱游戏|半岛|天博|澳门新?葡京|太阳城|金沙)(?:体育|娱乐|棋牌|官网|app)|百家乐|六合彩|时时彩|老虎机|赌场|博彩|真人荷官|成人(?:视频|电影)|在线投注/g

/** What stands between 人民 and the end of a unit's name: 各区人民政府、…, 市人民政府办公室. */
const PEOPLES =
  /人民((?!政府|法院|法庭|检察院|医院|银行|代表大会|武装部|团体|调解|群众|公园|广场|生活)[^\s，,。、；;：:（）()人民]{1,8}?)(?=办公室|办公厅|按职责|按照|负责|牵头|配合|关于|令|[、，,。；;）)\n])/y
/** 市委、市政府: after the committee stands the government. */
const COUPLE =
  /委、[省市区县州旗]((?!政府|人大|政协|纪委|监委|直|委)[^\s，,。、；;：:（）()]{1,8}?)(?=决策|部署|关于|的|工作|领导|办公|报告|统一|高度|[，,。；;）)\n])/y
const LEVEL = /[省市区县州旗镇乡]/
/** Words that end like a body's name are bodies: 市委、市人大常委会. */
const BODY = /[局办委厅部会院府队站所处团]$/

interface Frame {
  readonly word: string
  readonly span: { readonly start: number; readonly end: number }
}

function framesAt(text: string, places: readonly number[], pattern: RegExp): Frame[] {
  return places.flatMap((at) => {
    pattern.lastIndex = at
    const match = LEVEL.test(text.charAt(at - 1)) ? pattern.exec(text) : null
    const word = match?.[1]
    if (!match || word === undefined || BODY.test(word)) return []
    const end = at + match[0].length
    return [{ word, span: { start: end - word.length, end } }]
  })
}

/** The same word twice and more where 政府 belongs: a page that was tampered with. */
function hijacked({ text, anchors }: CheckContext): Hit[] {
  const at = anchors()
  const frames = [...framesAt(text, at.of('人'), PEOPLES), ...framesAt(text, at.of('委'), COUPLE)]
  return [...groupBy(frames, ({ word }) => word)].flatMap(([word, found]) =>
    found.length < 2
      ? []
      : [{ places: found.map(({ span }) => span), message: 'hijacked', detail: { word, times: found.length } }],
  )
}

function each(text: string, pattern: RegExp, message: string): Hit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    places: [{ start: match.index, end: match.index + match[0].length }],
    message,
    detail: { words: match[0] },
  }))
}

function check(context: CheckContext): Hit[] {
  const { text } = context
  return [...each(text, BROKEN, 'broken'), ...each(text, PLANTED, 'planted'), ...hijacked(context)]
}

/** Words that were broken on the way, or put in by somebody else. */
export const garbledWords: PlanRule = {
  id: 'plan.garbledWords',
  severity: 'error',
  title: both('乱码或被篡改的词句', 'Broken or planted words'),
  why: both(
    '网页被劫持、编码转换出错的文本不能作为依据。',
    'A text from a hijacked page, or decoded in the wrong way, is no basis for anything.',
  ),
  messages: {
    broken: {
      message: both('此处为乱码“{words}”。', 'The text is broken here: “{words}”.'),
      remedy: both('用原件重新导出。', 'Export it again from the original.'),
    },
    planted: {
      message: both(
        '“{words}”不属于公文，疑网页被篡改。',
        '“{words}” does not belong here; the page was probably tampered with.',
      ),
      remedy: both('改用发文机关的原件。', 'Use the issuer’s own file.'),
    },
    hijacked: {
      message: both(
        '应为“政府”处写作“{word}”（{times}处），疑被替换。',
        '“{word}” stands where 政府 belongs ({times}×): replaced words.',
      ),
      remedy: both('改用发文机关的原件，并全文核对。', 'Use the issuer’s own file and compare the whole text.'),
    },
  },
  examples: {
    valid: ['一、任务\n各区人民政府抓好落实。市委、市政府定期调度。市人民法院、市人民医院配合。'],
    invalid: [
      '一、任务\n抓好⟦\uFFFD\uFFFD⟧落实。',
      '一、任务\n1.甲事。抓好甲事。（责任单位：各区人民⟦飞鱼⟧）\n2.乙事。抓好乙事。（责任单位：各区人民飞鱼）',
    ],
  },
  check,
}
