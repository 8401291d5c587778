import type { FigureSetting, NoTarget } from './reject.ts'

const SCORED = /(?:满意度|测评|成绩|得分|评价|指数|评分|安全感)/
const GRADES = /[得加扣减记计]\d|得分率|[优良]秀?(?:等次|等级|比例|名额)|等次|满分|分值|权重|百分制/
/** 定量指标占70%: what a score is made of. */
const WEIGHT = /(?:指标|权重|分值|得分|考核|评议|测评|评价|分数|成绩)[^,;、]{0,8}占/
const GRADED = /优秀单位|参评|得分按|等次|等级|权重|考核优秀比例|占[^,;]{0,12}总分/
/** 电力消纳责任权重不低于32%: a weight that is to be reached. */
const BOUND_WEIGHT = /权重(?:占比)?$/
/** Tasks and measures that stand already: 对100项任务实行月调度, 共7类24项. */
const OWN_TASKS = /^[^,;]{0,6}(?:任务|指标|事项)(?:实行|进行|开展)/
/** 1个部门牵头推进, 组成4个考核组: who does it. */
const STAFF =
  /^[^,;]{0,8}(?:(?:部门|单位)(?:牵头|负责|领衔|包联)|(?:工作|专项|考核|督查|督导|检查|巡查|指导|推进|评估|核查|验收)组$|联络员|负责人|责任人|领导|专人|联系人|信息员|工作人员|分管)/
/** What a text says of a project or a place, not of the work: 总建筑面积3万平方米, 全长12公里. */
const DESCRIBES =
  /^(?:项目|工程|该项目|其)?(?:设计|总?占地|总用地|用地(?!报批|审批|保障|供应)|规划用地|总建筑面积|建筑面积|全长|总长|线路全长|路线全长|建设规模|总库容|库容|工期|建设工期|年供水量|概算)/
/** 年产20吉瓦时电池基地三季度末投产: which works they are. */
const SIZE_OF = /(?:年产|日处理|年处理|总投资)$/
const SIZED = /^的?[^,;、]{0,16}(?:项目|基地|生产线|产线|工程|装置)/
const SETS_OUT = /(?:细化|提出|明确|部署|紧扣|对照|分解|列出|确定|梳理)[^,;]{0,10}$/
const HOLDS_TO = /(?:聚焦|抓好|落实|推进|抓实|围绕)[^,;]{0,6}$/
const OWN_PARTS = /^(?:的)?[^,;、]{0,8}(?:任务|行动|措施|举措|目标|指标|领域|方面|清单|政策)$/
/** 补助标准为每户2万元: a rule of help, not an aim. */
const HELP = /(?:补助|补贴|奖励|奖补|资助|配套)(?:标准)?$/
const PAYS = /^(?:兑现|发放|争取|落实|拨付|安排|下达|投入|统筹|新增)/
const FAVOURED =
  /^[^,;。]{0,30}的[^,;。]{1,10}(?:优先|予以|给予|享受|视为|视同|应当|应纳入|可纳入|可享受|不再|可以|方可|须)/
/** 占比超过20%的,不得分: the case that a rule is for. */
const CASE_OF = /^[^,;。]{0,2}的,(?:不得|扣|取消|不予|视为|直接|约谈|一票)/
/** 考核对象为全县14个乡镇、3个街道. */
const JUDGED = /(?:对象|范围)(?:为|是|包括)/
const MEETS = /会议?每[^,;]{0,6}(?:召开|举行)(?:不少于|至少)?$/
/** 全年召开不少于4次: how often a body meets. */
const MET = /(?:召开|会议|例会|推进会|调度会)$/

function ofScores({ figure, left, right, segment, before, scores }: FigureSetting): NoTarget | null {
  if (figure.unit === '%' && BOUND_WEIGHT.test(before) && /低于|少于/.test(figure.prefix)) return null
  if (figure.unit === '%' && (WEIGHT.test(segment) || GRADED.test(segment))) return 'weight'
  if (figure.unit === '%' && scores && before.endsWith('占')) return 'weight'
  if (figure.unit === '%' && /占[^,;、]{0,14}(?:得分|总分|分值|权重)的?$/.test(before)) return 'weight'
  if (figure.unitClass === 'count' && /等次|名额/.test(before)) return 'weight'
  if (figure.unit !== '分') return null
  if (before.endsWith('占')) return 'weight'
  const stated = left.verb === 'reach' || left.verb === 'hold' || left.verb === 'upTo'
  return stated && right === '' && SCORED.test(segment) && !GRADES.test(segment) ? null : 'points'
}

function ofProjects({ text, left, figure, before, right }: FigureSetting): NoTarget | null {
  const subject = text.slice(left.subjectStart, left.subjectEnd)
  if (figure.unitClass === 'quantity' && SIZE_OF.test(before) && SIZED.test(right)) return 'description'
  if (left.workAtEnd || left.increment || figure.unitClass !== 'quantity') return null
  if (DESCRIBES.test(subject)) return 'description'
  if (!/^(?:项目|工程|计划|估算|概算)?总投资(?:约|概算|估算)?$/.test(subject)) return null
  return figure.suffix === '以上' ||
    /项目[^,、\d]{0,4}\d+[个项](?:以上|左右)?[、,]总投资/.test(text.slice(Math.max(0, figure.at - 20), figure.at))
    ? null
    : 'description'
}

function ofHelp({ text, left, figure }: FigureSetting): NoTarget | null {
  if (!/元/.test(figure.unit) || left.workAtEnd || left.quoteStart < left.subjectStart) return null
  const plain = left.verbText === '为' || left.verb === 'none'
  const subject = text.slice(left.subjectStart, left.subjectEnd)
  return plain && HELP.test(subject) && !PAYS.test(subject) ? 'help' : null
}

/**
 * Why a figure promises nothing although its sentence looks like it: points and weights of an assessment, the plan's own
 * parts (细化128条措施), who is to be named, what a project is like, rules of help, cases that are favoured.
 */
export function otherThanPromise(s: FigureSetting): NoTarget | null {
  const { figure, before, right } = s
  const count = figure.unitClass === 'count'
  if (count && (STAFF.test(right) || before.endsWith('下设'))) return 'staff'
  if (count && before.endsWith('对') && OWN_TASKS.test(right)) return 'ownParts'
  if (count && /^(?:其中|共|合计|总计)*共?\d+[类大]$/.test(before)) return 'ownParts'
  if (count && right.endsWith('为准')) return 'ownParts'
  // 浏览次数:2387次 字体: the furniture of a page.
  if (figure.unit === '次' && right.startsWith('字体')) return 'ownParts'
  if (count && SETS_OUT.test(before) && right !== '') return 'ownParts'
  if (count && HOLDS_TO.test(before) && OWN_PARTS.test(right)) return 'ownParts'
  if (count && JUDGED.test(s.segment)) return 'ownParts'
  if (CASE_OF.test(s.text.slice(figure.to, figure.to + 10))) return 'points'
  if (before.includes('每') && MEETS.test(before)) return 'rhythm'
  if (figure.unit === '次' && MET.test(before)) return 'rhythm'
  if (FAVOURED.test(s.text.slice(figure.to, figure.to + 60))) return 'eligibility'
  return ofScores(s) ?? ofProjects(s) ?? ofHelp(s)
}
