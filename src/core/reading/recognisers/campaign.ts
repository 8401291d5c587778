import type { ReadingContext, Recogniser } from '../kernel.ts'
import { chineseNumber } from '../text/numerals.ts'
import { firstOuter } from '../text/brackets.ts'
import { place, quoteOf, titleOf } from '../tree/tree.ts'
import type { Heading, PlanTree } from '../tree/tree.ts'
import { sliceSpan } from '#core/kit'

const OPENING =
  /^(?:(?:大力|深入|全面|加快|扎实|着力|组织|统筹|持续|认真|深化|积极|稳步)*(?:实施|开展|推进|打好|打赢|做好|抓好))/
const NAME = /(攻坚|专项行动|行动|工程|战役|专项|计划|仗|战)$/
/** 会战 stands among 硬仗: battles by whatever name are of one kind. */
const kindOf = (ending: string | undefined) => ending?.replace('仗', '战')
const SHARE = 0.8
const SHARE_IN_TURN = 0.5
const LEAST = 3

interface Named {
  readonly heading: Heading
  readonly at: number
  readonly end: number
  readonly ending: string
  /** 实施…行动: the title sets it to work. */
  readonly isSetToWork: boolean
}

/** 大力实施产业培塑行动,建设现代化产业体系 names the campaign 产业培塑行动. */
function nameOf(tree: PlanTree, heading: Heading): Named | null {
  const { titleStart, titleEnd } = heading.node
  const end = firstOuter(tree.text, titleStart, titleEnd, ',')
  const words = tree.text.slice(titleStart, end)
  const opening = OPENING.exec(words)?.[0].length ?? 0
  const at = titleStart + opening
  const ending = kindOf(NAME.exec(tree.text.slice(at, end))?.[1])
  return ending && end - at >= 4 && end - at <= 26 ? { heading, at, end, ending, isSetToWork: opening > 0 } : null
}

function groups(tree: PlanTree): Heading[][] {
  const lists = new Map<unknown, Heading[]>()
  for (const heading of tree.headings) {
    if (heading.start >= tree.bodyEnd || !heading.numbered || heading.node.kind === 'dash' || heading.depth > 2)
      continue
    const list = lists.get(heading.node.parent)
    if (list) list.push(heading)
    else lists.set(heading.node.parent, [heading])
  }
  return [...lists.values()]
}

/**
 * Nearly all of the siblings; or the half of them, one after the other, each of which is set to work: 二、实施强链行动 to 六、实施人才行动
 * between 一、总体要求 and 七、保障措施.
 */
function isSeries(named: readonly Named[], group: readonly Heading[]): boolean {
  if (named.length < LEAST) return false
  const [first, last] = [named[0], named.at(-1)].map((one) => (one ? group.indexOf(one.heading) : -1))
  const inTurn = (last ?? 0) - (first ?? 0) === named.length - 1 && named.every(({ isSetToWork }) => isSetToWork)
  return named.length >= group.length * (inTurn ? SHARE_IN_TURN : SHARE)
}

/** The group of sibling headings that all name one kind of thing (…攻坚, …行动, …工程), the N of the framework first. */
function best(tree: PlanTree, framework: string | null): Named[] {
  const wanted = framework ? chineseNumber(/^[一二三四五六七八九十]+/.exec(framework)?.[0] ?? '') : null
  const found = groups(tree).flatMap((group) => {
    const named = group.map((heading) => nameOf(tree, heading)).filter((name) => name !== null)
    return isSeries(named, group) && new Set(named.map((name) => name.ending)).size === 1 ? [named] : []
  })
  return found.find((named) => named.length === wanted) ?? found[0] ?? byVerbs(tree, framework ?? '')
}

const VERBS = /([一二两三四五六七八九])([\u4e00-\u9fff])/g

/** “三建两创” is unfolded by five sibling headings, three that open with 建 and two with 创. */
function byVerbs(tree: PlanTree, framework: string): Named[] {
  const pairs = [...framework.matchAll(VERBS)].map(([, count, verb]) => ({ count: chineseNumber(count ?? ''), verb }))
  const total = pairs.reduce((sum, pair) => sum + (pair.count ?? 0), 0)
  if (pairs.length < 2 || pairs.length * 2 !== framework.length) return []
  const opens = (verb: string | undefined) => (heading: Heading) => tree.text.charAt(heading.node.titleStart) === verb
  const group = groups(tree).find(
    (one) => one.length === total && pairs.every(({ count, verb }) => one.filter(opens(verb)).length === (count ?? 0)),
  )
  return (group ?? []).map((heading) => ({
    heading,
    at: heading.node.titleStart,
    end: heading.node.titleEnd,
    ending: '',
    isSetToWork: false,
  }))
}

const OF_ANNEX = /(?:实施|工作|专项|推进)?方案$/
/** Fewer annexes with a campaign's name are annexes of one plan, not the N of 1+N. */
const LEAST_ANNEXES = 2

/** Where the master text names no campaign in its headings, its annexes do: 附件1 项目建设攻坚实施方案 names 项目建设攻坚. */
function fromAnnexes(tree: PlanTree): Named[] {
  const named = tree.headings.flatMap((heading) => {
    const { kind, titleStart: at, titleEnd } = heading.node
    if (kind !== 'annex') return []
    const ofAnnex = OF_ANNEX.exec(tree.text.slice(at, titleEnd))
    const end = at + (ofAnnex?.index ?? 0)
    const ending = kindOf(NAME.exec(tree.text.slice(at, end))?.[1])
    return ending && end - at >= 4 && end - at <= 26 ? [{ heading, at, end, ending, isSetToWork: false }] : []
  })
  return named.length >= LEAST_ANNEXES ? named : []
}

/** The annex whose title holds the campaign's name: 附件3 科技创新赋能攻坚实施方案. */
function annexOf(tree: PlanTree, name: string): number | null {
  for (const heading of tree.headings) {
    if (heading.node.kind !== 'annex') continue
    const title = titleOf(tree, heading)
    const number = /\d+/.exec(heading.path)?.[0]
    if (title.includes(name) && number) return Number(number)
  }
  return null
}

/** The N of 1+N: campaigns, actions, battles, key projects that the plan sets to work, each with its own annex where it has one. */
export const campaign: Recogniser = {
  id: 'campaign.heading',
  recognise({ tree, draft, trace }: ReadingContext) {
    const headed = best(tree, draft.meta.framework)
    const all = headed.length > 0 ? headed : fromAnnexes(tree)
    all.forEach((named, index) => {
      const name = quoteOf(tree, named.at, named.end)
      const folded = tree.text.slice(named.at, named.end)
      const base = { at: named.at, end: named.end, rule: 'campaign.heading', implied: [], path: named.heading.path }
      draft.campaigns.push({ ...base, no: index + 1, name, annex: annexOf(tree, folded) })
      trace?.({
        rule: 'campaign.heading',
        at: named.at,
        end: named.end,
        detail: sliceSpan(tree.document.text, place(tree, named.at, named.end)),
      })
    })
  },
}
