import { localDateAt } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { Role } from '#core/organisation'
import { escalationDays } from './escalation.ts'
import type { AutomaticLevel, EscalationRules, MatterGroup } from './escalation.ts'
import type { WorkPlace } from './leaving-moment.ts'

/**
 * What somebody owes: to report, sign, mend or accept lines of a sheet; to acknowledge or answer an order; to put a problem right; to
 * help where an item is held up; to say whose duty it is.
 */
export type MatterKind =
  'report' | 'sign' | 'mend' | 'accept' | 'acknowledge' | 'reply' | 'rectify' | 'unblock' | 'arbitrate'

/** Which days of the rule set a kind of matter follows. */
export const groupOf: Readonly<Record<MatterKind, MatterGroup>> = {
  report: 'sheet',
  sign: 'sheet',
  mend: 'sheet',
  accept: 'sheet',
  acknowledge: 'order',
  reply: 'order',
  rectify: 'problem',
  unblock: 'order',
  arbitrate: 'order',
}

/** Where a matter is dealt with. */
export interface MatterPlace {
  readonly kind: 'period' | 'order' | 'problem' | 'item'
  /** Cadence, order, problem or item. */
  readonly id: string
  /** Period of a cadence: 2026-D21. */
  readonly periodId: string | null
}

/** Something that is owed and has a due moment. Instants are ISO. */
export interface Matter {
  /** The same thing has the same key, whenever it is looked at; a new due moment is a new matter. */
  readonly key: string
  readonly kind: MatterKind
  /** The unit that owes it; null = a task-force office or the coordinator, who are no unit here. */
  readonly unitId: string | null
  readonly unitName: string
  /** Title of the order or problem, name of the cadence. */
  readonly subject: string
  /** How many lines or things are owed. */
  readonly count: number
  /** When it was given, and by when it is owed. */
  readonly givenAt: string
  readonly dueAt: string
  readonly place: MatterPlace
  /** Who has to do it: people of the unit, of the task-force office, the coordinators, the leaders. */
  readonly by: 'unit' | 'office' | 'coordinator' | 'leader'
  /** The task force of an `office`; null otherwise. */
  readonly office: { readonly planId: string; readonly campaignNo: number } | null
  /** The person who asked, where one did; null = the coordinator. */
  readonly askedBy: string | null
}

/** A role that is held now, as far as matters need it. */
export interface DutyHolder {
  readonly accountId: string
  readonly role: Role
  readonly unitId: string | null
  readonly planId: string | null
  readonly taskForceNo: number | null
}

/** The two sides of a matter: whoever has to do it, and whoever waits for it. */
export interface Sides {
  readonly doers: readonly string[]
  readonly askers: readonly string[]
}

const rolesInUnit = (kind: MatterKind): readonly Role[] =>
  kind === 'report' || kind === 'mend' ? ['reporter'] : kind === 'sign' ? ['signer'] : ['reporter', 'signer']

function isDoer({ kind, by, unitId, office }: Matter, holder: DutyHolder): boolean {
  switch (by) {
    case 'unit':
      return rolesInUnit(kind).includes(holder.role) && holder.unitId === unitId
    case 'office':
      return holder.role === 'taskForceStaff' && isOffice(office, holder)
    case 'coordinator':
    case 'leader':
      return holder.role === by
  }
}

const isOffice = (office: Matter['office'], { planId, taskForceNo }: DutyHolder): boolean =>
  office !== null && planId === office.planId && taskForceNo === office.campaignNo

/** Who has to do a matter and who waits for it, by the roles that are held now. Nobody is told as asker what he has to do himself. */
export function sidesOf(matter: Matter, holders: readonly DutyHolder[]): Sides {
  const of = (fits: (holder: DutyHolder) => boolean): string[] => [
    ...new Set(holders.filter(fits).map(({ accountId }) => accountId)),
  ]
  const doers = of((holder) => isDoer(matter, holder))
  const askers = matter.askedBy === null ? of(({ role }) => role === 'coordinator') : [matter.askedBy]
  return { doers, askers: askers.filter((accountId) => !doers.includes(accountId)) }
}

/** On which days the levels of a matter come, by a rule set. */
export function matterDays(
  matter: Pick<Matter, 'kind' | 'dueAt'>,
  rules: EscalationRules,
  { calendar, timeZone }: WorkPlace,
): readonly { readonly level: AutomaticLevel; readonly on: LocalDate }[] {
  return escalationDays(localDateAt(matter.dueAt, timeZone), rules.levels[groupOf[matter.kind]], calendar)
}
