import { planContract, type WireBody, type WireEntry } from '#adapters/http/contract/plan'
import { ApiProblem, call } from '#web/kit'
import {
  type BodyChange,
  type Conflict,
  type DraftState,
  type UndoStep,
  withChanges,
  withEdits,
} from './draft-state.ts'

/** Everything that a person can do to a draft; every write is saved at once. */
export interface DraftActions {
  /** Edits an entry; `base` is the revision that the person saw when he began. Answers why it was refused. */
  edit(entryId: string, change: BodyChange, base?: number): Promise<Error | null>
  /** Edits several entries in one write. */
  editAll(label: string, edits: readonly Edit[]): Promise<void>
  add(body: WireBody): Promise<string | null>
  split(entryId: string): Promise<void>
  merge(keepId: string, otherIds: readonly string[]): Promise<void>
  mute(findingId: string, reason: string | null): Promise<void>
  undo(): Promise<void>
  resolve(conflict: Conflict, keepMine: boolean): Promise<void>
}

/** What came of a write. */
export type Outcome<T> = { readonly value: T; readonly error: null } | { readonly value: null; readonly error: Error }

export interface Edit {
  readonly entryId: string
  readonly change: BodyChange
}

/** The state that actions read and change; `foreign` holds the revision at which somebody else changed an entry last. */
export interface DraftHold {
  readonly draftId: string
  readonly current: () => DraftState
  readonly apply: (next: (before: DraftState) => DraftState) => void
  readonly foreign: Map<string, number>
}

export interface ActionParts extends DraftHold {
  /** Runs writes one after another; an error is shown and answered. */
  readonly run: <T>(work: () => Promise<T>) => Promise<Outcome<T>>
  readonly push: (step: UndoStep) => void
  readonly pop: () => UndoStep | null
  readonly setConflicts: (next: (before: readonly Conflict[]) => readonly Conflict[]) => void
}

/** Takes in what others did since the revision that is known here. */
export async function takeIn({ draftId, current, apply, foreign }: DraftHold): Promise<void> {
  const since = current().revision
  const changes = await call(planContract.draftChanges, { params: { draftId }, query: { since } })
  for (const row of changes.entries) {
    const known = current().rows.get(row.entry.entryId)
    if (!known || known.revision < row.revision) foreign.set(row.entry.entryId, row.revision)
  }
  if (changes.revision > since || changes.state !== current().state) {
    apply((before) => withChanges(before, changes))
  }
}

/** Binds everything that can be done to one draft. */
export function makeActions(parts: ActionParts): DraftActions {
  return { ...editActions(parts), ...shapeActions(parts), ...laterActions(parts) }
}

function editActions(parts: ActionParts): Pick<DraftActions, 'edit' | 'editAll'> {
  const { current, run, push } = parts
  const entriesNow = (edits: readonly Edit[]): WireEntry[] =>
    edits.flatMap(({ entryId }) => current().rows.get(entryId)?.entry ?? [])
  const saved = (label: string, edits: readonly Edit[], base?: number) =>
    run(async () => {
      const before = entriesNow(edits)
      if (await save(parts, edits, base)) push({ label, before })
    })
  return {
    async edit(entryId, change, base) {
      return (await saved('edit', [{ entryId, change }], base)).error
    },
    async editAll(label, edits) {
      await saved(label, edits)
    },
  }
}

function shapeActions(parts: ActionParts): Pick<DraftActions, 'add' | 'split' | 'merge' | 'mute'> {
  const { draftId, current, apply, run, push } = parts
  const params = { draftId }
  const shaped = (label: string, work: () => ReturnType<typeof call<typeof planContract.splitEntry>>) =>
    run(async () => {
      const known = new Map([...current().rows].map(([id, row]) => [id, row.entry]))
      const change = await work()
      apply((state) => withChanges(state, change))
      const before = change.entries.map(({ entry }) => known.get(entry.entryId) ?? without(entry))
      push({ label, before })
      return change
    })
  return {
    async add(body) {
      const { value } = await shaped('add', () => call(planContract.addEntry, { params, body }))
      return value?.entries[0]?.entry.entryId ?? null
    },
    async split(entryId) {
      await shaped('split', () => call(planContract.splitEntry, { params, body: { entryId } }))
    },
    async merge(keepId, others) {
      const body = { keepId, otherIds: [...others] }
      await shaped('merge', () => call(planContract.mergeEntries, { params, body }))
    },
    async mute(findingId, reason) {
      await shaped('mute', () => call(planContract.muteFinding, { params, body: { findingId, reason } }))
    },
  }
}

const without = (entry: WireEntry): WireEntry => ({ ...entry, removedAs: 'deleted' })

function laterActions(parts: ActionParts): Pick<DraftActions, 'undo' | 'resolve'> {
  const { current, run, push, pop, setConflicts, foreign } = parts
  return {
    async undo() {
      await run(async () => {
        const step = pop()
        if (step)
          await save(
            parts,
            step.before.map((entry) => ({ entryId: entry.entryId, change: () => entry })),
          )
      })
    },
    async resolve(conflict, keepMine) {
      setConflicts((known) => known.filter((one) => one !== conflict))
      foreign.delete(conflict.entryId)
      const theirs = current().rows.get(conflict.entryId)?.entry
      if (!keepMine || !theirs) return
      await run(async () => {
        if (await save(parts, [conflict])) push({ label: 'edit', before: [theirs] })
      })
    },
  }
}

/** Shows the edits at once and saves them; where the server refuses, the page goes back. Answers whether it was saved. */
async function save(parts: ActionParts, edits: readonly Edit[], base?: number): Promise<boolean> {
  const { draftId, current, apply, foreign } = parts
  const rows = edits.flatMap(({ entryId, change }) => {
    const row = current().rows.get(entryId)
    return row ? [{ row, entry: change(row.entry) }] : []
  })
  apply((state) =>
    withEdits(
      state,
      rows.map(({ entry }) => entry),
    ),
  )
  const wanted = rows.map(({ row, entry }) => ({
    entry,
    revision: revisionFor(row.revision, foreign.get(entry.entryId), base),
  }))
  try {
    const change = await call(planContract.saveEntries, { params: { draftId }, body: { edits: wanted } })
    apply((state) => withChanges(state, change))
    return true
  } catch (problem) {
    apply((state) =>
      withEdits(
        state,
        rows.map(({ row }) => row.entry),
      ),
    )
    await meet(parts, problem, edits)
    return false
  }
}

/** The revision that a write names: the entry's own, unless somebody else changed it after the person began. */
function revisionFor(now: number, foreign: number | undefined, base: number | undefined): number {
  return base !== undefined && foreign !== undefined && foreign > base ? base : now
}

/** A refused write: where somebody was quicker, both states are shown; anything else goes up. */
async function meet(parts: ActionParts, problem: unknown, edits: readonly Edit[]): Promise<void> {
  if (!(problem instanceof ApiProblem) || problem.problem.code !== 'object.changedMeanwhile') throw problem
  const entryId = problem.problem.at ?? ''
  const edit = edits.find((one) => one.entryId === entryId)
  await takeIn(parts)
  if (!edit) throw problem
  const by = String(problem.problem.detail?.['by'] ?? '')
  parts.setConflicts((known) => [...known.filter((one) => one.entryId !== entryId), { ...edit, by }])
}
