import type { Words } from '#core/kit'
import type { DutyRole, Operator } from '#core/plan'
import type { NoTarget } from '../targets/reject.ts'

/** Roles of units in a clause. */
export const roleWords: Readonly<Record<DutyRole, Words>> = {
  lead: { zh: '牵头', en: 'lead' },
  responsible: { zh: '责任', en: 'responsible' },
  support: { zh: '配合', en: 'support' },
  participate: { zh: '参与', en: 'participate' },
}

/** Operators of targets as they are printed. */
export const operatorSigns: Readonly<Record<Operator, string>> = {
  '>=': '≥',
  '<=': '≤',
  '>': '＞',
  '<': '＜',
  '=': '＝',
  '~': '≈',
}

/** Kinds of facts, in the order in which a reading is printed. */
export const kindWords = {
  meta: { zh: '文件信息', en: 'document data' },
  campaign: { zh: '行动', en: 'campaigns' },
  heading: { zh: '提纲', en: 'outline' },
  assignment: { zh: '责任条款', en: 'responsibilities' },
  indicator: { zh: '指标', en: 'targets' },
  taskForce: { zh: '专班', en: 'task forces' },
  cadence: { zh: '节奏', en: 'cadences' },
  deadline: { zh: '时限', en: 'deadlines' },
  redLine: { zh: '红线', en: 'red lines' },
  qualitative: { zh: '定性要求', en: 'promises without a figure' },
  project: { zh: '项目', en: 'projects' },
  policy: { zh: '政策', en: 'policies' },
} as const satisfies Record<string, Words>

/** Parts of the document data. */
export const metaWords = {
  title: { zh: '标题', en: 'title' },
  framework: { zh: '简称', en: 'short name' },
  docNumber: { zh: '文号', en: 'number' },
  issuer: { zh: '发文单位', en: 'issuer' },
  issuedOn: { zh: '成文日期', en: 'issued on' },
  year: { zh: '年度', en: 'year' },
} as const satisfies Record<string, Words>

/** Parts of a fact that its sentence does not state. */
export const impliedWords: Readonly<Record<string, Words>> = {
  subject: { zh: '对象承接上文', en: 'subject carried over' },
  owner: { zh: '责任单位取自所在条款', en: 'owner taken from its clause' },
  year: { zh: '年份取自方案', en: 'year taken from the plan' },
  due: { zh: '期限承接上文', en: 'date carried over' },
  lead: { zh: '按文中规则确定牵头', en: 'lead by the rule of the text' },
  role: { zh: '角色未写明', en: 'role not stated' },
  ordinal: { zh: '原文未编号', en: 'not numbered in the text' },
  verb: { zh: '动词承接上文', en: 'verb carried over' },
  commitment: { zh: '语气承接上文', en: 'commitment carried over' },
}

/** Why a sentence was left: the codes of `SentenceFact.why`. */
export const leftWords: Readonly<Record<string, Words>> = {
  'reading.left.fragment': { zh: '太短，不成句', en: 'too short to say anything' },
  'reading.left.figureWithoutTarget': {
    zh: '有数字，但不是要完成的目标',
    en: 'has a figure, but none that is to be reached',
  },
  'reading.left.noDuty': {
    zh: '没有责任单位、指标、期限或禁止事项',
    en: 'names no unit, target, date or prohibition',
  },
}

/** Why a figure is no target: the codes of the trace. */
export const noTargetWords: Readonly<Record<NoTarget, Words>> & Readonly<Record<string, Words | undefined>> = {
  partOfName: { zh: '数字是名称的一部分', en: 'the number is part of a name' },
  rank: { zh: '是名次或序号', en: 'a rank or an ordinal' },
  rhythm: { zh: '说的是频次', en: 'says how often' },
  comparison: { zh: '是与别处比较', en: 'compares with others' },
  reference: { zh: '是附件、图表或编号', en: 'refers to an annex, a table or a number' },
  noUnit: { zh: '数字没有单位，也没有说要达到', en: 'has no unit and is not said to be reached' },
  age: { zh: '是年龄', en: 'an age' },
  duration: { zh: '是时长，不是要达到的数', en: 'a duration, nothing to be reached' },
  attributive: { zh: '是后面词语的修饰', en: 'describes the words after it' },
  limit: { zh: '是范围条件', en: 'limits a range' },
  grant: { zh: '是奖补、资金标准', en: 'a grant or a rate of support' },
  eligibility: { zh: '是享受政策的条件', en: 'a condition for eligibility' },
  points: { zh: '是考核计分办法', en: 'says how points are counted' },
  past: { zh: '说的是已经完成的事', en: 'tells what was done before' },
  sumOfList: { zh: '是前面所列各项的合计', en: 'sums up the list before it' },
  baseline: { zh: '是起点数', en: 'the figure from which it starts' },
  standingSet: { zh: '是已有的数量', en: 'counts what stands already' },
  ownParts: { zh: '是方案自身的条目数', en: 'counts the parts of the plan itself' },
  weight: { zh: '是考核的权重或名额', en: 'a weight or a quota of an assessment' },
  staff: { zh: '说的是确定几名人员', en: 'says how many persons are named' },
  description: { zh: '说的是项目或地方的规模', en: 'describes a project or a place' },
  help: { zh: '是补助标准', en: 'a rule of help' },
}
