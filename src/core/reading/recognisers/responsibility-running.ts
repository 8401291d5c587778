import type { DutyRole } from '#core/plan'
import { firstOuter } from '../text/brackets.ts'
import type { ReadingContext, Recogniser } from '../kernel.ts'
import { markAt } from '../tree/marks.ts'
import { dutyHeadingAt, pathOf } from '../tree/tree.ts'
import { namesAreUnits, readClause } from '../units/clause.ts'
import { looksLikePost, looksLikeUnit, splitUnits } from '../units/units.ts'
import { matchesOf } from '../text/matches.ts'

/** 牵头 that gives somebody a duty; 牵头单位 is a label (为牵头单位 is none), 牵头抓总 general accountability, 牵头负责人 a noun. */
const LEAD =
  /(?:作?为|是)总?牵头(?:单位|部门)|(?:要|应)牵头(?=[\u4e00-\u9fff])|(?:为总|总|为|分别|共同|联合|负责)?(?<!所)牵头(?!抓总|单位|部门|负责人|人|作用|领导|科室|或)/g
const CHARGE =
  /由([^,。;:由]{2,60}?)(?:具体|共同|分别|统一|(按(?:照|各自)?(?:职责|分工|职能){1,2}))?负责(?!人|同志|任|解释)/g
/** Without one of these words nobody who helps is named. */
const HELPS = /配合|参[与加]|协[助办同]|会同|支持|负责|落实|承[担办]|责任|实施|职责/
const LEADS = /牵头|主办/
const BOUNDARY = ',。;:由〔“”》\n'
const TOGETHER = /会同/g
/** 由甲牵头,会同乙对…: who is called in supports. */
const CALLED_IN = /^[,、]?会同/
/** Nobody is named: whoever is concerned. */
const UNNAMED = /^(?:有关|相关|各(?!镇|乡|县|区|市|街)|其他)/
/** A rule of the text, no body: 本章各条首列单位为牵头单位. */
const RULE = /首列|首位|第一|列第|排名/
/** 由该单位牵头: a rule names nobody; 1个省直部门牵头 says how many. */
const THAT_BODY = /^(?:(?:该|本|上述|各(?:牵头|责任|配合|承办|主办)(?:责任)?)(?:单位|部门)$|\d{1,2}[个家名位])/
/** A name may go on so far behind what reads as a whole name already: 市政府|国资委. */
const GOES_ON = 5
const MAX_NAMES = 80
const MAX_HELPERS = 400

interface Names {
  readonly at: number
  readonly end: number
}

/** Back to the last mark, 由 or open bracket; brackets that belong to a name (区商务局(招商中心)) are passed over. */
function namesStart(text: string, end: number, from: number): number {
  let depth = 0
  let start = end
  while (start > from && end - start < MAX_NAMES) {
    const mark = text.charAt(start - 1)
    if (mark === ')') depth++
    else if (mark === '(' && depth-- === 0) break
    else if (BOUNDARY.includes(mark) && depth === 0) break
    start--
  }
  return start
}

/** (一)市商务局牵头负责…: the mark of the item is no part of the name. */
function behindMark(text: string, start: number): number {
  const atLine = start === 0 || text.charAt(start - 1) === '\n'
  return start + (atLine ? (markAt(text, start)?.length ?? 0) : 0)
}

/** 召集人对所负责的任务|总牵头: for what, behind the name of a post. */
function nameOnly(text: string, { start, end }: { readonly start: number; readonly end: number }): number {
  const post = /^[^对]{2,16}(?=对所)/.exec(text.slice(start, end))?.[0] ?? ''
  return looksLikePost(post) ? start + post.length : end
}

/** The names before `end`: back to the last mark or 由, if all of them read as bodies or as one post. */
function namesBefore(text: string, end: number, from: number): Names[] | null {
  const start = behindMark(text, namesStart(text, end, from))
  if (end - start < 2) return null
  const pieces = splitUnits(text, start, end).map((piece) => ({ at: piece.start, end: nameOnly(text, piece) }))
  const words = pieces.map((piece) => text.slice(piece.at, piece.end))
  if (words.some((word) => RULE.test(word) || THAT_BODY.test(word))) return null
  if (words.length > 0 && words.every(looksLikeUnit)) return pieces
  if (
    words.length > 0 &&
    words.every((word) => looksLikePost(word) || looksLikeUnit(word)) &&
    words.some(looksLikePost)
  ) {
    return words.every(looksLikePost) ? [{ at: start, end: pieces.at(-1)?.end ?? end }] : pieces
  }
  return null
}

/** …牵头,市财政局、市总工会等部门配合,各区落实: the next parts of the sentence may name those who help, until one does not. */
function helpersAfter(text: string, from: number, sentenceEnd: number): { at: number; end: number; role: DutyRole }[] {
  const found: { at: number; end: number; role: DutyRole }[] = []
  let at = from
  while (',、'.includes(text.charAt(at)) && at < sentenceEnd) {
    const end = helpEnd(text, at + 1, sentenceEnd)
    if (end < 0) break
    const whole = readClause(text, at + 1, end)
    const { marked, duties } = whole.marked ? whole : readClause(text, at + 1, helpWordEnd(text, at + 1, end))
    if (!marked || LEADS.test(text.slice(at, end)) || !namesAreUnits(text, duties)) break
    found.push(...duties.map((duty) => ({ at: duty.at, end: duty.end, role: helping(duty.role) })))
    at = end
  }
  return found
}

/** Beside a lead nobody leads: who carries out (各区落实) is responsible. */
function helping(role: DutyRole): DutyRole {
  return role === 'lead' ? 'responsible' : role
}

/** 市政府|国资委, 市发改委|员会: what a name may go on with; 市发改委|建立任务台(账) is a verb. */
function isRestOfName(words: string): boolean {
  return words.length < 3 || looksLikeUnit(words)
}

/** End of the name that begins at `from`: the first that reads as a body, or a little longer where that is one as well. */
function nameEnd(text: string, from: number, limit: number): number {
  const reads = (end: number) => looksLikeUnit(text.slice(from, end)) && !'(('.includes(text.charAt(end))
  let end = from + 2
  while (end <= limit && !reads(end)) end++
  if (end > limit) return -1
  for (let longer = Math.min(limit, end + GOES_ON); longer > end; longer--)
    if (reads(longer) && isRestOfName(text.slice(end, longer))) return longer
  return end
}

/** The bodies that are listed from `from` on, before a verb: 县纪委监委机关、县统计局在10个工作日内…. */
function calledIn(text: string, from: number, sentenceEnd: number): Names[] {
  const found: Names[] = []
  const limit = Math.min(firstOuter(text, from, sentenceEnd, ',。;'), from + MAX_HELPERS)
  for (let at = from; at < limit;) {
    const stop = firstOuter(text, at, limit, '、')
    const end = nameEnd(text, at, Math.min(stop, at + MAX_NAMES / 2))
    if (end < 0) break
    if (UNNAMED.test(text.slice(at, end))) break
    found.push({ at, end })
    if (text.charAt(end) !== '、') break
    at = end + 1
  }
  return found
}

/** End of the part that opens at `from` if it names a helping role: at the first comma after one (市财政局,各区配合 is one part). */
function helpEnd(text: string, from: number, sentenceEnd: number): number {
  const limit = Math.min(sentenceEnd, from + MAX_HELPERS)
  const stop = firstOuter(text, from, limit, '。;')
  let end = firstOuter(text, from, stop, ',')
  while (end < stop && !HELPS.test(text.slice(from, end))) end = firstOuter(text, end + 1, stop, ',')
  return HELPS.test(text.slice(from, end)) ? end : -1
}

/** 市统计局、市商务局配合|提供数据: behind the role word stands what is done. */
function helpWordEnd(text: string, from: number, end: number): number {
  const word = /^.{2,200}?(?:配合|参与|协助|协同)(?=[\u4e00-\u9fff]{2,10}$)/.exec(text.slice(from, end))
  return word ? from + word[0].length : end
}

/** 约谈, 问责: what is done to those who fail is no duty of the plan. */
const CALLS_TO_ACCOUNT = /^[^,。;]{0,30}(?:约谈|问责|追责)/

function add(
  { tree, draft, trace }: ReadingContext,
  names: readonly Names[],
  wordAt: number,
  wordEnd: number,
  sentenceEnd: number,
  role: DutyRole = 'lead',
): void {
  const first = names[0]
  if (!first) return
  const at = tree.text.charAt(first.at - 1) === '由' ? first.at - 1 : first.at
  const end = firstOuter(tree.text, wordAt, sentenceEnd, ',。;')
  // 甲会同乙, 甲牵头会同乙, 甲牵头推进,会同乙.
  const callsAt = [wordAt, wordEnd, end].find((from) => CALLED_IN.test(tree.text.slice(from, from + 3)))
  const called = callsAt === undefined ? null : CALLED_IN.exec(tree.text.slice(callsAt, callsAt + 3))
  const from = (callsAt ?? end) + (called?.[0].length ?? 0)
  // 甲牵头、乙配合: the helpers' part follows at once.
  const rest = tree.text.charAt(wordEnd) === '、' ? wordEnd : end
  const helpers = called
    ? calledIn(tree.text, from, sentenceEnd).map((name) => ({ ...name, role: 'support' as DutyRole }))
    : helpersAfter(tree.text, rest, sentenceEnd)
  const duties = [...names.map((name) => ({ ...name, role })), ...helpers]
  const path = pathOf(dutyHeadingAt(tree, at))
  draft.assignments.push({
    at,
    end,
    rule: 'responsibility.running',
    implied: [],
    path,
    duties,
    openList: false,
    form: 'running',
  })
  trace?.({ rule: 'responsibility.running', at, end, detail: `${duties.length} names` })
}

/** Words of a sentence that give somebody a duty: 由市发改委牵头编制…, 由各专班召集人牵头. Clauses in brackets are not its own. */
export const responsibilityRunning: Recogniser = {
  id: 'responsibility.running',
  recognise(context) {
    const { tree } = context
    for (const sentence of tree.sentences) {
      const words = tree.text.slice(sentence.start, sentence.end)
      if (!words.includes('牵头') && !words.includes('负责') && !words.includes('会同')) continue
      for (const match of matchesOf(LEAD, words)) {
        const at = sentence.start + match.index
        const names = namesBefore(tree.text, at, sentence.start)
        if (names) add(context, names, at, at + match[0].length, sentence.end)
      }
      for (const match of matchesOf(TOGETHER, words)) {
        const at = sentence.start + match.index
        const names = namesBefore(tree.text, at, sentence.start)
        if (CALLS_TO_ACCOUNT.test(words.slice(match.index))) continue
        if (names && names.length === 1 && calledIn(tree.text, at + 2, sentence.end).length > 0)
          add(context, names, at, at, sentence.end)
      }
      for (const match of matchesOf(CHARGE, words)) {
        if (match[1]?.includes('牵头')) continue
        const end = sentence.start + match.index + 1 + (match[1]?.length ?? 0)
        const names = namesBefore(tree.text, end, sentence.start)
        if (names) add(context, names, end, end, sentence.end, match[2] ? 'responsible' : 'lead')
      }
    }
  },
}
