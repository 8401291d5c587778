import type { Preset } from './kernel.ts'
import { cadence } from './recognisers/cadence.ts'
import { campaign } from './recognisers/campaign.ts'
import { closedWord } from './recognisers/closed-word.ts'
import { deadline } from './recognisers/deadline.ts'
import { documentMeta } from './recognisers/document-meta.ts'
import { namedPolicy } from './recognisers/named-policy.ts'
import { namedProject } from './recognisers/named-project.ts'
import { phaseDeadline } from './recognisers/phase-deadline.ts'
import { qualitativePromise } from './recognisers/qualitative-promise.ts'
import { redLine } from './recognisers/red-line.ts'
import { quantifiedTarget } from './recognisers/quantified-target.ts'
import { relativeTarget } from './recognisers/relative-target.ts'
import { responsibilityBracket } from './recognisers/responsibility-bracket.ts'
import { responsibilityCell } from './recognisers/responsibility-cell.ts'
import { responsibilityLine } from './recognisers/responsibility-line.ts'
import { responsibilityRunning } from './recognisers/responsibility-running.ts'
import { targetCell } from './recognisers/target-cell.ts'
import { taskForce } from './recognisers/task-force.ts'
import { taskForceList } from './recognisers/task-force-list.ts'
import { taskForceTable } from './recognisers/task-force-table.ts'
import { dropNestedClauses } from './refiners/drop-nested-clauses.ts'
import { inheritDeadline } from './refiners/inherit-deadline.ts'
import { inheritOwner } from './refiners/inherit-owner.ts'
import { liftClosingClauses } from './refiners/lift-closing-clauses.ts'
import { linkTaskForces } from './refiners/link-task-forces.ts'
import { mergeMemberLists } from './refiners/merge-member-lists.ts'
import { nameFramework } from './refiners/name-framework.ts'
import { orderFacts } from './refiners/order-facts.ts'
import { splitSpacedUnits } from './refiners/split-spaced-units.ts'
import { statedLeadRule } from './refiners/stated-lead-rule.ts'
import { readTaskTables } from './tables/read-task-tables.ts'

/** The grammar of issued plans. `documentMeta` runs first: dates without a year take the plan's year. */
export const planPreset: Preset = {
  recognisers: [
    documentMeta,
    campaign,
    responsibilityBracket,
    responsibilityCell,
    responsibilityLine,
    responsibilityRunning,
    quantifiedTarget,
    closedWord,
    relativeTarget,
    targetCell,
    deadline,
    phaseDeadline,
    taskForce,
    taskForceList,
    taskForceTable,
    cadence,
    redLine,
    qualitativePromise,
    namedProject,
    namedPolicy,
  ],
  refiners: [
    dropNestedClauses,
    splitSpacedUnits,
    statedLeadRule,
    orderFacts,
    liftClosingClauses,
    inheritOwner,
    inheritDeadline,
    linkTaskForces,
    mergeMemberLists,
    nameFramework,
    readTaskTables,
  ],
}
