import { accept, refuse } from '#core/kit'
import type { Result, Words } from '#core/kit'
import type { Role, RoleGrant } from './types.ts'

/** What each role is called, and what it has to be bound to. */
export const roleBook: Readonly<
  Record<Role, { readonly words: Words; readonly bound: 'region' | 'unit' | 'plan' | 'taskForce' }>
> = {
  administrator: { words: { zh: '系统管理员', en: 'administrator' }, bound: 'region' },
  securityOfficer: { words: { zh: '安全管理员', en: 'security officer' }, bound: 'region' },
  auditor: { words: { zh: '审计员', en: 'auditor' }, bound: 'region' },
  coordinator: { words: { zh: '综合协调', en: 'coordinator' }, bound: 'region' },
  inspector: { words: { zh: '督查员', en: 'inspector' }, bound: 'region' },
  leader: { words: { zh: '领导', en: 'leader' }, bound: 'region' },
  convener: { words: { zh: '召集人', en: 'convener' }, bound: 'taskForce' },
  panelMember: { words: { zh: '评委', en: 'panel member' }, bound: 'plan' },
  appealDecider: { words: { zh: '申诉复核人', en: 'appeal decider' }, bound: 'plan' },
  reporter: { words: { zh: '填报人', en: 'reporter' }, bound: 'unit' },
  signer: { words: { zh: '审签人', en: 'signer' }, bound: 'unit' },
  taskForceStaff: { words: { zh: '专班办公室', en: 'task-force office' }, bound: 'taskForce' },
  respondent: { words: { zh: '一次性链接填报人', en: 'respondent by link' }, bound: 'unit' },
  publicReader: { words: { zh: '公众', en: 'public' }, bound: 'region' },
}

/** All roles in the order of the matrix. */
export const allRoles = Object.keys(roleBook) as readonly Role[]

/** The three whose parts nobody else may hold (三员分立): accounts, permissions, log. */
export const separatedRoles: readonly Role[] = ['administrator', 'securityOfficer', 'auditor']

const needs = {
  region: () => true,
  unit: (grant: RoleGrant) => grant.unitId !== undefined,
  plan: (grant: RoleGrant) => grant.planId !== undefined,
  taskForce: (grant: RoleGrant) => grant.planId !== undefined && grant.taskForceNo !== undefined,
} as const

/**
 * Checks a role that is to be granted beside those that the account holds: it is bound to what it needs, and administrator, security
 * officer and auditor are three persons who hold nothing else.
 */
export function checkGrant(held: readonly RoleGrant[], grant: RoleGrant): Result<null> {
  const { bound } = roleBook[grant.role]
  if (!needs[bound](grant)) return refuse('role.notBound', { role: grant.role, bound })
  const others = held.filter((known) => known.role !== grant.role)
  const separated = separatedRoles.includes(grant.role) || others.some(({ role }) => separatedRoles.includes(role))
  return separated && others.length > 0 ? refuse('role.separated', { role: grant.role }) : accept(null)
}

/** The role alone, of a row that says more of it. */
export function roleOf({ role, unitId, planId, taskForceNo, heldBefore }: RoleGrant): RoleGrant {
  return {
    role,
    ...(unitId === undefined ? {} : { unitId }),
    ...(planId === undefined ? {} : { planId }),
    ...(taskForceNo === undefined ? {} : { taskForceNo }),
    ...(heldBefore === undefined ? {} : { heldBefore }),
  }
}
