import { insightRights } from '#core/insight'
import { planRights } from '#core/plan'
import { publishingRights } from '#core/publishing'
import { reportingRights } from '#core/reporting'
import { scoringRights } from '#core/scoring'
import { supervisionRights } from '#core/supervision'
import { decideBy } from './decide.ts'
import type { Decide } from './decide.ts'
import { each, may } from './right.ts'
import type { Right, RightsOfRoom } from './right.ts'
import { organisationRights } from './rights.ts'

const rooms: readonly RightsOfRoom[] = [
  organisationRights,
  planRights,
  reportingRights,
  insightRights,
  supervisionRights,
  scoringRights,
  publishingRights,
]

/** The sentences of all rooms. */
export const allRights: readonly Right[] = rooms.flatMap((rights) => rights({ may, each }))

/** Whether an actor may do something to an object, by the sentences of all rooms; denied unless one of them allows it. */
export const isAllowed: Decide = decideBy(allRights)
