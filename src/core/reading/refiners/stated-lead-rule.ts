import type { FoundAssignment, Refiner } from '../kernel.ts'

const FIRST =
  /(?:(?:责任|承办|落实)?(?:单位|部门)[^。;,]{0,10})?(?:排(?:名|列|序)?在?(?:第一位?|首位|最前|前面)|列(?:在|为)?(?:第一位?|首位|首)|第一(?:个|位|家)(?:责任)?(?:单位|部门)?|第一(?:责任)?(?:单位|部门)|首个|首位)的?(?:责任)?(?:单位|部门|者)?(?:为|是|作为|即为|负责)(?:该项|本项)?(?:工作|任务)?的?(?:主要)?(?:牵头|主办|总牵头|第一责任)/
const COMMA = /(?:逗号|分号)(?:之?前|前面)的?(?:单位|部门)?(?:为|是|作为)(?:牵头|主办)/

/** 无牵头单位的,责任单位即为牵头单位: where a clause names no lead, its units lead. */
const ALL_LEAD = /(?:无|没有|未(?:明确|列|标注|注明))牵头单位的?,?(?:由)?责任单位(?:即|均)?(?:为|是|作为|负责)牵头/

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

/** Who leads may be said once for the whole text; clauses that name a lead themselves keep it. */
export const statedLeadRule: Refiner = {
  id: 'refine.statedLeadRule',
  refine({ tree, draft, trace }) {
    const first = FIRST.exec(tree.text)
    const comma = COMMA.exec(tree.text)
    const all = ALL_LEAD.exec(tree.text)
    const rule = first ?? comma ?? all
    if (!rule) return
    trace?.({
      rule: 'refine.statedLeadRule',
      at: rule.index,
      end: rule.index + rule[0].length,
      detail: rule[0],
    })
    for (const assignment of draft.assignments) {
      if (assignment.form === 'running' || assignment.duties.some((duty) => duty.role === 'lead')) continue
      if (first) firstLeads(assignment)
      else if (comma) beforeCommaLead(tree.text, assignment)
      else for (const duty of assignment.duties) if (duty.role === 'responsible') duty.role = 'lead'
      assignment.implied.push('lead')
    }
  },
}
