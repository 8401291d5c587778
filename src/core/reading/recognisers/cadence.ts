import type { CadencePeriod } from '../facts.ts'
import type { FoundCadence, ReadingContext, Recogniser } from '../kernel.ts'
import { inRanges, pastRanges } from '../targets/past-parts.ts'
import { headingAt, pathOf } from '../tree/tree.ts'
import { matchesOf } from '../text/matches.ts'

const ACT =
  '(?:监测预警|调度通报|通报排名|调度|通报|讲评|会商|对账|研判|汇报|报告|分析|评估|考核|督查|督办|晾晒|点评|例会|报送|上报|小结|总结|评价|监测|评比|研究|碰头|盘点|督导|检查|复盘|预警|推进会|巡查|更新|公布|发布|通告|公示|评议|述职|测评)'
const SHORT = new RegExp(
  `(?:每|按|实行|实施|坚持|“)?(双周|两周|半月|日|周|旬|月|季度|季|半年|年)(?:一|1次|一次)?(${ACT})`,
  'g',
)
const LONG = new RegExp(
  `(每(?:一|个)?|按)(日|天|周|双周|两周|旬|月|季度|季|半年|年)(?:度)?(?!内|底|末|产|均|计划|轻|间|前)([^,。;的]{0,40}?)(${ACT})(?!\\d)`,
  'g',
)
const ACTS = new RegExp(ACT, 'g')
const NOUN = new RegExp(`(?:实施|开展|实行|进行|组织)(年度|季度|月度|半年)(${ACT})`, 'g')
const PERIODS: Readonly<Record<string, CadencePeriod>> = {
  ...{
    日: 'day',
    天: 'day',
    周: 'week',
    双周: 'twoWeek',
    两周: 'twoWeek',
    半月: 'twoWeek',
    旬: 'dekad',
    月: 'month',
    月度: 'month',
  },
  ...{ 季: 'quarter', 季度: 'quarter', 半年: 'halfYear', 年: 'year', 年度: 'year' },
}
const MAY_HOLD = /[日天周旬月季年](?:度|一|1)?/
/** A short form alone (年考核) is too weak; it counts after 每, 按, in quotes, or in a row of two. */
const ROW = new RegExp(
  `(?:双周|两周|半月|日|周|旬|月|季度|季|半年|年)(?:一)?${ACT}[、,](?:每)?(?:双周|两周|半月|日|周|旬|月|季度|季|半年|年)(?:一)?${ACT}`,
)

interface Beat {
  readonly at: number
  readonly end: number
  readonly period: CadencePeriod
  readonly act: string
}

function beat(match: RegExpMatchArray, start: number, period: string | undefined, act: string | undefined): Beat[] {
  const named = PERIODS[period ?? '']
  const quote = /^(?:“|实行|实施|坚持)?/.exec(match[0])?.[0].length ?? 0
  const at = start + (match.index ?? 0) + quote
  return named && act ? [{ at, end: at + match[0].length - quote, period: named, act }] : []
}

function beats(words: string, start: number): Beat[] {
  const row = ROW.test(words)
  const short = matchesOf(SHORT, words).flatMap((match) => {
    const marked = /^(?:每|按|“)/.test(match[0]) || row || words.charAt((match.index ?? 0) - 1) === '每'
    return marked && !/\d$/.test(words.slice(0, match.index)) ? beat(match, start, match[1], match[2]) : []
  })
  const long = matchesOf(LONG, words).flatMap((match) => longBeat(words, match, start))
  const noun = matchesOf(NOUN, words).flatMap((match) => beat(match, start, match[1], match[2]))
  const found: Beat[] = []
  for (const one of [...short, ...long, ...noun].sort((a, b) => a.at - b.at || a.end - b.end)) {
    if (!found.some((other) => one.at < other.end && other.at < one.end)) found.push(one)
  }
  return found
}

/** 每年4月底前将工作总结和工作计划报送…: the words handled (将…) are no act; the verb after them is. */
function longBeat(words: string, match: RegExpMatchArray, start: number): Beat[] {
  if (!/将|把/.test(match[3] ?? '')) return beat(match, start, match[2], match[4])
  const rest = /^[^,。;]*/.exec(words.slice(match.index))?.[0] ?? match[0]
  const act = matchesOf(ACTS, rest).at(-1)?.[0] ?? match[4]
  return beat(match, start, match[2], act)
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
      const words = tree.text.slice(sentence.start, sentence.end)
      if (!MAY_HOLD.test(words) || inRanges(past, sentence.start)) continue
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
