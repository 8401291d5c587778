import type { PlanRule } from './rule.ts'
import { annexTitle } from './rules/annex-title.ts'
import { blankLeft } from './rules/blank-left.ts'
import { cadenceTwice } from './rules/cadence-twice.ts'
import { campaignCount } from './rules/campaign-count.ts'
import { campaignName } from './rules/campaign-name.ts'
import { contradictoryTargets } from './rules/contradictory-targets.ts'
import { dateOrder } from './rules/date-order.ts'
import { differsFromEarlier } from './rules/differs-from-earlier.ts'
import { doubledWords } from './rules/doubled-words.ts'
import { emptyTask } from './rules/empty-task.ts'
import { figureTwoNames } from './rules/figure-two-names.ts'
import { garbledWords } from './rules/garbled-words.ts'
import { idleMember } from './rules/idle-member.ts'
import { impossibleDate } from './rules/impossible-date.ts'
import { leadStyle } from './rules/lead-style.ts'
import { listCount } from './rules/list-count.ts'
import { listDrift } from './rules/list-drift.ts'
import { memberTwice } from './rules/member-twice.ts'
import { missingAnnex } from './rules/missing-annex.ts'
import { missingConvener } from './rules/missing-convener.ts'
import { missingLead } from './rules/missing-lead.ts'
import { missingStop } from './rules/missing-stop.ts'
import { mixedMarks } from './rules/mixed-marks.ts'
import { nameVariant } from './rules/name-variant.ts'
import { numbering } from './rules/numbering.ts'
import { oddMagnitude } from './rules/odd-magnitude.ts'
import { openBracket } from './rules/open-bracket.ts'
import { openLists } from './rules/open-lists.ts'
import { outsideTaskForce } from './rules/outside-task-force.ts'
import { ownerRemit } from './rules/owner-remit.ts'
import { pageResidue } from './rules/page-residue.ts'
import { partOverWhole } from './rules/part-over-whole.ts'
import { pastDeadline } from './rules/past-deadline.ts'
import { repeatedPassage } from './rules/repeated-passage.ts'
import { restrictedMatter } from './rules/restricted-matter.ts'
import { sharesOverHundred } from './rules/shares-over-hundred.ts'
import { statutoryBreakdown } from './rules/statutory-breakdown.ts'
import { stockFlow } from './rules/stock-flow.ts'
import { strayMark } from './rules/stray-mark.ts'
import { targetWithoutUnit } from './rules/target-without-unit.ts'
import { targetsWithoutBaseline } from './rules/targets-without-baseline.ts'
import { targetsWithoutDate } from './rules/targets-without-date.ts'
import { targetsWithoutOwner } from './rules/targets-without-owner.ts'
import { unitAlias } from './rules/unit-alias.ts'
import { unitTwice } from './rules/unit-twice.ts'
import { unitTypo } from './rules/unit-typo.ts'
import { untestedPromises } from './rules/untested-promises.ts'
import { yearOrder } from './rules/year-order.ts'

/** The rules of the plan check, in the order of their findings where places are equal: figures, duties, names, form, traits. */
export const planRules: readonly PlanRule[] = [
  contradictoryTargets,
  differsFromEarlier,
  oddMagnitude,
  figureTwoNames,
  stockFlow,
  yearOrder,
  partOverWhole,
  sharesOverHundred,
  targetWithoutUnit,
  unitTwice,
  memberTwice,
  missingLead,
  outsideTaskForce,
  missingConvener,
  ownerRemit,
  unitAlias,
  unitTypo,
  listDrift,
  listCount,
  campaignCount,
  campaignName,
  nameVariant,
  cadenceTwice,
  numbering,
  missingAnnex,
  annexTitle,
  impossibleDate,
  dateOrder,
  pastDeadline,
  repeatedPassage,
  emptyTask,
  garbledWords,
  openBracket,
  missingStop,
  strayMark,
  doubledWords,
  blankLeft,
  statutoryBreakdown,
  restrictedMatter,
  idleMember,
  leadStyle,
  openLists,
  targetsWithoutOwner,
  targetsWithoutDate,
  targetsWithoutBaseline,
  untestedPromises,
  pageResidue,
  mixedMarks,
]
