import type { FoundTaskForce, ReadingContext, Recogniser } from '../kernel.ts'
import { MARK, bodyNamed } from './task-force-list.ts'
import { headingAt, pathOf, quoteOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { bodiesOf } from '../units/post-holders.ts'
import { matchesOf } from '../text/matches.ts'

const BODY = '(?:专班|领导小组|协调小组|工作小组|推进小组|协调组|指挥部|工作组|联席会议|推进机制|推进组|专项组|攻坚组)'
/** Whoever stands at the head of a body, under any name of the post. */
const HEAD = '(?:召集人|组长|总指挥|指挥长)'
const LEADER = '(?:召集人|召集单位|组长|总牵头|总指挥|指挥长|总负责)'
const LEADER_LABEL = '(?:召集单位|召集人|牵头单位|组长|总指挥|指挥长):'
const HOLDS = '(?:担任|任|为)'
const ALSO_HOLDS = '(?:担任|任|为|兼任|作为)'
const STOP = '(?=[,。;]|$)'
const SET_UP = new RegExp(
  `(?:成立|组建|建立|设立|发挥)(?:由[^。;]{2,300}?(?:成员(?:单位)?|组长|召集人|总指挥|指挥长|参加|参与|组成)的([^,。;]{0,40}?${BODY})|(?:了|由)?(?:实施)?([^,。;]{0,40}?${BODY}))|(?<=^|[。;:]|其中,)(?:\\([一二三四五六七八九十]{1,3}\\)|\\d{1,2}[.、])?([^,。;:由]{2,30}?(?:${BODY}|组))(?=[。:]?(?:由[^。;]{2,60}?(?:(?:担任|任|兼任)(?:第一|总|双)?${LEADER}|牵头[,。;])|(?:${HEAD}|牵头领导)(?:由|为)|${LEADER_LABEL}))`,
  'g',
)
const CONVENER = new RegExp(`(?:由|,|;|。)([^,。;由]{2,50}?)(?:共同)?${ALSO_HOLDS}(?:双|总|第一)?${LEADER}`)
const CONVENER_AFTER = new RegExp(
  `(?<!副)(?:总|第一)?(?:${LEADER}|牵头领导)(?:一职)?(?:由|为)([^,。;由]{2,50}?)(?:共同)?(?:担任|兼任)?${STOP}`,
)
/** 县委书记任第一组长,县长任组长: both convene. */
const SECOND_CONVENER = new RegExp(`${HOLDS}第一${HEAD},([^,。;由]{2,50}?)${HOLDS}${HEAD}`)
/** 由市商务局牵头,市供销合作社参加. */
const LED = new RegExp(`(?:^|[,。;:]|组|专班)由([^,。;由]{2,50}?)牵头${STOP}`)
/** 总召集人 over 召集人: the latter are his deputies. */
const DEPUTY_UNDER = new RegExp(`总(?:召集人|组长),([^。;]{2,160}?)${HOLDS}(?:召集人|组长)`)
const CONVENER_LABEL = new RegExp(`${LEADER_LABEL}([^,。;:]{2,60})`)
const LED_BY = new RegExp(
  `(?:^|[,。;])由?([^,。;由]{2,50}?)牵头,?(?:([^。;由]{2,160}?)(?:参与|参加|配合),?)?(?:共同)?(?:组建|成立|设立|建立)([^,。;]{0,40}?${BODY})`,
)
const DEPUTY = new RegExp(`(?:,|;|。|由|、)([^。;]{2,160}?)(?:担任|任|为|作为)(?:第一|常务)?副总?${HEAD}`, 'g')
const DEPUTY_AFTER = new RegExp(`副总?${HEAD}(?:单位)?(?:一职)?(?:由|为|:)([^,。;]{2,80}?)(?:担任|兼任)?${STOP}`)
const MEMBERS =
  /成员(?:单位)?(?:主要)?(?:包括|为|有|由|从|:|分别为)+([^。;]{2,1200}?)(?:等?(?:相关)?(?:单位|部门)?(?:主要|分管|相关)?(?:负责人|负责同志|领导)?(?:组成|抽调))?(?=[,;](?:[^,。;]{0,8}办公室|日常工作)|。|;|$)/
const MEMBERS_BEFORE = new RegExp(
  `(?:召集单位|${HEAD}|担任)[,;。、]((?:各(?:(?![任为副])[^,。;、]){0,12}${HEAD}|(?!${HEAD})[^。;]){1,1200}?)(?:等)?(?:为|是|任|作为)成员(?:单位)?`,
)
/** 由甲局担任召集单位,乙局、丙局参加. */
const TAKING_PART = new RegExp(
  `(?:召集单位|${HEAD}|牵头|担任),([^,。;:]{2,400}?)等?(?:相关)?(?:单位|部门)?(?:派员)?(?:参加|参与)${STOP}`,
)
const OFFICE =
  /办公室(?:\([^()]{1,30}\),?)?(?:设|设立|设置|挂靠)(?:在|于)([^,。;()]{2,40}?(?:\([^()]{1,20}\))?)(?=[,。;)]|$)/
const DAILY_WORK = /日常工作由([^,。;]{2,40}?)(?:承担|负责)/

/** 县委组织部(以下简称“县考核办”): the bracket names something else. */
const SHORT_NAME = /[(（][^()（）]*简称[^()（）]*[)）]?$/

interface Piece {
  readonly at: number
  readonly end: number
}

function group(base: number, match: RegExpExecArray | null): Piece | null {
  const words = match?.[1]
  if (!match || words === undefined) return null
  const at = base + match.index + match[0].indexOf(words)
  return { at, end: at + words.length }
}

/** The bodies of a list; who speaks for one (区发改局主要负责人) stands for it. */
function units(tree: PlanTree, piece: Piece | null): string[] {
  return piece ? bodiesOf(tree.text, piece.at, piece.end).map(({ start, end }) => quoteOf(tree, start, end)) : []
}

/** 由甲局牵头,乙局、丙局参与,组建专班: who takes part. */
function helping(tree: PlanTree, led: RegExpExecArray, ledBy: Piece): string[] {
  const words = led[2]
  if (words === undefined) return []
  const at = tree.text.indexOf(words, ledBy.end)
  return units(tree, { at, end: at + words.length })
}

function name(tree: PlanTree, piece: Piece | null): string | null {
  return piece ? quoteOf(tree, piece.at, piece.end) : null
}

/** Reads what [at, end) says of one body: who convenes, who deputises, who are members, where its office sits. */
function readBody(tree: PlanTree, at: number, end: number, title: string): FoundTaskForce {
  const words = tree.text.slice(at, end)
  const members = MEMBERS.exec(words) ?? MEMBERS_BEFORE.exec(words) ?? TAKING_PART.exec(words)
  // 县长任第一副组长,常务副县长任副组长: each time anew.
  const before = matchesOf(DEPUTY, words)
  const deputies = before.length > 0 ? before : [DEPUTY_AFTER.exec(words)]
  const under = units(tree, group(at, DEPUTY_UNDER.exec(words)))
  const second = name(tree, group(at, SECOND_CONVENER.exec(words)))
  const convener = CONVENER.exec(words) ?? CONVENER_AFTER.exec(words) ?? CONVENER_LABEL.exec(words) ?? LED.exec(words)
  return {
    at,
    end,
    rule: 'taskForce.setUp',
    implied: [],
    path: pathOf(headingAt(tree, at)),
    name: title,
    campaign: 0,
    convener: [name(tree, group(at, convener)), second].filter((one) => one !== null).join('、') || null,
    deputies: [...under, ...deputies.flatMap((deputy) => units(tree, withoutConvener(tree.text, group(at, deputy))))],
    members: units(tree, group(at, members)),
    office: name(tree, group(at, OFFICE.exec(words) ?? DAILY_WORK.exec(words)))?.replace(SHORT_NAME, '') ?? null,
  }
}

const AFTER_LEADER = new RegExp(`${HEAD}[,、]`, 'g')

/** The convener may stand in the same phrase: …担任召集人,区发改局主要负责人任副召集人. */
function withoutConvener(text: string, piece: Piece | null): Piece | null {
  if (!piece) return null
  const words = text.slice(piece.at, piece.end)
  const leaders = matchesOf(AFTER_LEADER, words)
  const last = leaders[leaders.length - 1]
  return last ? { at: piece.at + last.index + last[0].length, end: piece.end } : piece
}

const NAMELESS = /^(?:工作|攻坚|推进)?(?:专班|小组|组)$/

/** 农村电商倍增行动组建工作专班: what stands before says for what a nameless body is set up. */
function nameOf(words: string, match: RegExpExecArray): string {
  const own = match[1] ?? match[2] ?? match[3] ?? ''
  const before = NAMELESS.test(own) ? (/[^,。;:]{2,30}$/.exec(words.slice(0, match.index))?.[0] ?? '') : ''
  return `${before}${own}`.replace(MARK, '')
}

function named(force: FoundTaskForce): boolean {
  return force.convener !== null || force.office !== null || force.members.length > 0 || force.deputies.length > 0
}

/** 二、工作专班 / 由分管副县长任组长,…: the heading says what is set up. */
const LED_ALONE = new RegExp(`^由[^。;]{2,60}?(?:担任|任|兼任)${LEADER}`)

/** 成立…工作专班,由…任召集人,…任副召集人,成员单位包括…,办公室设在…. A body with nobody named is none. */
export const taskForce: Recogniser = {
  id: 'taskForce.setUp',
  recognise({ tree, draft, trace }: ReadingContext) {
    for (const paragraph of tree.paragraphs) {
      const words = tree.text.slice(paragraph.start, paragraph.end)
      if (!/专班|[小调作进项坚]组|组[。:由]|指挥部|联席会议|推进机制/.test(words)) continue
      const starts = matchesOf(SET_UP, words)
      const forces = starts.map((match, index) => {
        const end = paragraph.start + (starts[index + 1]?.index ?? words.length)
        return readBody(tree, paragraph.start + match.index, end, nameOf(words, match))
      })
      const led = LED_BY.exec(words)
      const ledBy = group(paragraph.start, led)
      if (led && ledBy) {
        const ledEnd = paragraph.start + led.index + led[0].length
        const own = forces.find(({ at }) => at >= ledBy.at && at < ledEnd)
        if (own) {
          own.convener = name(tree, ledBy)
          if (own.members.length === 0) own.members = helping(tree, led, ledBy)
        } else
          forces.push({
            ...readBody(tree, ledBy.at, ledBy.end, led[3] ?? ''),
            convener: name(tree, ledBy),
            members: helping(tree, led, ledBy),
          })
      }
      const headed = forces.length === 0 && LED_ALONE.test(words) ? bodyNamed(tree, paragraph.start, '') : ''
      if (headed !== '') forces.push(readBody(tree, paragraph.start, paragraph.end, headed))
      for (const force of forces.filter(named)) {
        draft.taskForces.push(force)
        trace?.({ rule: force.rule, at: force.at, end: force.end, detail: force.name })
      }
    }
  },
}
