import { matchesOf } from '../text/matches.ts'
import { splitUnits } from './units.ts'

/** A range of the view. */
export interface NameRange {
  readonly start: number
  readonly end: number
}

/** What a person holds in a body: 局长, 副主任, 二级调研员, 主要负责同志. */
const HELD =
  '(?:书记|主任|局长|部长|院长|检察长|会长|秘书长|厅长|处长|科长|股长|所长|站长|队长|台长|行长|社长|馆长|校长|镇长|乡长|村长|区长|县长|市长|省长|州长|盟长|旗长|政委|部队长|经理|董事长|理事长|调研员|巡视员|主任科员|总会计师|总工程师|总经济师|总规划师|总农艺师|督学|主席|常委|委员(?!会)|党组成员|党委成员|班子成员|负责人|负责同志|责任人|领导|干部|联络员|组长|一把手)'
const GRADE =
  '(?:党组|党委|党工委|党总支|党支部|审判委员会|检察委员会|正|副|第一|常务|专职|兼职|主要|分管|相关|有关|[一二三四]级|县处级|正科级|副科级|党政|挂职|、|兼|的)'
const POSTS = new RegExp(`^(?:${GRADE}|${HELD})*${HELD}$`)
/** Ends of bodies whose posts are named (市政府副秘书长 is a post, 市发改委主任 speaks for 市发改委). */
const LEADERSHIP = /^.{0,6}(?:[省市县区州旗镇乡]委|政府|人大|人大常委会|政协|党工委|工委|管委会|党委|纪委)$/
/** Whoever speaks for it, however high: 县经开区管委会主要负责人. */
const SPEAKS = /^(?:主要|分管|相关|有关)?(?:负责人|负责同志)$/
/** No body and post are named in more units; longer words are not looked into. */
const LONGEST = 80
const BODY_END =
  /(?:局|委|办|厅|部|院|会|室|社|团|队|司|所|站|校|台|行|处|组|中心|街道|镇|乡|政府|公司|集团|法庭|科协|文联|残联|妇联|侨联|工商联|园区|管理区|开发区|新区|高新区|银行|单位|部门)(?:\([^()]{1,20}\))?$/

/** 分管局领导 names nobody's office: 局 is no body of its own. */
const IN_CHARGE = /^(?:各|有关|相关)?分管/

/**
 * Where the name of the body ends in the words for a post holder: 县发改局主任 → 县发改局; the whole where the post itself is the name
 * (市政府副秘书长, 分管副县长).
 */
export function bodyEnd(words: string): number {
  if (words.length > LONGEST || IN_CHARGE.test(words)) return words.length
  const bracket = /\((?:[^()]{1,20})\)$/.exec(words)
  const length = bracket && !BODY_END.test(words.slice(0, bracket.index)) ? bracket.index : words.length
  for (let at = 2; at < length; at++) {
    const body = words.slice(0, at)
    const held = words.slice(at, length)
    if (BODY_END.test(body) && POSTS.test(held)) return LEADERSHIP.test(body) && !SPEAKS.test(held) ? length : at
  }
  return length
}

/** A body from its first unit up to a post: 市科学技术局副局长. Names of persons before it are passed over. */
const RUN_ON = new RegExp(
  `[省市县区州旗镇乡](?:(?!${HELD}|${GRADE}${HELD})[^、,;。:()\\n]){1,18}?(?:${GRADE}){0,3}${HELD}`,
  'g',
)
const MARKED = /[、,;。]/
const PERSON = /^[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?$/

/**
 * The bodies or posts that a list of post holders names, in order. Parts are told by marks, by the gaps that white space left
 * (`gaps`: offsets in the view), or, in a list that lost both, by the posts themselves.
 */
export function postHolders(text: string, start: number, end: number, gaps: readonly number[]): NameRange[] {
  const words = text.slice(start, end)
  if (gaps.length === 0) return MARKED.test(words) ? bodiesOf(text, start, end) : runOn(words, start)
  const cuts = [start, ...gaps, end]
  return cuts
    .slice(1)
    .flatMap((to, index) => wholePosts(text, splitUnits(text, cuts[index] ?? start, to)))
    .flatMap((piece) => holderOf(text, piece.start, piece.end))
}

const ENDS_IN_POST = new RegExp(`${HELD}$`)
/** 县委副书记、常务副县长: nobody is both. */
const DEPUTY_SECRETARY = /[省市县区州旗镇乡]委(?:专职)?副书记$/
const DEPUTY_HEAD = /^(?:常务|分管)?副/

/** A member of the committee holds a post besides: 县委常委、组织部部长. */
const RANK_ALONE = /常委$/

function isOnePerson(first: string, second: string): boolean {
  if (RANK_ALONE.test(first)) return ENDS_IN_POST.test(second)
  const isTwo = DEPUTY_SECRETARY.test(first) && DEPUTY_HEAD.test(second)
  return POSTS.test(second) && ENDS_IN_POST.test(first) && !isTwo
}

/** 县委常委、常务副县长 and 党组书记、局长 are two posts of one person: a part that is a post alone belongs to the post before it. */
function wholePosts(text: string, pieces: readonly NameRange[]): NameRange[] {
  const found: NameRange[] = []
  for (const { start, end } of pieces) {
    const before = found[found.length - 1]
    const joined =
      before?.end === start - 1 &&
      text.charAt(start - 1) === '、' &&
      isOnePerson(text.slice(before.start, before.end), text.slice(start, end))
    if (before && joined) found[found.length - 1] = { start: before.start, end }
    else found.push({ start, end })
  }
  return found
}

/** 县科工局主要负责人和各乡镇党委书记, 县委副书记和县委常委、常务副县长: behind whoever holds a post a list of its own begins. */
const BEHIND_SPEAKER = /(?<=负责人|负责同志)(?:和|及|以及|,|、)|(?<=书记|主任|[局部厅县区市]长)(?:和|及|以及)/g
/** Whoever speaks for a body, by no post of his own: it is the body that is named. */
const SPEAKER = /(?:负责人|负责同志|领导|责任人|班子成员|同志)$/

/**
 * The bodies and posts that a list in a sentence names, in order: who speaks for all of them (县发改局、县财政局主要负责人) is left
 * off, a post behind a list of bodies (县发改局、县财政局局长) too; a post that is named (县商务局局长) stands as it is written.
 */
export function bodiesOf(text: string, start: number, end: number): NameRange[] {
  const ands = matchesOf(BEHIND_SPEAKER, text.slice(start, end))
  const starts = [start, ...ands.map(({ index, 0: and }) => start + index + and.length)]
  return starts.flatMap((from, index) => bodiesIn(text, from, ands[index] ? start + ands[index].index : end))
}

/** The bodies and posts of one list, for all of which one may speak. */
function bodiesIn(text: string, start: number, end: number): NameRange[] {
  const words = (piece: NameRange) => text.slice(piece.start, piece.end)
  const all = splitUnits(text, start, end)
  const isShared = all.slice(0, -1).some((piece) => BODY_END.test(words(piece)) && !RANK_ALONE.test(words(piece)))
  const cut = (piece: NameRange) =>
    isShared || SPEAKER.test(words(piece)) ? { start: piece.start, end: piece.start + bodyEnd(words(piece)) } : piece
  const last = all[all.length - 1]
  const pieces = splitUnits(text, start, last ? cut(last).end : end)
  return wholePosts(text, pieces).map(cut)
}

function runOn(words: string, start: number): NameRange[] {
  const found = [...words.matchAll(RUN_ON)].map((match) => ({
    start: start + match.index,
    end: start + match.index + bodyEnd(match[0]),
  }))
  return found.length > 0 ? found : [{ start, end: start + bodyEnd(words) }]
}

/** One part of a list: nothing where it is a person's name alone; several where the part ran on. */
function holderOf(text: string, start: number, end: number): NameRange[] {
  const words = text.slice(start, end)
  const close = bodyEnd(words)
  if (close === words.length && PERSON.test(words) && !BODY_END.test(words) && !POSTS.test(words)) return []
  const inside = [...words.matchAll(RUN_ON)]
  if (inside.length > 1 || (inside.length === 1 && (inside[0]?.index ?? 0) >= 2)) return runOn(words, start)
  return [{ start, end: start + close }]
}
