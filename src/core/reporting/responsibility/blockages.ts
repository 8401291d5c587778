import { accept, isLocalDate, refuse } from '#core/kit'
import type { Result } from '#core/kit'

/** A blockage lives on after the report that brought it, until its outcome is recorded (mechanisms C9, C10). */
export type BlockageState = 'open' | 'answered' | 'resolved' | 'withdrawn'

/** Who has to answer: the unit that is needed, the task-force office, the coordinator, the leader. */
export const blockageLevels = ['withUnit', 'withOffice', 'withCoordinator', 'withLeader'] as const

/** A level by its name. */
export type BlockageLevel = (typeof blockageLevels)[number]

/** Where a blockage can be answered at all: which levels there are for it. */
export interface BlockagePlace {
  readonly unitId: string
  readonly needsUnitId: string | null
  readonly officeUnitId: string | null
}

/** A level that nobody fills is passed over: no unit named, no office, or an office inside the unit that asks or the one that is asked. */
function isFilled(level: number, { unitId, needsUnitId, officeUnitId }: BlockagePlace): boolean {
  if (level === 0) return needsUnitId !== null && needsUnitId !== unitId
  if (level === 1) return officeUnitId !== null && officeUnitId !== unitId && officeUnitId !== needsUnitId
  return true
}

/** The first level from `from` on that somebody fills; null above the leader. */
export function levelFrom(from: number, place: BlockagePlace): number | null {
  for (let level = from; level < blockageLevels.length; level += 1) if (isFilled(level, place)) return level
  return null
}

/** Checks what blocks: the matter, whose help is needed, and the day where one is named. */
export function checkBlocked(asked: {
  readonly what: string
  readonly needs: string
  readonly by: string | null
}): Result<null> {
  if (asked.what.trim() === '' || asked.needs.trim() === '') return refuse('report.blockageIncomplete', {}, 'what')
  return asked.by !== null && !isLocalDate(asked.by) ? refuse('report.blockageDate', {}, 'by') : accept(null)
}

/** What can be done to a blockage by the unit that raised it, or by the level that has to answer. */
export type BlockageAction = 'answer' | 'escalate' | 'resolve' | 'withdraw'

/** The blockage after an act, or why not. Raising goes up one level, once the present one has answered or its days are over. */
export function nextBlockage(
  blockage: { readonly state: BlockageState; readonly level: number; readonly levelDueAt: string } & BlockagePlace,
  asked: { readonly action: BlockageAction; readonly note: string },
  now: string,
): Result<{ readonly state: BlockageState; readonly level: number }> {
  const { state, level } = blockage
  if (state === 'resolved' || state === 'withdrawn') return refuse('blockage.closed')
  if (asked.note.trim() === '') return refuse('blockage.noteMissing', {}, 'note')
  switch (asked.action) {
    case 'answer':
      return accept({ state: 'answered', level })
    case 'resolve':
      return accept({ state: 'resolved', level })
    case 'withdraw':
      return accept({ state: 'withdrawn', level })
    case 'escalate': {
      if (state === 'open' && Date.parse(now) <= Date.parse(blockage.levelDueAt))
        return refuse('blockage.waitForAnswer')
      const next = levelFrom(level + 1, blockage)
      return next === null ? refuse('blockage.highestLevel') : accept({ state: 'open', level: next })
    }
  }
}

/** The unit that a text names: 请区自然资源局协调 → that bureau; of several names the longest; null where none is named. */
export function unitNamedIn(
  text: string,
  units: readonly { readonly unitId: string; readonly name: string; readonly aliases: readonly string[] }[],
): string | null {
  const named = units
    .flatMap(({ unitId, name, aliases }) => [name, ...aliases].map((word) => ({ unitId, word })))
    .filter(({ word }) => word.length > 1 && text.includes(word))
  return named.sort((a, b) => b.word.length - a.word.length)[0]?.unitId ?? null
}
