import { insightRights } from '#core/insight'
import { planRights } from '#core/plan'
import { publishingRights } from '#core/publishing'
import { registersRights } from '#core/registers'
import { reportingRights } from '#core/reporting'
import { scoringRights } from '#core/scoring'
import { supervisionRights } from '#core/supervision'
import type { Action } from './actions.ts'
import type { RightObject } from './conditions.ts'
import { decideBy } from './decide.ts'
import { each, insiders, may } from './right.ts'
import type { Right, RightsOfRoom } from './right.ts'
import { organisationRights } from './rights.ts'
import type { Actor } from './types.ts'

const rooms: readonly RightsOfRoom[] = [
  organisationRights,
  planRights,
  reportingRights,
  registersRights,
  insightRights,
  supervisionRights,
  scoringRights,
  publishingRights,
]

/** The sentences of all rooms. */
export const allRights: readonly Right[] = rooms.flatMap((rights) => rights({ may, each, insiders }))

/** The role by which an actor may do something to an object, by the sentences of all rooms; null unless one of them allows it. */
export const roleAllowing = decideBy(allRights)

/** Whether an actor may do something to an object at all. */
export const isAllowed = (actor: Actor, action: Action, object: RightObject): boolean =>
  roleAllowing(actor, action, object) !== null
