import type { Figure } from '../figures/figures.ts'
import type { LeftSide } from './left.ts'
import { otherThanPromise } from './not-promises.ts'
import { workVerbs } from './verbs.data.ts'

/** What a figure stands in, for the question whether it is a target at all. */
export interface FigureSetting {
  readonly text: string
  readonly figure: Figure
  readonly left: LeftSide
  /** The words after the figure up to the end of its item. */
  readonly right: string
  /** The next figure follows without a mark between them. */
  readonly touchesNext: boolean
  readonly segment: string
  readonly gives: boolean
  /** The sentence tells how an assessment counts (按百分制计分). */
  readonly scores: boolean
  readonly before: string
}

/** Why a figure is no target; each has its words in `noTargetWords`. */
export type NoTarget =
  | ('partOfName' | 'rank' | 'rhythm' | 'comparison' | 'reference' | 'noUnit' | 'age' | 'duration' | 'attributive')
  | ('limit' | 'grant' | 'eligibility' | 'points' | 'past' | 'sumOfList' | 'baseline' | 'standingSet')
  | ('ownParts' | 'weight' | 'staff' | 'description' | 'help')

const STRONG = new Set(['突破', '达到', '达', '超过', '超', '过'])
const GRANT =
  /给予|奖补|奖励|补助资金|贴息|罚款|处以|一次性(?:奖|补)|奖补资金|补助标准最高|按.{0,12}(?:比例|标准)(?:给予|补助|奖)|赔偿|封顶|(?<!新增)授信(?!规模|总额|余额)|不超过.{0,6}(?:比例|投资额)|纯信用|按\d[\d.]*%(?:的比例)?(?:给予|补助|奖励|补贴|予以)/
const GIVES = /给予|奖补|补助|奖励|贴息|补贴资金|资助/
const CEILING = /最高|不超过|单个|单户|一次性|按[^,]{0,40}(?:的|比例|标准)|省级按|市级按|区级按/
const ELIGIBLE = /^(?:对(?!外|口|标|接|非|台)|凡|符合|针对|年?营业收入在|单个|最高)/
const PAST =
  /(?:已(?:经)?(?:建成|完成|达到|达|实现|有|累计|超|突破|培育|新增)|以来(?!(?:签约|引进|开工|立项|出让|批准|新建|建成)的)(?:累计|共|已)?|截至(?:目前|20\d\d年(?:底|末|\d+月))|(?:上年|去年|前一年)(?:完成|达到|实现|为))/
/** 争取贴息资金3000万元: money to be got or paid out is work, no rule of help. */
const PAID = /(?:兑现|争取|发放|拨付|到位|下达|申请)[^,;、]{2,20}(?:不少于|不低于)?$/
/** How an assessment counts: 每低1个百分点扣2分 promises nothing. */
const BOUNDED = /^(?:不(?:得|应|宜|能|可)?(?:超过|高于|低于|少于|大于|多于))$/
const PENALTY =
  /每(?:低|高|超|少|多|增加|减少|下降|上升|提高|降低)[^,;]{0,12}[扣加减得]|扣\d|扣完|的?得(?:满分|基本分|全分)|加\d+(?:\.\d+)?分/
/** 依托甲学院建设中心1个: what is relied on is named, and work follows. */
const WORK_INSIDE = /(?:建设|新建|建成|改造|打造|培育|开展|实施|完成|组建|设立|建立|新增)/
/** 对已签约的26个项目逐一会诊: what stands already is gone through. */
const ONE_BY_ONE = /^[^,;]{0,8}(?:逐[一个项户]|实行)/
const STANDING =
  /(?:^|[,、并])(?:巩固|围绕|聚焦|瞄准|紧盯|依托|发挥|利用|按照|包含|共有|现有|其余|遵循|为基数|基数为|贯彻|坚持|辖区内|用好|包括)[^,;]{0,14}$/
/** What a number after 等 counts besides work to be done: 教育、医疗等12个领域. */
const STANDING_NOUN =
  /^(?:的)?(?:重点|主要|关键|相关)?(?:领域|方面|行业|部门|系统|环节|产业|县|市|区|乡镇|镇|街道|单位|要素|维度|大类|群体|人群|污染物|指标)/
const WORK_OPENS = new RegExp(
  `^(?:[,、和及]|其中|年内|今年|全面|加快|积极|重点|规划|统筹|稳步|有序|抓好|力争|确保|基本)*(?:${workVerbs.join('|')}|新建|改建|续建|建成|开工|竣工|推进|完成)`,
)
/** …等6所学校9月1日前投入使用: what is done with them stands behind. */
const WORK_CLOSES = /(?:投入使用|建成|完工|竣工|投产|开工|改造|整治|建设|交付|通车|启用)$/
const TASK_TAIL = /^的?(?:年度)?(?:增长|增速|增幅|目标|任务|要求|指标|规模|水平|标准|以上)/

/** What may have a value without a unit: 容积率, 城乡收入比, 基尼系数, 满意度. */
const INDEX = /[率比值数度差]$/

/** Acts of steering: 每月召开1次调度会 is a rhythm, no target. */
const MEETING =
  /^[^,;]{0,14}(?:会议|会商|例会|调度|调研|督查|督导|通报|汇报|研究|点评|简报|专报|信息|报表|总结|会$|检查|巡查|学习|分析|报告)/

/** 每季度通报1次: the act stands before the count. */
const RHYTHM =
  /每(?:周|旬|半?月|两月|季度?|半年|年)[^,;]{0,6}(?:通报|调度|会商|点评|讲评|检查|研究|督查|召开|听取|报送)(?:不少于|至少)?$/
/** 县领导每季度外出招商不少于2次: how often it is done. 每年 gives a year's amount. */
const OFTEN = /每(?:周|旬|半?月|两月|季度?|半年)[^,;、。\d]{0,16}$/
/** 822个村3.4万户任务: the same work counted twice. */
const PARALLEL = /^(?:行政村|自然村|村|乡镇|镇|小区|社区|项目|企业|家庭|班组)$/
/** Who may be counted without a unit: 培训农民100万, 55万特困群众. */
const PEOPLE = /(?:农民|群众|人口|劳动力|居民|职工|学生|妇女|儿童|老人|人数|人员|对象|用户|观众|网民|党员|群体)$/

const MEASURE_NOUN = /^(?:及|和|或|与|、)?(?:以上|以下|以内)?的?[\u4e00-\u9fffA-Za-z“《]/

/** 每月召开1次会议: how often, not how many. */
function tellsRhythm({ before, figure, right }: FigureSetting): boolean {
  if (!before.includes('每')) return false
  if (/每(?:周|旬|半?月|两月|季度?|半年)[^,;]{0,16}$/.test(before) && MEETING.test(right)) return true
  if (before.endsWith('每') && figure.unitClass === 'time') return true
  return figure.unit === '次' && (RHYTHM.test(before) || OFTEN.test(before))
}

/** 高于全省平均水平2个百分点: the difference from another figure. */
function compares({ before, figure, left }: FigureSetting): boolean {
  return (
    figure.unitClass === 'rate' &&
    left.verb !== 'growth' &&
    left.verb !== 'decline' &&
    /平均|水平|增速/.test(before) &&
    /(?:高于|快于|优于|好于|低于|高出|超过|(?<!占)比|较)[^,;。\d]{0,20}$/.test(before)
  )
}

/** 工业APP200款以上: a bounded count behind a name in letters; 5G, A4, PM2.5 are names. */
function countsAfterLetters({ text, figure }: FigureSetting): boolean {
  return /[A-Za-z]/.test(text.charAt(figure.at - 1)) && figure.unitClass === 'count' && figure.suffix !== ''
}

function namesNumber(s: FigureSetting): NoTarget | null {
  if (/[A-Za-z+×*.\-/第〔]/.test(s.text.charAt(s.figure.at - 1)) && !countsAfterLetters(s)) return 'partOfName'
  if (s.before.endsWith('前') || s.before.endsWith('第')) return 'rank'
  const behind = s.text.charAt(s.figure.end)
  if (behind === '+' || behind === '×') return 'partOfName'
  if (s.figure.unit === '成' && /[立果功为员]/.test(behind)) return 'partOfName'
  if (tellsRhythm(s)) return 'rhythm'
  if (s.before.endsWith('连续')) return 'eligibility'
  if (compares(s)) return 'comparison'
  return /(?:附件|附表|(?<![电水气油仪手蓝])[图表]|专栏|编号|电话|条例第|总第)$/.test(s.before) ? 'reference' : null
}

function countsPeople({ right, text, left }: FigureSetting): boolean {
  if (right !== '') return /^[\u4e00-\u9fff]{0,4}(?:农民|群众|人口|劳动力|居民|职工|学生|妇女|儿童|老人)/.test(right)
  return PEOPLE.test(text.slice(left.subjectStart, left.subjectEnd))
}

function needsVerb(s: FigureSetting): NoTarget | null {
  const { figure, left } = s
  if (figure.unitClass === 'bare') {
    if (/^[万亿]$/.test(figure.unit) && countsPeople(s)) return null
    const stated = STRONG.has(left.verbText) || figure.unit === '' || figure.unit.startsWith(':')
    if (!stated || s.right !== '') return 'noUnit'
    return figure.unit !== '' || INDEX.test(s.text.slice(left.subjectStart, left.subjectEnd)) ? null : 'noUnit'
  }
  if (figure.unitClass === 'time') {
    const states = left.verb === 'downTo' || left.verb === 'hold' || left.verb === 'upTo' || left.verb === 'decline'
    const reaches =
      (left.verb === 'reach' || BOUNDED.test(figure.prefix)) &&
      figure.unit !== '岁' &&
      /从[^,;]{1,10}到|(?:天数|寿命|时间|时限|时长|课时|小时数|提前量|时效|开放|运行|运营)/.test(s.segment)
    if (/^(?:以|之)?内$/.test(figure.suffix) && /^(?:办结|办成|办好|完成审批)$/.test(s.right)) return 'duration'
    if (figure.unit === '岁') return /寿命/.test(s.segment) ? null : 'age'
    return states || reaches ? null : 'duration'
  }
  return null
}

function attributive(s: FigureSetting): NoTarget | null {
  const { figure, left, right } = s
  if (right === '' || TASK_TAIL.test(right)) return null
  if (s.touchesNext && !/每/.test(right))
    return s.figure.unitClass === 'count' && PARALLEL.test(right) ? null : 'attributive'
  const share = figure.unit === '%' || figure.unit === '成'
  if (right.startsWith('的')) {
    if (share && (SHARE_OF_WORK.test(right) || SETS_ASIDE.test(s.before))) return null
    if (share && figure.prefix !== '' && left.verb === 'none') return 'attributive'
    if (share)
      return left.verb === 'none' || left.workAtEnd || left.verb === 'reach' || left.verb === 'upTo'
        ? null
        : 'attributive'
    if (figure.unit.endsWith('元') && FOUNDED.test(s.before)) return null
    const solved = /^(?:[^,;、]{0,4})(?:解决|保障|满足|惠及|改善)/.test(s.before)
    return figure.unitClass === 'count' && (left.workAtEnd || left.subjectEnd <= left.subjectStart || solved)
      ? null
      : 'attributive'
  }
  if (figure.unitClass === 'count' && /^(?!、)(?:的)?[^,;]{0,20}(?:全覆盖|清零|破零)/.test(right)) return 'attributive'
  if (/^(?:或|及以上|及以下)/.test(right)) return 'limit'
  // 整治3层以上、人员密集的房屋: which houses, not how many storeys.
  if (figure.unit === '层' && figure.suffix === '以上' && !/(?:建成|新建|加盖)$/.test(s.before)) return 'attributive'
  if (figure.unitClass !== 'quantity') return null
  const bounded = figure.suffix !== '' && MEASURE_NOUN.test(right)
  return bounded && !left.workAtEnd && left.verb === 'none' ? 'attributive' : null
}

/** 按不少于30%的比例开展抽查, 将不低于55%的资金用于…: how much of it is done. */
const SHARE_OF_WORK = /^的(?:比例|资金|经费)(?:用于|开展|安排|进行|投入|随机)/
/** 每年单列不低于5%的用地指标: what is set aside. */
const SETS_ASIDE = /(?:单列|预留|安排|拿出|划出|切出|提取|抽取|抽查|抽检)$/

/** 设立总规模50亿元的基金: the money is what is promised. */
const FOUNDED = /(?:设立|组建|成立|发起|安排|筹集)[^,;、]{0,4}(?:总?规模|总额)$/

/** 甲园、乙园2个园区 sums up a list; 改造甲路、乙路等50条道路 counts work, for it names only some. */
function sumsUp({ before, figure, right }: FigureSetting): boolean {
  const list = before.replace(/^[、,和及]+/, '')
  const open = /等(?:这|共|共计)?$/.test(list)
  if (!list.includes('、') || (!open && right === '')) return false
  const names = list.split(/、|以及|和/).length
  if (names >= Number(figure.value)) return open || names === Number(figure.value)
  return open && (STANDING_NOUN.test(right) || !(WORK_OPENS.test(list) || WORK_CLOSES.test(right)))
}

/** 所列任务共41项: how many there are, unless a verb says that they are made. */
function tellsSum({ before, right }: FigureSetting): boolean {
  if (!/共计?$/.test(before)) return false
  return before.length <= 2 || (right === '' && !WORK_OPENS.test(before.replace(/^[,、和及]+/, '')))
}

/** 建设18层以上住宅的: words that end in 的 name a case. */
function figureOfCase(s: FigureSetting): boolean {
  return s.figure.suffix !== '' && s.right.length > 1 && s.right.endsWith('的')
}

/** Whether a sentence hands out money: what it names are grants and their ceilings. */
export function givesMoney(sentence: string): boolean {
  return GIVES.test(sentence)
}

/** 从2024年的12%提高到15%: the first figure is where it starts. */
const FROM = /(?:从|由)(?:\d{4}年(?:底|末)?的?)?(?:每[^,\d]{1,6})?$/
const CHANGES = /^(?:提高|提升|增加|增至|增长|扩大|下降|降|减|压|上升|缩短)/

/** 奖励资金用于生产的比例不低于60%: how the money is used. */
const SHARE_OF_FUNDS = /资金[^,;]{0,16}(?:比例|占比|比重)(?:不低于|达到|不少于|为)?$/

/** 衔接补助资金支出进度9月底前达到75%、年底前达到95%: how fast it is spent. */
const PACE_OF_FUNDS = /资金[^,;]{0,12}(?:进度|支付率|支出率|拨付率|使用率)/

/** Money that is handed out; money to be got or paid out is work. */
function grants({ gives, before, segment }: FigureSetting): boolean {
  const ceiling = CEILING.test(segment)
  if (gives && ceiling) return true
  if (!GRANT.test(segment) || SHARE_OF_FUNDS.test(before) || PACE_OF_FUNDS.test(segment)) return false
  return ceiling || !PAID.test(before) || /每[家户人个名]/.test(before)
}

/** 纳入调度的18个项目,…: which they are. 对15个重点帮扶县的支持: whom it is for. 6个园区增速高于全市平均水平: whose rate. */
function isStandingSet({ before, right }: FigureSetting): boolean {
  if (/(?:纳入|列入)[^,;]{1,20}的$/.test(before) && right.length <= 6) return true
  if (before === '' && /^[^,;、]{2,16}(?:实行|纳入)[^,;]{0,8}(?:管理|监管)/.test(right)) return true
  if (/[对向]$/.test(before) && /的[^,;的]{0,8}(?:支持|帮扶|倾斜|指导|监管|力度)/.test(right)) return true
  return /^[^,;]{2,30}(?:增速|增幅|占比)(?:均|都|继续)?(?:高于|快于|不低于|好于)/.test(right)
}

/** Why a figure is no target; null where it is one. Codes are for the trace and the coverage list. */
export function rejection(s: FigureSetting): NoTarget | null {
  const named = namesNumber(s) ?? needsVerb(s) ?? attributive(s)
  if (named) return named
  const other = otherThanPromise(s)
  if (other) return other
  if (s.figure.unitClass !== 'count' && grants(s)) return 'grant'
  if (/(?:的|以上|以下)$/.test(s.segment) && ELIGIBLE.test(s.segment)) return 'eligibility'
  if (figureOfCase(s)) return 'eligibility'
  if (PENALTY.test(s.segment)) return 'points'
  if (PAST.test(s.segment)) return 'past'
  if (s.figure.unitClass === 'count' && (sumsUp(s) || tellsSum(s))) return 'sumOfList'
  if (CHANGES.test(s.right) && FROM.test(s.before)) return 'baseline'
  if (s.figure.unitClass !== 'count') return null
  if (/对[^,;]{2,30}的$/.test(s.before) && ONE_BY_ONE.test(s.right)) return 'standingSet'
  const standing = STANDING.exec(s.before)
  if (isStandingSet(s)) return 'standingSet'
  return standing && !WORK_INSIDE.test(standing[0]) ? 'standingSet' : null
}

/** Whether a sentence tells how an assessment counts. */
export function countsScores(sentence: string): boolean {
  return /百分制|千分制|计分|总分|权重/.test(sentence)
}
