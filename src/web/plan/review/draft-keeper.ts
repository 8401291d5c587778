import type { WireDraft } from '#adapters/http/contract/plan'
import { type ActionParts, type DraftActions, makeActions, type Outcome, takeIn } from './draft-actions.ts'
import { type Conflict, type DraftState, stateOf, type UndoStep } from './draft-state.ts'

const UNDO_STEPS = 50

/** A draft under review as the page draws it; a new object after every change. */
export interface DraftSnapshot {
  readonly state: DraftState
  readonly conflicts: readonly Conflict[]
  readonly canUndo: UndoStep | null
  readonly saving: boolean
  readonly error: Error | null
}

/** Keeps one draft while it is reviewed, outside of the components that draw it. */
export interface DraftKeeper {
  readonly actions: DraftActions
  snapshot(): DraftSnapshot
  subscribe(listener: () => void): () => void
  /** Takes in what others did, after our own writes under way. */
  refresh(): Promise<void>
}

/** Shows edits at once, saves them one after another, and remembers what can be undone. */
export function keepDraft(draft: WireDraft): DraftKeeper {
  let now: DraftSnapshot = { state: stateOf(draft), conflicts: [], canUndo: null, saving: false, error: null }
  const listeners = new Set<() => void>()
  const change = (next: Partial<DraftSnapshot>) => {
    now = { ...now, ...next }
    for (const listener of listeners) listener()
  }
  const queue = writeQueue(change)
  const parts: ActionParts = {
    draftId: draft.draftId,
    foreign: new Map(),
    current: () => now.state,
    apply: (next) => change({ state: next(now.state) }),
    run: queue.run,
    ...undoStack((canUndo) => change({ canUndo })),
    setConflicts: (next) => change({ conflicts: next(now.conflicts) }),
  }
  return {
    actions: makeActions(parts),
    snapshot: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: () => queue.settled().then(() => takeIn(parts)),
  }
}

/** Runs writes one after another, so that each starts from what the one before left. */
function writeQueue(change: (next: Partial<DraftSnapshot>) => void) {
  let last: Promise<unknown> = Promise.resolve()
  let pending = 0
  const run = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
    pending += 1
    change({ saving: true })
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    const outcome: Outcome<T> = await turn.then(
      (value) => ({ value, error: null }),
      (problem: unknown) => ({ value: null, error: problem instanceof Error ? problem : new Error(String(problem)) }),
    )
    pending -= 1
    change({ saving: pending > 0, error: outcome.error })
    return outcome
  }
  return { run, settled: () => last }
}

function undoStack(onChange: (last: UndoStep | null) => void): Pick<ActionParts, 'push' | 'pop'> {
  const steps: UndoStep[] = []
  return {
    push(step) {
      steps.push(step)
      if (steps.length > UNDO_STEPS) steps.shift()
      onChange(step)
    },
    pop() {
      const step = steps.pop() ?? null
      onChange(steps.at(-1) ?? null)
      return step
    },
  }
}
