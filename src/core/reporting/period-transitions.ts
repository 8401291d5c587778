import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { PeriodState } from './types.ts'

/** What can be done to a period. */
export type PeriodAction = 'open' | 'close' | 'seal'

/** open → closed → sealed, each once; a period is closed only after its due moment, so that nobody is cut off early. */
export function nextPeriodState(
  state: PeriodState | null,
  action: PeriodAction,
  clock: { readonly now: string; readonly dueAt: string },
): Result<PeriodState> {
  if (state === 'sealed') return refuse('period.alreadySealed')
  switch (action) {
    case 'open':
      return state === null ? accept('open') : refuse('period.alreadyOpen')
    case 'close':
      if (state !== 'open') return refuse('period.notOpen')
      return Date.parse(clock.now) < Date.parse(clock.dueAt)
        ? refuse('period.notDue', { dueAt: clock.dueAt })
        : accept('closed')
    case 'seal':
      return state === 'closed' ? accept('sealed') : refuse('period.notClosed')
  }
}
