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
}

type Role = DutyRole | 'ignore'

const LABEL =
  /(?:(?:依职责|按职责|依职能)?(?:(牵头(?:责任)?|主办|主要责任|第一责任|总牵头)|(共同牵头|责任|落实|承办|实施|主体责任|承担)|(配合(?:责任)?|协助|协办|协同|支持)|(参与|参加)))(?:单位|部门|处室|科室|主体|机构|方|市直部门)?(?:和(?:部门|单位))?:|(?:完成时限|完成时间|时限要求|时间要求|工作时限|时限|责任领导|分管领导|责任人|具体责任人|联系人|牵头领导|联系领导|分值|权重|时间节点|进度安排|落实时限)(?:及要求)?:|(责任分工|职责分工|任务分工):/y
/** Units that a label can begin with: a quick look before the pattern. */
const LABEL_START = new Set(
  '牵主第总共责落承实配协支参完时工分具联权进职任'.split('').map((unit) => unit.charCodeAt(0)),
)
const SUFFIX =
  /(?:为(?:总)?(牵头)(?:单位|部门)?|(?:共同|分别|联合|总|具体|依职责|按职责)?(牵头)(?:负责|抓总|落实|实施|推进|组织实施)?|((?:按照?|依照?|根据|依)(?:各自|部门)?(?:职责|分工|职能|职权)(?:和)?(?:职责|分工)?(?:分别)?(?:负责|落实|抓好落实|推进|实施|做好|承担|组织实施)?)|((?:共同|积极|协同|按职责|按职责分工|按照职责分工|依职责)?(?:配合|协助|协办|协同))(?:落实|做好|实施)?|((?:共同|积极)?(?:参与|参加))|((?:共同|具体|分别|组织|承担)?(?:负责(?:落实|实施|推进)?|承担|承办|落实|组织实施)))(?:责任)?$/
/** Dates, points and sentences among the names of a clause: 2025年12月底前完成, 分值10分, 第一个单位为牵头单位. */
const NO_NAME =
  /\d+(?:年|月|日|分)|(?:年底|月底|年内)前?|(?:为|是)牵头|^(?:第一个|排在|逗号|下同|长期|持续推进|全年|每年|每季|按季度)/
const FOLLOWS = /^(?:以下|以上|其余|下同|不再|上述|其他)/

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

function suffixOf(words: string): { role: DutyRole | 'charge'; length: number } | null {
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
            : 'charge'
  if (match[3]?.endsWith('牵头')) return { role: 'lead', length: match[0].length }
  return { role, length: match[0].length }
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
  for (let at = from; at < stop; at++) {
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
  /** Units of a plain 负责: they lead where the clause names no other lead and has no labels. */
  charged: ClauseDuty[]
  labelled: boolean
}

function addPart(text: string, state: State, start: number, end: number, label: Role | null): void {
  if (label === 'ignore' || FOLLOWS.test(text.slice(start, start + 2))) return
  for (const piece of splitUnits(text, start, end)) addPiece(text, state, piece, label)
}

function addPiece(
  text: string,
  state: State,
  piece: { start: number; end: number; open: boolean },
  label: Role | null,
): void {
  const words = text.slice(piece.start, piece.end)
  if (NO_NAME.test(words)) return
  if (piece.open) state.open = true
  const suffix = suffixOf(words)
  const nameEnd = suffix ? piece.end - suffix.length : piece.end
  const name = trimName(text, piece.start, nameEnd)
  if (name.open) state.open = true
  const role: DutyRole = label && label !== 'ignore' ? label : 'responsible'
  if (suffix) state.marked = true
  const names = suffix ? splitUnits(text, name.start, name.end) : [name]
  if (names.some((one) => one.open)) state.open = true
  for (const part of names.flatMap((one) => together(text, one.start, one.end))) {
    const duty: ClauseDuty = {
      at: part.start,
      end: part.end,
      role: part.role ?? role,
      stated: label !== null || suffix !== null || part.role !== null,
    }
    state.duties.push(duty)
    if (!label && part.role === null) state.pending.push(duty)
    else if (label && suffix && suffix.role !== 'charge' && part.role === null) apply(state, [duty], suffix.role)
  }
  if (suffix && !label) {
    apply(state, state.pending, suffix.role)
    state.pending = []
  }
}

function apply(state: State, duties: readonly ClauseDuty[], role: DutyRole | 'charge'): void {
  for (const duty of duties) {
    duty.role = role === 'charge' ? 'responsible' : role
    if (role === 'charge') state.charged.push(duty)
  }
}

/** 等 may stand before the role word: 区财政局等按职责分工负责. */
function trimName(text: string, start: number, end: number): { start: number; end: number; open: boolean } {
  const match = /等(?:[^等]{0,12}(?:部门|单位|机构|企业|街道|乡镇|地区|公司))?$/.exec(text.slice(start, end))
  return match && match.index > 0 ? { start, end: start + match.index, open: true } : { start, end, open: false }
}

/** 市发改委会同市财政局: the first leads, the second supports. */
function together(text: string, start: number, end: number): { start: number; end: number; role: DutyRole | null }[] {
  if (end <= start) return []
  const at = text.slice(start, end).search(/会同|商(?=[市区县省])/)
  if (at < 2) return [{ start, end, role: null }]
  const length = text.startsWith('会同', start + at) ? 2 : 1
  return [
    { start, end: start + at, role: 'lead' },
    { start: start + at + length, end, role: 'support' },
  ]
}

/** Takes [start, end) of the view apart as a responsibility clause; the bracket around it is not part of the range. */
export function readClause(text: string, start: number, end: number): Clause {
  const state: State = { duties: [], pending: [], open: false, marked: false, charged: [], labelled: false }
  const parts = cuts(text, start, end)
  let label: Role | null = null
  parts.forEach((part, index) => {
    if (part.label) {
      label = part.label.role
      state.marked ||= label !== 'ignore'
      state.labelled ||= label !== 'ignore'
      state.pending = []
    }
    const from = part.at + (part.label?.length ?? 0)
    addPart(text, state, from, parts[index + 1]?.at ?? end, label)
  })
  const hasLead = state.duties.some((duty) => duty.role === 'lead')
  if (!hasLead && !state.labelled) for (const duty of state.charged) duty.role = 'lead'
  return { duties: state.duties, openList: state.open, marked: state.marked }
}

/** Whether every name of a clause reads as a body. */
export function namesAreUnits(text: string, duties: readonly ClauseDuty[]): boolean {
  return duties.length > 0 && duties.every((duty) => looksLikeUnit(text.slice(duty.at, duty.end)))
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
