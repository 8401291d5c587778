import type { FoundTaskForce, Refiner } from '../kernel.ts'

const KIND = /专班|领导小组|协调小组|工作小组|推进小组|协调组|指挥部|工作组|联席会议/

function kindOf(force: FoundTaskForce): string {
  return KIND.exec(force.name)?.[0] ?? ''
}

/** Members that name nobody: 市直相关部门, 各成员单位. */
const NOBODY = /(?:相关|有关|各)(?:部门|单位|乡镇|成员)|成员单位$/

/** What tells one body from another: 民生攻坚 of 民生攻坚工作专班. */
function stemOf({ name }: FoundTaskForce): string {
  return name.slice(0, KIND.exec(name)?.index ?? 0).replace(/工作$/, '')
}

/** 民生攻坚专班 and a list of the 项目攻坚专班 are two bodies, even where the text names no other. */
function areTwo(own: FoundTaskForce, list: FoundTaskForce): boolean {
  const [one, other] = [stemOf(own), stemOf(list)]
  return one.length > 2 && other.length > 2 && !one.includes(other) && !other.includes(one)
}

/** A list fills what the sentence that sets the body up leaves open; what both say, the sentence says. */
function fill(force: FoundTaskForce, list: FoundTaskForce): void {
  force.convener ??= list.convener
  force.office ??= list.office
  if (force.deputies.length === 0) force.deputies = list.deputies
  if (force.members.every((member) => NOBODY.test(member)) && list.members.length > 0) force.members = list.members
}

/** 成立…领导小组,由…任组长 in the text and its list of members in an annex are one body. */
export const mergeMemberLists: Refiner = {
  id: 'refine.mergeMemberLists',
  refine({ draft }) {
    const lists = new Set(draft.taskForces.filter((force) => force.rule === 'taskForce.list'))
    if (lists.size === 0) return
    const setUp = draft.taskForces.filter((force) => !lists.has(force))
    const byName = new Map(setUp.map((force) => [force.name, force]))
    const alone = new Map<string, FoundTaskForce | null>()
    for (const force of setUp) alone.set(kindOf(force), alone.has(kindOf(force)) ? null : force)
    const merged = new Set<FoundTaskForce>()
    for (const list of lists) {
      const own = kindOf(list) === '' ? null : (byName.get(list.name) ?? alone.get(kindOf(list)))
      if (!own || merged.has(own) || areTwo(own, list) || (list.campaign !== 0 && list.campaign !== own.campaign))
        continue
      fill(own, list)
      merged.add(own).add(list)
    }
    draft.taskForces = draft.taskForces.filter((force) => !lists.has(force) || !merged.has(force))
  },
}
