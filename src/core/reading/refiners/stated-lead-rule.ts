import type { FoundAssignment, Refiner } from '../kernel.ts'
import { matchesOf } from '../text/matches.ts'
import { isNumbered } from '../tree/node.ts'
import { dutyHeadingAt } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'

const FIRST =
  /(?:(?:责任|承办|落实)?(?:单位|部门)[^。;,]{0,10})?(?:排(?:名|列|序)?在?(?:第一位?|首位|最前|前面)|列(?:在|为)?(?:第一位?|首位|首)|第一(?:个|位|家)(?:责任)?(?:单位|部门)?|第一(?:责任)?(?:单位|部门)|首个|首位|首列的?(?:处室|单位|部门)?(?:\([^()]{1,8}\))?)的?(?:责任)?(?:单位|部门|者)?(?:为|是|作为|即为|负责)(?:该项|本项)?(?:工作|任务)?的?(?:主要)?(?:牵头|主办|总牵头|第一责任)/g
const COMMA = /(?:逗号|分号)(?:之?前|前面)的?(?:单位|部门)?(?:为|是|作为)(?:牵头|主办)/g

/** 无牵头单位的,责任单位即为牵头单位: where a clause names no lead, its units lead. */
const ALL_LEAD = /(?:无|没有|未(?:明确|列|标注|注明))牵头单位的?,?(?:由)?责任单位(?:即|均)?(?:为|是|作为|负责)牵头/g

/** 责任单位中排第一位的为牵头单位: the first duty of a clause that names no lead leads. */
function firstLeads(assignment: FoundAssignment): void {
  const first = assignment.duties[0]
  if (first) first.role = 'lead'
}

/** 逗号前为牵头单位: the units before the first comma lead, where units follow it. */
function beforeCommaLead(text: string, assignment: FoundAssignment): void {
  const last = assignment.duties[assignment.duties.length - 1]
  const parted = (end: number, next: number) => /[,;]/.test(text.slice(end, next))
  const cut = assignment.duties.findIndex((duty, index) =>
    parted(duty.end, assignment.duties[index + 1]?.at ?? last?.end ?? duty.end),
  )
  if (cut < 0) return
  for (const duty of assignment.duties.slice(0, cut + 1)) duty.role = 'lead'
}

type Apply = (text: string, assignment: FoundAssignment) => void

const allLead: Apply = (_, assignment) => {
  for (const duty of assignment.duties) if (duty.role === 'responsible') duty.role = 'lead'
}

/** The rules in the order in which they win where a text states several. */
const RULES: readonly (readonly [RegExp, Apply])[] = [
  [FIRST, (_, assignment) => firstLeads(assignment)],
  [COMMA, beforeCommaLead],
  [ALL_LEAD, allLead],
]

/** 上述第27—44项: the items that a rule is for, by their numbers. */
const ITEMS = /第?(\d{1,3})(?:[项条号])?(?:—|-|~|至|到)第?(\d{1,3})[项条号]/
/** 本章各条, 本节: the part that the rule itself stands in. */
const OWN_PART = /本(?:章|节|部分|附件|表|清单|专栏)/
/** No text says it so often; each is held against every clause. */
const MOST_RULES = 40
/** How much of the text before a rule says what it is for. */
const LOOK_BACK = 40

type Covers = (assignment: FoundAssignment) => boolean

/**
 * What a rule is for: the items that it counts, the part that it names as its own, the part whose items it stands before;
 * else the whole text.
 */
function scopeOf(tree: PlanTree, rule: RegExpExecArray): Covers {
  const sentence = tree.text.slice(Math.max(0, rule.index - LOOK_BACK), rule.index + rule[0].length)
  const words = sentence.slice(sentence.slice(0, -rule[0].length).search(/[^。\n]*$/))
  const [, from, to] = ITEMS.exec(words) ?? []
  if (from !== undefined && to !== undefined) {
    return ({ path }) => {
      const number = Number(/\d+$/.exec(path)?.[0] ?? Number.NaN)
      return number >= Number(from) && number <= Number(to)
    }
  }
  const own = dutyHeadingAt(tree, rule.index)
  const firstPart = own?.node.children.find(isNumbered)
  const isAboveParts = firstPart !== undefined && rule.index < firstPart.start
  if (!own || !(isAboveParts || OWN_PART.test(words))) return () => true
  return ({ at }) => at >= own.start && at < own.scopeEnd
}

/** Where the first of the rules that the text states stands, and what it does; a text that states none has no places. */
function firstStated(text: string): { readonly stated: readonly RegExpExecArray[]; readonly apply: Apply } {
  for (const [pattern, apply] of RULES) {
    const stated = matchesOf(pattern, text)
    if (stated.length > 0) return { stated, apply }
  }
  return { stated: [], apply: allLead }
}

/** Who leads may be said once for the whole text or for a part of it; clauses that name a lead themselves keep it. */
export const statedLeadRule: Refiner = {
  id: 'refine.statedLeadRule',
  refine({ tree, draft, trace }) {
    const { stated, apply } = firstStated(tree.text)
    for (const rule of stated.slice(0, MOST_RULES)) {
      const covers = scopeOf(tree, rule)
      trace?.({ rule: 'refine.statedLeadRule', at: rule.index, end: rule.index + rule[0].length, detail: rule[0] })
      for (const assignment of draft.assignments) {
        if (assignment.form === 'running' || assignment.duties.some((duty) => duty.role === 'lead')) continue
        if (!covers(assignment)) continue
        apply(tree.text, assignment)
        assignment.implied.push('lead')
      }
    }
  },
}
