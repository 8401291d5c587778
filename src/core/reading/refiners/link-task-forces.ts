import { countUpTo } from '#core/kit'
import type { FoundCampaign, FoundTaskForce, ReadingContext, Refiner } from '../kernel.ts'
import type { Heading } from '../tree/tree.ts'
import { quoteOf } from '../tree/tree.ts'

/** The campaigns and annexes of a document, prepared for many questions. */
interface Lookup {
  readonly annexes: readonly Heading[]
  readonly byAnnex: ReadonlyMap<number, FoundCampaign>
  readonly byPath: ReadonlyMap<string, FoundCampaign>
  /** One campaign of each name, the first. */
  readonly named: readonly FoundCampaign[]
}

function lookupOf({ tree, draft }: ReadingContext): Lookup {
  const backwards = [...draft.campaigns].reverse()
  return {
    annexes: tree.headings.filter((heading) => heading.node.kind === 'annex'),
    byAnnex: new Map(backwards.flatMap((one) => (one.annex === null ? [] : [[one.annex, one] as const]))),
    byPath: new Map(backwards.map((one) => [one.path, one])),
    named: [...new Map(backwards.map((one) => [one.name, one])).values()],
  }
}

/** Number of the annex that holds an offset; null in the text before the first. */
function annexAt({ annexes }: Lookup, at: number): number | null {
  const number = /\d+/.exec(annexes[countUpTo(annexes, at, ({ start }) => start) - 1]?.path ?? '')?.[0]
  return number === undefined ? null : Number(number)
}

/** The campaign under whose path a place stands. */
function campaignOver({ byPath }: Lookup, path: string): FoundCampaign | undefined {
  for (let over = path; over !== ''; over = over.slice(0, Math.max(0, over.lastIndexOf('/')))) {
    const found = byPath.get(over)
    if (found) return found
  }
  return undefined
}

/** 河湖清源专班 is that of 河湖清源攻坚: the kind of campaign may be left off. */
function coreOf(name: string): string {
  const core = name.replace(/(?:攻坚|行动|会战|战役|工程|战)+$/, '')
  return core.length >= 3 ? core : name
}

/** The campaign whose annex holds the place, or whose name the task force bears; 0 is the overall one. */
function campaignOf(lookup: Lookup, force: FoundTaskForce): number {
  const annex = annexAt(lookup, force.at)
  const byAnnex = annex === null ? undefined : lookup.byAnnex.get(annex)
  const found =
    byAnnex ?? lookup.named.find((one) => force.name.includes(coreOf(one.name))) ?? campaignOver(lookup, force.path)
  return found?.no ?? 0
}

/** 六大行动分别成立工作专班, 每个会战组建一个专班: one body for each, none of them named. */
const ONE_FOR_EACH =
  /(?:每个|每项|分别|各自)[^,。;“”]{0,10}?(?:成立|组建|建立|设立)(?:一个|相应|工作|推进|攻坚|专项)*(?:专班|领导小组|工作组|指挥部)/
const LOOK_BACK = 14
const LOOK_ON = 16

/** A body for each campaign, all alike; none where bodies of the campaigns are named: the sentence only sums them up. */
function oneForEach({ tree, draft }: ReadingContext): void {
  const isForEach = ({ at }: FoundTaskForce) => {
    const before = tree.text.slice(Math.max(0, at - LOOK_BACK), at)
    return ONE_FOR_EACH.test(before.slice(before.search(/[^。;\n]*$/)) + tree.text.slice(at, at + LOOK_ON))
  }
  const each =
    draft.campaigns.length > 0 ? draft.taskForces.find((one) => one.campaign === 0 && isForEach(one)) : undefined
  if (!each) return
  const others = draft.taskForces.filter((force) => force !== each)
  const named = others.some(({ campaign }) => campaign !== 0)
  const all = named ? [] : draft.campaigns.map(({ no, name }) => ({ ...each, campaign: no, name: `${name}专班` }))
  draft.taskForces = [...others, ...all]
}

/** Links task forces to their campaigns and drops a second mention of the same body. */
export const linkTaskForces: Refiner = {
  id: 'refine.linkTaskForces',
  refine(context) {
    const { tree, draft } = context
    const lookup = lookupOf(context)
    const seen = new Set<string>()
    draft.taskForces = draft.taskForces.filter((force) => {
      force.campaign = campaignOf(lookup, force)
      const key = `${force.campaign} ${force.name} ${force.convener ?? ''}`
      if (seen.has(key) && quoteOf(tree, force.at, force.end).length < 400) return false
      seen.add(key)
      return true
    })
    oneForEach(context)
  },
}
