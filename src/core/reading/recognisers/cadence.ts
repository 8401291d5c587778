import { inSpans } from '#core/kit'
import type { FoundCadence, ReadingContext, Recogniser } from '../kernel.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { headingAt, pathOf } from '../tree/tree.ts'
import { matchesOf } from '../text/matches.ts'
import { HELD_SHAPES } from './held-rhythm.ts'
import { ACT, UNIT, beat } from './rhythm-words.ts'
import type { Beat, Reads } from './rhythm-words.ts'

const ACTS = new RegExp(ACT, 'g')
/** The words before a short beat that make it one, whatever stands beside it: 每, 按, 逐, a quote, 实行, 建立. */
const OPENING = '(?:每(?:一|个)?|按|逐|“|实行|实施|坚持|建立|健全|落实|执行|推行|开展)'
const SHORT = new RegExp(`(${OPENING})?(一)?(${UNIT})(一)?(?:1次|次)?(${ACT})`, 'g')
const LONG = new RegExp(
  `(每(?:一|个)?|按)(日|天|周|双周|两周|2周|半月|半个月|旬|月|季度|季|半年|年)(?:度)?(?!内|产|均|计划|轻|间|前|来)((?:[^,。;的每]{0,12}[前内],)?[^,。;的每]{0,40}?)(${ACT}|报(?=[送给至到市县区省镇乡领呈]))(?!\\d(?!\\d?[次遍轮]))`,
  'g',
)
/** 每季度抽取不少于15%的任务开展现场核查: how much is looked at stands between. */
const SAMPLED = new RegExp(
  `每(?:一|个)?(周|双周|半月|旬|月|季度|季|半年|年)(?:度)?(?:随机)?(?:抽取|抽选|选取|选择)[^,。;]{2,24}?(?:开展|进行|组织)([^,。;的]{0,6}${ACT})`,
  'g',
)
/** 每季度首月20日前,由甲牵头提出排名,经审定后通报: the day is set apart; what is told, at the end. */
const BY_DAY = new RegExp(
  `每(月|季度|季|半年|年)(?:度)?[^,。;每]{0,6}?\\d{1,2}日(?:之?前|以前),[^。;每]{4,80}?(通报|报送|上报|公布)(?=[,。;]|$)`,
  'g',
)
/** 半年开展一次专项督查: how often stands without 每. */
const ONCE = new RegExp(
  `(?<![每上下前后本\\d])(半年|季度|月|年)(?:开展|组织|进行|召开|形成|听取)(?:一|1)次([^,。;的]{0,12}?)(${ACT})`,
  'g',
)
/** 半月一报. */
const ONE_REPORT = new RegExp(`(${UNIT})一(报)(?![表告送])`, 'g')
/** 年中、年底各开展一次评估: twice a year. */
const TWICE_A_YEAR = new RegExp(`年中、年[底末](?:各|分别)?(?:开展|组织|进行)(?:一|1)次([^,。;的]{0,8}?)(${ACT})`, 'g')
/** “周盯进、旬协调、月通报”, 推动日管控、周排查要求落地: a row of beats in quotes or before 制度, whatever the acts are called, as long as one of them is known. */
const QUOTED_ROW = new RegExp(
  `(?:“|实行|建立|坚持|落实|执行|推行|健全|推动)((?:${UNIT}[\\u4e00-\\u9fff]{1,4}[、,]){1,5}${UNIT}[\\u4e00-\\u9fff]{1,4}?)(?:”|制度|机制|要求)`,
  'g',
)
const QUOTED_PART = new RegExp(`(${UNIT})([\\u4e00-\\u9fff]{1,4})`, 'g')
/** 组织季度“先锋”评选; 12月中旬开展年度考核 is a date. */
const NOUN = new RegExp(
  `(?<![月旬日底末前])(?:实施|开展|实行|进行|组织)(年度|季度|月度|半年)(?:“[^”]{1,12}”)?(${ACT})`,
  'g',
)
/** 月报制度, 季度报表和年度总结报送: what is reported is named after its period. */
const REPORT = /(周|旬|月|季|半年|年)(报)(?=制度|机制)|(月度|季度|半年|年度)(?:工作)?(报表|总结)(?=[^,。;]{0,12}报送)/g
const MAY_HOLD = new RegExp(
  `每|年中、年[底末]|一报|[年季度月](?:开展|组织|进行|召开|形成|听取)[一1]次|按[日周旬月季年]|${UNIT}(?:一|1次|一次)?(?:“[^”]{1,12}”)?${ACT}|[周旬月季年]报(?:制度|机制)`,
)
/** A short form alone (年考核) is too weak; it counts after a word that sets it to work, before 制度, or in a row of two. */
const PART = `(?:每|按|一)?${UNIT}(?:一|1次|一次)?${ACT}`
const ROW = new RegExp(`${PART}[、,]${PART}`)
const SYSTEM = /^[^,。;]{0,12}(?:制度|机制)/
/** Weak alone: what is judged or published once a year says nothing of how the plan is steered. */
const YEARLY = /^年/

/** 每年发布“揭榜挂帅”项目20项: what is put out in a year, counted. */
const YEARS_OUTPUT = /^[^,。;]{0,20}?\d+(?![\d日号次月时点:]|家次|个工作日)/

/** 周调度 counts where a word or a row marks it; 一周一调度 marks itself. */
function shortBeat(words: string, match: RegExpExecArray, start: number, row: boolean): Beat[] {
  const [whole, opening, one, period, each, act] = match
  const before = words.charAt(match.index - 1)
  const after = words.slice(match.index + whole.length, match.index + whole.length + 20)
  if (/\d/.test(before) || (opening === undefined && /[本上下近今去个]/.test(before))) return []
  const strong = /^(?:每|按|逐|“)/.test(opening ?? '') || /^(?:双周|两周)$/.test(period ?? '')
  const marked = opening !== undefined && !YEARLY.test(period ?? '')
  if (period === '年' && YEARS_OUTPUT.test(after)) return []
  const isEach = one !== undefined || (each !== undefined && !YEARLY.test(period ?? ''))
  const system = SYSTEM.test(after) && !YEARLY.test(period ?? '')
  return strong || marked || isEach || row || system ? beat(match, start, period, act) : []
}

/** A beat whose period and act stand in groups of the match. */
const inGroups =
  (period: number, act: number): Reads =>
  (match, start) =>
    beat(match, start, match[period], match[act])

/** Every way to state a rhythm but the short one, which depends on what stands beside it. */
const SHAPES: readonly (readonly [RegExp, Reads])[] = [
  [QUOTED_ROW, quotedBeats],
  [REPORT, reportBeat],
  [LONG, longBeat],
  [SAMPLED, inGroups(1, 2)],
  [BY_DAY, inGroups(1, 2)],
  [NOUN, nounBeat],
  [ONCE, inGroups(1, 3)],
  [ONE_REPORT, inGroups(1, 2)],
  [TWICE_A_YEAR, (match, start) => beat(match, start, '半年', match[2])],
  ...HELD_SHAPES,
]

function beats(words: string, start: number): Beat[] {
  const row = ROW.test(words)
  const short = matchesOf(SHORT, words).flatMap((match) => shortBeat(words, match, start, row))
  const other = SHAPES.flatMap(([pattern, reads]) =>
    matchesOf(pattern, words).flatMap((match) => reads(match, start, words)),
  )
  const found: Beat[] = []
  for (const one of [...other, ...short].sort((a, b) => a.at - b.at || a.end - b.end)) {
    if (!found.some((known) => (one.at < known.end && known.at < one.end) || sameNoun(one, known))) found.push(one)
  }
  return found
}

/** A report or meeting that one sentence names twice (建立月例会制度,…每月例会) is one beat. */
function sameNoun(one: Beat, other: Beat): boolean {
  return one.period === other.period && one.act === other.act && /总结|报表|例会/.test(one.act)
}

function quotedBeats(row: RegExpExecArray, start: number): Beat[] {
  const [, words = ''] = row
  if (words.search(ACTS) < 0) return []
  return matchesOf(QUOTED_PART, words).flatMap((match) =>
    beat(match, start + row.index + row[0].indexOf(words), match[1], match[2]),
  )
}

/** (三)组织半年评估。 A title names what is told below. */
function nounBeat(match: RegExpExecArray, start: number, words: string): Beat[] {
  const isTitle =
    /^[(\d][^,。;]{0,4}$/.test(words.slice(0, match.index)) && words.length - match.index - match[0].length <= 1
  return isTitle ? [] : beat(match, start, match[1], match[2])
}

function reportBeat(match: RegExpExecArray, start: number): Beat[] {
  const [, unit, report, period, act] = match
  return unit ? beat(match, start, unit, `${unit}${report ?? ''}`) : beat(match, start, period, act)
}

/** 每年新增200家企业通过评估 promises a number, not a rhythm; days and times (5日前, 1次) are no such number. */
const COUNTED = /\d+(?![\d日号次月时点:])/

const REPORTS = /^(?:报|报送|上报|报备)$/

/** 每月5日、15日、25日前: thrice a month is the dekad. */
const THREE_DAYS = /^(?:\d{1,2}[日号]?、){2}\d{1,2}[日号]/
/** 每年4月底前将工作总结和工作计划报送…: the words handled (将…) are no act; the verb after them is. */
function longBeat(match: RegExpExecArray, start: number, words: string): Beat[] {
  if (COUNTED.test(match[3] ?? '')) return []
  if (match[2] === '年' && YEARS_OUTPUT.test(words.slice(match.index + match[0].length))) return []
  const heard = match[3]?.indexOf('听取') ?? -1
  if (heard >= 0) return beat(match, start, match[2], `${match[3]?.slice(heard) ?? ''}${match[4] ?? ''}`)
  if (match[2] === '月' && THREE_DAYS.test(match[3] ?? '')) return beat(match, start, '旬', match[4])
  // 每季度向常务会议报告: a body that is told.
  const toBody = match[4] === '会议' && match[3]?.includes('向')
  if (!toBody && !/将|把/.test(match[3] ?? '')) return beat(match, start, match[2], match[4])
  const rest = /^[^,。;]*/.exec(words.slice(match.index))?.[0] ?? match[0]
  // 将进展报区发改局汇总: what the receiver does with it is no rhythm of those who report.
  const act = REPORTS.test(match[4] ?? '') ? match[4] : (matchesOf(ACTS, rest).at(-1)?.[0] ?? match[4])
  return beat(match, start, match[2], act)
}

const NAME = /《[^《》]{1,60}》|“[^“”]{1,20}”(?=平台|系统|小程序|专栏|模块)/g

/** Names of documents and systems (“某某督查”平台) prescribe nothing: their words are blanked, offsets kept. */
function withoutNames(words: string): string {
  return /[《“]/.test(words) ? words.replace(NAME, (name) => '·'.repeat(name.length)) : words
}

/** Beats that stand in one row are one cadence: 旬调度、月通报、季讲评. */
function rows(all: readonly Beat[]): Beat[][] {
  const lists: Beat[][] = []
  for (const one of all) {
    const last = lists[lists.length - 1]
    const previous = last?.[last.length - 1]
    if (last && previous && one.at - previous.end <= 2) last.push(one)
    else lists.push([one])
  }
  return lists
}

/** The rhythm that a plan prescribes: 旬调度、月通报、季讲评; 每年4月底前…报送; 按季度…监测预警. */
export const cadence: Recogniser = {
  id: 'cadence.rhythm',
  recognise({ tree, draft, trace }: ReadingContext) {
    const past = pastRanges(tree)
    for (const sentence of tree.sentences) {
      const words = withoutNames(tree.text.slice(sentence.start, sentence.end))
      if (!MAY_HOLD.test(words) || inSpans(past, sentence.start)) continue
      for (const row of rows(beats(words, sentence.start))) {
        const at = row[0]?.at ?? sentence.start
        const end = row[row.length - 1]?.end ?? at
        const items = row.map(({ period, act }) => ({ period, act }))
        const found: FoundCadence = {
          at,
          end,
          rule: 'cadence.rhythm',
          implied: [],
          path: pathOf(headingAt(tree, at)),
          items,
        }
        draft.cadences.push(found)
        trace?.({
          rule: 'cadence.rhythm',
          at,
          end,
          detail: items.map((item) => `${item.period} ${item.act}`).join(', '),
        })
      }
    }
  },
}
