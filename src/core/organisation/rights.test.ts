import { describe, expect, it } from 'vitest'
import { allActions } from './actions.ts'
import { allRights, isAllowed, roleAllowing } from './all-rights.ts'
import type { Action } from './actions.ts'
import type { Condition, RightObject } from './conditions.ts'
import { cellWords, rightsMatrix } from './rights-matrix.ts'
import { allRoles, checkGrant, separatedRoles } from './roles.ts'
import type { Actor, Role, RoleGrant } from './types.ts'

const grants: Readonly<Record<Role, RoleGrant>> = {
  administrator: { role: 'administrator' },
  securityOfficer: { role: 'securityOfficer' },
  auditor: { role: 'auditor' },
  coordinator: { role: 'coordinator' },
  inspector: { role: 'inspector' },
  leader: { role: 'leader' },
  convener: { role: 'convener', planId: 'p1', taskForceNo: 1 },
  panelMember: { role: 'panelMember', planId: 'p1' },
  appealDecider: { role: 'appealDecider', planId: 'p1' },
  reporter: { role: 'reporter', unitId: 'bureau' },
  signer: { role: 'signer', unitId: 'bureau' },
  taskForceStaff: { role: 'taskForceStaff', unitId: 'office', planId: 'p1', taskForceNo: 1 },
  respondent: { role: 'respondent', unitId: 'bureau' },
  publicReader: { role: 'publicReader' },
}

const actor = (...roles: RoleGrant[]): Actor => ({ accountId: 'me', regionId: 'sample', roles })

/** An object on which every condition but those about oneself holds for an actor outside the bureau. */
const friendly: RightObject = {
  regionId: 'sample',
  unitId: 'bureau',
  planId: 'p1',
  taskForceNo: 1,
  officeUnitId: 'office',
  reportedBy: 'other',
  signedBy: 'other',
  claimedBy: 'other',
  authorId: 'other',
  issuedBy: 'me',
  accountId: 'other',
  state: 'submitted',
  isPublic: true,
  hasOwnClock: true,
}

const may = (role: Role, action: Action, parts: Partial<RightObject> = {}): boolean =>
  isAllowed(actor(grants[role]), action, { ...friendly, ...parts })

describe('isAllowed', () => {
  it('keeps accounts, permissions and log three persons’ parts', () => {
    const parts = separatedRoles.map((role) =>
      allActions.map(({ action }) => action).filter((action) => may(role, action)),
    )
    expect(parts).toEqual([
      ['account.manage', 'unit.read', 'channel.manage'],
      ['role.grant', 'unit.read', 'delegation.end'],
      ['audit.read'],
    ])
    const others = allRoles.filter((role) => !separatedRoles.includes(role))
    const shared = others.filter((role) =>
      (['account.manage', 'role.grant', 'audit.read'] as const).some((action) => may(role, action)),
    )
    expect(shared).toEqual([])
  })

  it.each<[string, Role, Action, Partial<RightObject>, boolean]>([
    ['a reporter writes for his unit', 'reporter', 'report.write', {}, true],
    ['not for another', 'reporter', 'report.write', { unitId: 'other bureau' }, false],
    ['he withdraws what he submitted', 'reporter', 'report.withdraw', { reportedBy: 'me' }, true],
    ['not what a colleague did', 'reporter', 'report.withdraw', {}, false],
    ['a signer signs what another reported', 'signer', 'report.sign', {}, true],
    ['not his own', 'signer', 'report.sign', { reportedBy: 'me' }, false],
    ['not in another unit', 'signer', 'report.sign', { unitId: 'other bureau' }, false],
    ['a signer returns before signing', 'signer', 'report.return', {}, true],
    ['not after it', 'signer', 'report.return', { state: 'signed' }, false],
    ['the office accepts', 'taskForceStaff', 'report.accept', { state: 'signed' }, true],
    ['not inside its own unit', 'taskForceStaff', 'report.accept', { unitId: 'office' }, false],
    ['not of another task force', 'taskForceStaff', 'report.accept', { taskForceNo: 2 }, false],
    ['not of another plan', 'taskForceStaff', 'report.accept', { planId: 'p2' }, false],
    ['not what he signed himself', 'taskForceStaff', 'report.accept', { signedBy: 'me' }, false],
    ['the coordinator accepts where there is no office', 'coordinator', 'report.accept', { officeUnitId: null }, true],
    ['and where it sits in the reporting unit', 'coordinator', 'report.accept', { officeUnitId: 'bureau' }, true],
    ['not where there is one', 'coordinator', 'report.accept', {}, false],
    ['an approver is not the author', 'coordinator', 'correction.approve', { authorId: 'me' }, false],
    ['a doer does not verify', 'reporter', 'problem.verify', {}, false],
    ['an inspector verifies', 'inspector', 'problem.verify', {}, true],
    ['not what he claimed himself', 'inspector', 'problem.verify', { claimedBy: 'me' }, false],
    ['a leader closes what he ordered', 'leader', 'order.close', {}, true],
    ['not what another ordered', 'leader', 'order.close', { issuedBy: 'other' }, false],
    ['the public reads what was released', 'publicReader', 'publication.read', {}, true],
    ['and nothing else', 'publicReader', 'publication.read', { isPublic: false }, false],
    ['the clock of a real region is not moved', 'coordinator', 'clock.move', { hasOwnClock: false }, false],
    ['nobody grants a role to himself', 'securityOfficer', 'role.grant', { accountId: 'me' }, false],
    ['a panel member judges in his plan', 'panelMember', 'panel.score', {}, true],
    ['nothing crosses regions', 'coordinator', 'plan.read', { regionId: 'elsewhere' }, false],
  ])('%s', (_name, role, action, parts, allowed) => {
    expect(may(role, action, parts)).toBe(allowed)
  })

  it('looks at all roles of a person: office staff who also reports in the bureau accepts nothing of it', () => {
    const both = actor(grants.taskForceStaff, grants.reporter)
    expect(isAllowed(both, 'report.accept', { ...friendly, state: 'signed' })).toBe(false)
  })

  it('does not mix the unit of one role with the right of another', () => {
    const both = actor({ role: 'reporter', unitId: 'a' }, { role: 'signer', unitId: 'b' })
    expect(isAllowed(both, 'report.sign', { ...friendly, unitId: 'a' })).toBe(false)
  })

  it.each<[string, Partial<RightObject>, boolean]>([
    ['what a third reported', { reportedBy: 'third' }, true],
    ['what he reported himself', { reportedBy: 'me' }, false],
    ['what the absent signer reported', { reportedBy: 'absent' }, false],
    ['what somebody reported for the absent signer', { reportedBy: 'third', reportedFor: 'absent' }, false],
    ['what somebody reported for him', { reportedBy: 'third', reportedFor: 'me' }, false],
  ])('lets a stand-in sign %s: %#', (_name, facts, allowed) => {
    const standIn = actor({ role: 'signer', unitId: 'bureau', standsInFor: 'absent' })
    expect(isAllowed(standIn, 'report.sign', { ...friendly, ...facts })).toBe(allowed)
  })

  it('is one’s own role that allows it, before one that is exercised for somebody else', () => {
    const [own, absent] = [{ role: 'signer', unitId: 'bureau' }, { standsInFor: 'absent' }] as const
    expect(roleAllowing(actor({ ...own, ...absent }, own), 'report.sign', friendly)).toEqual(own)
    expect(roleAllowing(actor({ ...own, ...absent }), 'report.sign', friendly)).toMatchObject(absent)
  })

  it('lets whoever took a role over go on with what was begun by it, and nobody else', () => {
    const successor = actor({ role: 'leader', heldBefore: ['first', 'second'] })
    const closes = (issuedBy: string) => isAllowed(successor, 'order.close', { ...friendly, issuedBy })
    expect(['first', 'second', 'me', 'third'].map(closes)).toEqual([true, true, true, false])
  })

  it('denies everything where no fact is known, unless the right has no condition', () => {
    const bare: RightObject = { regionId: 'sample' }
    const allowed = allRights.filter((right) => isAllowed(actor(grants[right.role]), right.action, bare))
    expect(allowed.filter((right) => right.conditions.length > 0)).toEqual([])
  })

  it('denies an actor without roles', () => {
    expect(allActions.filter(({ action }) => isAllowed(actor(), action, friendly))).toEqual([])
  })
})

/** Objects that break one condition each. */
const broken: Readonly<Record<Condition, Partial<RightObject>>> = {
  ownUnit: { unitId: 'other bureau' },
  outsideUnit: { unitId: null },
  ownTaskForce: { taskForceNo: 2 },
  ownPlan: { planId: 'p2' },
  officeOutside: { officeUnitId: null },
  noOfficeOutside: { officeUnitId: 'office' },
  isReporter: { reportedBy: 'other' },
  notReporter: { reportedBy: 'me' },
  notSigner: { signedBy: 'me' },
  unsigned: { state: 'signed' },
  notClaimant: { claimedBy: 'me' },
  notAuthor: { authorId: 'me' },
  isIssuer: { issuedBy: 'other' },
  notSelf: { accountId: 'me' },
  isSelf: { accountId: 'other' },
  released: { isPublic: false },
  ownClock: { hasOwnClock: false },
  withUnit: { state: 'withOffice' },
  withOffice: { state: 'withUnit' },
  withCoordinator: { state: 'withUnit' },
  withLeader: { state: 'withUnit' },
}

/** What it takes for a condition to hold where the friendly object does not satisfy it. */
const satisfied: Partial<Record<Condition, Partial<RightObject>>> = {
  noOfficeOutside: { officeUnitId: null },
  isReporter: { reportedBy: 'me' },
  isSelf: { accountId: 'me' },
  withUnit: { state: 'withUnit' },
  withOffice: { state: 'withOffice' },
  withCoordinator: { state: 'withCoordinator' },
  withLeader: { state: 'withLeader' },
}

describe('rightsMatrix', () => {
  const matrix = rightsMatrix(allRights)

  it('has a cell for every role and action', () => {
    expect(matrix).toHaveLength(allRoles.length * allActions.length)
  })

  it('agrees cell by cell with the decision: allowed when a sentence holds, denied when any one of its conditions breaks', () => {
    const wrong = matrix.filter((cell) => {
      const subject = actor(grants[cell.role])
      if (!cell.allowed) return isAllowed(subject, cell.action, friendly)
      return cell.when.some((names) => {
        const object = Object.assign({}, friendly, ...names.map((name) => satisfied[name] ?? {})) as RightObject
        const others = cell.when.filter((other) => other !== names)
        const held = isAllowed(subject, cell.action, object)
        const survives = names.some(
          (name) => others.length === 0 && isAllowed(subject, cell.action, { ...object, ...broken[name] }),
        )
        return !held || survives
      })
    })
    expect(wrong).toEqual([])
  })

  it('leaves no action that nobody may do, and no sentence twice', () => {
    const idle = allActions.filter(({ action }) => !matrix.some((cell) => cell.action === action && cell.allowed))
    expect(idle).toEqual([])
    const written = allRights.map((right) => JSON.stringify([right.role, right.action, right.conditions]))
    expect(new Set(written).size).toBe(written.length)
  })

  it('reads as words', () => {
    const cell = matrix.find((one) => one.role === 'signer' && one.action === 'report.sign')
    expect(cell && cellWords(cell)).toEqual({
      zh: '本单位的、非本人填报',
      en: 'of the own unit, that somebody else reported',
    })
  })
})

describe('checkGrant', () => {
  it.each<[string, RoleGrant[], RoleGrant, string]>([
    ['a first role', [], grants.reporter, 'accepted'],
    ['two roles of a unit', [grants.reporter], grants.signer, 'accepted'],
    ['a unit role without unit', [], { role: 'reporter' }, 'role.notBound'],
    ['a task-force role without number', [], { role: 'convener', planId: 'p1' }, 'role.notBound'],
    ['an administrator who also coordinates', [grants.coordinator], grants.administrator, 'role.separated'],
    ['a coordinator who is an auditor', [grants.auditor], grants.coordinator, 'role.separated'],
    ['two of the three', [grants.administrator], grants.securityOfficer, 'role.separated'],
    ['the same again', [grants.administrator], grants.administrator, 'accepted'],
  ])('%s', (_name, held, grant, expected) => {
    const checked = checkGrant(held, grant)
    expect(checked.ok ? 'accepted' : checked.refusal.code).toBe(expected)
  })
})
