import type { DutyRole } from '#core/plan'
import { firstOuter } from '../text/brackets.ts'
import { looksLikePost, looksLikeUnit, splitUnits } from './units.ts'

/** A unit with its role in a clause; `stated` is false for a bare name that no word of the clause gives a role. */
export interface ClauseDuty {
  readonly at: number
  readonly end: number
  role: DutyRole
  readonly stated: boolean
}

/** A responsibility clause taken apart. */
export interface Clause {
  readonly duties: ClauseDuty[]
  readonly openList: boolean
  /** Whether a word of the clause (牵头, 责任单位：, 负责 …) marks it as one. */
  readonly marked: boolean
  /** Whether points or a date stand among its names (10分,市统计局; 县住建局,10月底前完成). */
  readonly scored: boolean
}

type Role = DutyRole | 'ignore'
/** Plain 负责, and plain 落实: who leads is known only when the whole clause is. */
type SuffixRole = DutyRole | 'charge' | 'carry'

/** Who stands before the role: 市级牵头单位, 县直责任部门, 依职责牵头. */
const RANK = '(?:考核|评价|评分|统计|[省市县区州旗镇乡](?:级|直)?|依职责|按职责|依职能|具体|主要|第一|总)?'
/** What is labelled after the role: 单位, 部门, 处室 …; 牵头: alone is a label too. */
const NOUN =
  '(?:(?:市直|县直|区直|省直)?(?:单位|部门|处室|科室|股室|主体|机构|县区|方))?(?:\\([^()]{1,8}\\))?(?:和(?:部门|单位))?(?:[及和](?:完成|工作)?(?:时限|时间|期限))?'
/** Persons, dates and points are labelled in the same clause; they name no unit. */
const NO_UNIT_LABEL =
  '(?:[省市县区州旗镇乡](?:级|直|委|政府)?)?(?:牵头|责任|分管|联系|包联|包保|包抓|包案|挂联|挂钩|挂点|协管|督导|督办|主管|总|第一)?(?:[省市县区州旗镇乡](?:级|政府)?)?(?:领导|责任人|负责人|联系人|联络人|联络员|联系方式|联系电话)(?:及职务)?|(?:督导|督办|督查|监督|考核|考评|报送)(?:单位|部门)|(?:完成|工作|整改|落实|办结|推进|任务)?(?:时限|时间|期限|进度|节点)(?:要求|节点|安排|进度)?|分值|权重|分数|频次|备注'
const LABEL = new RegExp(
  `${RANK}(?:(牵头(?:责任)?|主责|主要责任|总牵头|(?:主办|汇总)(?=单位|部门|处室|科室))|(共同牵头|责任|落实|实施|主体责任|(?:承办|承担|负责|完成)(?=单位|部门|处室|科室))|(配合(?:责任)?|协同(?:责任)?|协助|协办|协作|共同责任|其他责任|(?:支持|指导)(?=单位|部门))|(参与|参加|参建))${NOUN}:|(?:${NO_UNIT_LABEL})(?:及要求)?:|(责任分工|职责分工|任务分工|分工):`,
  'y',
)
/** Units that a label can begin with: a quick look before the pattern. */
const LABEL_START = new Set(
  '牵主第总共责落承实配协支参完时工分具联权进职任省市县区州旗镇乡依按汇负指其包挂督监考报频备领目整办推期节'
    .split('')
    .map((unit) => unit.charCodeAt(0)),
)
const BY_DUTY =
  '(?:按照?|依照?|根据|依据|依)(?:各自|部门|其)?(?:法定)?(?:职责|分工|职能|职权)(?:和)?(?:职责|分工|范围)?(?:内)?(?:分别)?'
const SUFFIX = new RegExp(
  `(?:(?:作)?为(?:总)?(牵头|主办)(?:单位|部门)?|(?:共同|分别|联合|总|具体|负责|主要|${BY_DUTY})?(牵头|主办|主责)(?:负责|抓总|落实|实施|推进|组织实施|抓落实)?|(${BY_DUTY}(?:负责|抓好落实|抓落实|落实|推进|实施|做好|承担|组织实施)?(?:相关工作)?|分工(?:负责|落实|协作|推进)|各负其责|各司其职)|((?:共同|积极|协同|密切|全力|做好|予以|给予|${BY_DUTY})?(?:配合|协助|协办|协同|会同|指导|(?:作)?为(?:配合|协助|协办)(?:单位|部门)))(?:落实|做好|实施|推进)?|((?:共同|积极)?(?:参与|参加|(?:作)?为(?:参与|成员)(?:单位|部门)))(?:落实|做好|实施)?|((?:共同|具体|分别|组织|承担|主要|统一|统筹)?(?:负责(?:落实|实施|推进|组织实施|抓落实|考核|统计|认定)?|负总责|承担|承办|(?:作)?为(?:责任|承办)(?:单位|部门|主体)))|((?:共同|具体|分别|组织|均需|均要|均应|均须|统筹)?(?:抓好落实|抓落实|贯彻落实|落实|组织实施|具体实施|推进(?:落实)?|(?:作)?为落实(?:单位|部门|主体))))(?:责任|工作|到位)?$`,
)
/** 责任单位:市发改委(牵头)、市财政局: the role stands behind the one name. */
const NAMED_ROLE = /\((?:(牵头|主办|总牵头)|(配合|协办|协助)|(参与))(?:单位|部门)?\)$/
/** Dates, points and sentences among the names of a clause: 2025年12月底前完成, 分值10分, 第一个单位为牵头单位. */
const NO_NAME =
  /^(?:各?(?:单位|部门|地方|地区)|企业)$|\d+(?:年|月|日|分|%)|(?:年底|月底|年内)前?|(?:为|是)(?:牵头|主办|总牵头|汇总)|^(?:第一个|排在|排第|排名|列第|列在|逗号|下同|长期|持续|全年|每年|每季|每月|按季度|立即|常态|贯穿|除标注)|不再(?:一一|逐一|逐项|重复|另行|单独)?(?:列|罗列|标注|注明|做|作)|涉及|^(?:具体|各项|所有|全部)?任务/
/** Points in a clause of an assessment method: (10分,市统计局). */
const POINTS = /^(?:分值|权重)?\d{1,3}(?:\.\d+)?分$|^(?:分值|权重)\d/
/** A date in a clause: (县住建局,10月底前完成). */
const DATED = /^(?:\d{4}年)?\d{1,2}月|^(?:年底|年内)/
/** 市卫健委(列第一位的为牵头单位,下同): a rule in brackets is no part of the name before it. */
const RULE_IN_BRACKET =
  /\([^()]*(?:[为是即](?:该项|本项)?(?:工作)?(?:的)?(?:牵头|汇总|主办)|下同|第一位|首位|不再)[^()]*\)$/
const FOLLOWS = /^(?:以下|以上|其余|下同|不再|上述|其他(?!有关|相关|部门|单位|成员))/

function labelAt(text: string, at: number): { role: Role; length: number } | null {
  if (!LABEL_START.has(text.charCodeAt(at))) return null
  LABEL.lastIndex = at
  const match = LABEL.exec(text)
  if (!match) return null
  const role: Role = match[1]
    ? 'lead'
    : match[2] || match[5]
      ? 'responsible'
      : match[3]
        ? 'support'
        : match[4]
          ? 'participate'
          : 'ignore'
  return { role, length: match[0].length }
}

function suffixOf(words: string): { role: SuffixRole; length: number; shared: boolean } | null {
  const match = SUFFIX.exec(words)
  if (!match) return null
  const role =
    match[1] || match[2]
      ? 'lead'
      : match[3]
        ? 'responsible'
        : match[4]
          ? 'support'
          : match[5]
            ? 'participate'
            : match[6]
              ? 'charge'
              : 'carry'
  const shared = /^(?:分别|共同|联合)/.test(match[0])
  return { role: match[3]?.endsWith('牵头') ? 'lead' : role, length: match[0].length, shared }
}

/** Starts of labels and of parts between marks: where the clause is cut before roles are looked at. */
function cuts(text: string, start: number, end: number): { at: number; label: ReturnType<typeof labelAt> }[] {
  const found: { at: number; label: ReturnType<typeof labelAt> }[] = [{ at: start, label: labelAt(text, start) }]
  let at = start + (found[0]?.label?.length ?? 0)
  while (at < end) {
    const stop = nextCut(text, at, end)
    if (stop.at >= end) break
    found.push(stop)
    at = stop.at + (stop.label?.length ?? 0)
    if (at === stop.at) at++
  }
  return found
}

function nextCut(text: string, from: number, end: number): { at: number; label: ReturnType<typeof labelAt> } {
  const stop = firstOuter(text, from, end, ';,。')
  // A label ends with a colon.
  const colon = text.slice(from, stop).lastIndexOf(':')
  for (let at = from; at <= from + colon; at++) {
    const label = labelAt(text, at)
    if (label) return { at, label }
  }
  let next = stop
  while (next < end && ';,。'.includes(text.charAt(next))) next++
  return { at: Math.max(next, stop), label: next < end ? labelAt(text, next) : null }
}

interface State {
  readonly duties: ClauseDuty[]
  pending: ClauseDuty[]
  open: boolean
  marked: boolean
  /** Units of a plain 负责: they lead where the clause names no other lead and has no labels; without them those of a plain 落实. */
  charged: ClauseDuty[]
  carrying: ClauseDuty[]
  labelled: boolean
  /** The first duty under the label that was read last. */
  labelFrom: number
  /** The first duty since the last comma or role word: 责任单位:市招商局、市商务局牵头 gives both the role. */
  partFrom: number
  scored: boolean
}

function addPart(text: string, state: State, start: number, end: number, label: Role | null): void {
  if (label === 'ignore' || FOLLOWS.test(text.slice(start, start + 2))) return
  state.partFrom = state.duties.length
  const calls = CALLS_IN.exec(text.slice(start, Math.min(end, start + 3)))
  if (calls) callIn(state)
  for (const piece of splitUnits(text, start + (calls?.[0].length ?? 0), end))
    addPiece(text, state, piece, calls ? 'support' : label)
}

/** 市发改委,会同市财政局、市商务局: who was named before leads, who is called in supports. */
function callIn(state: State): void {
  apply(state, state.pending, 'lead')
  state.pending = []
  state.marked = true
}

function addPiece(
  text: string,
  state: State,
  piece: { start: number; end: number; open: boolean },
  label: Role | null,
): void {
  const whole = text.slice(piece.start, piece.end)
  const bracketed = whole.endsWith(')')
  const words = bracketed ? whole.slice(0, RULE_IN_BRACKET.exec(whole)?.index) : whole
  if (NO_NAME.test(words)) {
    state.scored ||= POINTS.test(words) || DATED.test(words)
    return
  }
  if (piece.open) state.open = true
  const own = bracketed ? NAMED_ROLE.exec(words) : null
  if (own && own.index > 1) return addOwnRole(state, piece.start, piece.start + own.index, own)
  const suffix = suffixOf(words)
  const nameEnd = piece.start + words.length - (suffix?.length ?? 0)
  const name = trimName(text, piece.start + (/^(?:并?由|请)(?=.)/.exec(words)?.[0].length ?? 0), nameEnd)
  if (name.open) state.open = true
  const role: DutyRole = label && label !== 'ignore' ? label : 'responsible'
  if (suffix) state.marked = true
  for (const one of suffix ? splitUnits(text, name.start, name.end) : [name]) {
    if (one.open) state.open = true
    for (const part of together(text, one.start, one.end)) {
      const stated = label !== null || suffix !== null || part.role !== null
      const duty: ClauseDuty = { at: part.start, end: part.end, role: part.role ?? role, stated }
      state.duties.push(duty)
      if (!label && part.role === null) state.pending.push(duty)
      else if (label && suffix && suffix.role !== 'charge' && suffix.role !== 'carry' && part.role === null)
        apply(state, state.duties.slice(suffix.shared ? state.labelFrom : state.partFrom), suffix.role)
    }
  }
  if (suffix && !label) {
    apply(state, state.pending, suffix.role)
    state.pending = []
  }
  if (suffix) state.partFrom = state.duties.length
}

/** 市发改委(牵头): that name has the role that its bracket says; the others keep theirs. */
function addOwnRole(state: State, at: number, end: number, [, lead, support]: RegExpExecArray): void {
  const role: DutyRole = lead ? 'lead' : support ? 'support' : 'participate'
  state.marked = true
  state.duties.push({ at, end, role, stated: true })
}

function apply(state: State, duties: readonly ClauseDuty[], role: SuffixRole): void {
  for (const duty of duties) {
    duty.role = role === 'charge' || role === 'carry' ? 'responsible' : role
    if (role === 'charge') state.charged.push(duty)
    if (role === 'carry') state.carrying.push(duty)
  }
}

const OPEN_END = /等(?:[^等]{0,12}(?:部门|单位|机构|企业|街道|乡镇|地区|公司))?$/

/** 等 may stand before the role word: 区财政局等按职责分工负责. */
function trimName(text: string, start: number, end: number): { start: number; end: number; open: boolean } {
  const words = text.slice(start, end)
  const match = words.includes('等') ? OPEN_END.exec(words) : null
  return match && match.index > 0 ? { start, end: start + match.index, open: true } : { start, end, open: false }
}

const CALLS_IN = /^并?会同/
const TOGETHER = /会同|商(?=[市区县省])/

/** 市发改委会同市财政局: the first leads, the second supports. 市财政局会同 after the lead is a helper's role: see SUFFIX. */
function together(text: string, start: number, end: number): { start: number; end: number; role: DutyRole | null }[] {
  if (end <= start) return []
  const at = TOGETHER.exec(text.slice(start, end))?.index ?? -1
  if (at < 2) return [{ start, end, role: null }]
  const length = text.startsWith('会同', start + at) ? 2 : 1
  return [
    { start, end: start + at, role: 'lead' },
    { start: start + at + length, end, role: 'support' },
  ]
}

/** Takes [start, end) of the view apart as a responsibility clause; the bracket around it is not part of the range. */
export function readClause(text: string, start: number, end: number): Clause {
  const state: State = {
    duties: [],
    pending: [],
    open: false,
    marked: false,
    charged: [],
    carrying: [],
    labelled: false,
    labelFrom: 0,
    partFrom: 0,
    scored: false,
  }
  const parts = cuts(text, start, end)
  let label: Role | null = null
  parts.forEach((part, index) => {
    if (part.label) {
      label = part.label.role
      state.marked ||= label !== 'ignore'
      state.labelled ||= label !== 'ignore'
      state.pending = []
      state.labelFrom = state.duties.length
    }
    const from = part.at + (part.label?.length ?? 0)
    addPart(text, state, from, parts[index + 1]?.at ?? end, label)
  })
  const hasLead = state.duties.some((duty) => duty.role === 'lead')
  const carriesAll = state.carrying.length === state.duties.length
  const leading = state.charged.length > 0 ? state.charged : carriesAll ? state.carrying : []
  if (!hasLead && !state.labelled) for (const duty of leading) duty.role = 'lead'
  return { duties: state.duties, openList: state.open, marked: state.marked, scored: state.scored }
}

/** 安河市 beside bodies is one; alone, words in 市 (文明城市, 全市) are none. */
const CITY = /^(?![全我本省县])[\u4e00-\u9fff]{2,3}(?<![城超门夜股上集楼都])市$/

/** Whether every name of a clause reads as a body. */
export function namesAreUnits(text: string, duties: readonly ClauseDuty[]): boolean {
  const names = duties.map((duty) => text.slice(duty.at, duty.end))
  return names.some(looksLikeUnit) && names.every((name) => looksLikeUnit(name) || CITY.test(name))
}

/** Whether most names of a clause read as a body or a post. */
export function mostNamesAreUnits(text: string, duties: readonly ClauseDuty[]): boolean {
  const named = duties.filter((duty) => isName(text.slice(duty.at, duty.end))).length
  return named > 0 && named * 2 >= duties.length
}

function isName(name: string): boolean {
  return looksLikeUnit(name) || looksLikePost(name)
}

/** Whether a clause label (责任单位：) stands at `at`. */
export function startsWithLabel(text: string, at: number): boolean {
  return labelAt(text, at) !== null
}
