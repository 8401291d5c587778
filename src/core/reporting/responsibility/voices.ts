import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { DutyRole } from '#core/plan'
import type { PeriodState, ReportState } from '../types.ts'

/** What another unit's word is for: a further lead countersigns, a responsible or supporting unit confirms or objects. */
export type VoiceKind = 'countersign' | 'support'

/** What a unit says. */
export type VoiceAnswer = 'agrees' | 'objects'

/** How a unit's word stands: `silent` = past due; of a lead that is a missing countersignature, of any other unit consent. */
export type VoiceState = VoiceAnswer | 'waiting' | 'silent'

/** A unit with a duty on an item, groups resolved. */
export interface DutyHolder {
  readonly unitId: string
  readonly role: DutyRole
}

/**
 * Which units are heard on a report, and as what: further leads countersign, responsible and supporting units confirm or object.
 * Participating units are informed. A unit with two duties is heard once, as the stronger.
 */
export function voicesAsked(
  holders: readonly DutyHolder[],
  reportingUnitId: string,
): readonly { readonly unitId: string; readonly kind: VoiceKind }[] {
  const others = holders.filter((holder) => holder.unitId !== reportingUnitId)
  const of = (...roles: readonly DutyRole[]): string[] => [
    ...new Set(others.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId)),
  ]
  const leads = of('lead')
  const supports = of('responsible', 'support').filter((unitId) => !leads.includes(unitId))
  return [
    ...leads.map((unitId) => ({ unitId, kind: 'countersign' as const })),
    ...supports.map((unitId) => ({ unitId, kind: 'support' as const })),
  ]
}

/** The state of one word. What was said before the report was signed anew belongs to what was said before, and does not count. */
export function voiceState(
  last: { readonly answer: VoiceAnswer; readonly givenAt: string } | null,
  clock: { readonly signedAt: string; readonly dueAt: string; readonly now: string },
): VoiceState {
  if (last !== null && Date.parse(last.givenAt) >= Date.parse(clock.signedAt)) return last.answer
  return Date.parse(clock.now) > Date.parse(clock.dueAt) ? 'silent' : 'waiting'
}

/** Checks a word before it is given: the report has left its unit, the period is not sealed, and an objection has a reason. */
export function checkVoice(
  voice: { readonly answer: VoiceAnswer; readonly note: string },
  report: { readonly state: ReportState; readonly periodState: PeriodState },
): Result<null> {
  if (report.periodState === 'sealed') return refuse('report.alreadySealed')
  if (report.state !== 'signed' && report.state !== 'accepted') return refuse('voice.notSigned')
  return voice.answer === 'objects' && voice.note.trim() === ''
    ? refuse('voice.reasonMissing', {}, 'note')
    : accept(null)
}
