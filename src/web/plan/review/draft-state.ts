import type { WireDraft, WireEntry, WireEntryRow, WireItem, WireStanding } from '#adapters/http/contract/plan'

/** A draft as the page holds it: entries by id, in order, with what follows from them. */
export interface DraftState {
  readonly revision: number
  readonly state: WireDraft['state']
  readonly rows: ReadonlyMap<string, WireEntryRow>
  readonly standing: WireStanding
}

/** A change of mine that met a change of somebody else: the person decides. */
export interface Conflict {
  readonly entryId: string
  readonly by: string
  readonly change: BodyChange
}

/** Makes the new entry from the one that is there. */
export type BodyChange = (entry: WireEntry) => WireEntry

/** One step that can be undone: the entries as they were before. */
export interface UndoStep {
  readonly label: string
  readonly before: readonly WireEntry[]
}

interface Changes {
  readonly revision: number
  readonly state?: WireDraft['state']
  readonly entries: readonly WireEntryRow[]
  readonly standing: WireStanding | null
}

/** The state of a draft as it was loaded. */
export function stateOf(draft: WireDraft): DraftState {
  const rows = new Map(draft.entries.map((row) => [row.entry.entryId, row]))
  return { revision: draft.revision, state: draft.state, rows, standing: draft.standing }
}

/** Takes in entries from the server; an older answer that arrives late changes nothing. */
export function withChanges(state: DraftState, changes: Changes): DraftState {
  const rows = new Map(state.rows)
  for (const row of changes.entries) {
    const known = rows.get(row.entry.entryId)
    if (!known || known.revision <= row.revision) rows.set(row.entry.entryId, row)
  }
  const newer = changes.revision >= state.revision
  return {
    revision: Math.max(state.revision, changes.revision),
    state: changes.state ?? state.state,
    rows,
    standing: newer && changes.standing ? changes.standing : state.standing,
  }
}

/** Shows edits at once, before the server has answered; the revisions stay until it has. */
export function withEdits(state: DraftState, entries: readonly WireEntry[]): DraftState {
  const rows = new Map(state.rows)
  for (const entry of entries) {
    const known = rows.get(entry.entryId)
    if (known) rows.set(entry.entryId, { ...known, entry })
  }
  return { ...state, rows }
}

/** The counted entries of one kind, in order. */
export function entriesOf<K extends WireEntry['kind']>(
  rows: ReadonlyMap<string, WireEntryRow>,
  kind: K,
): Extract<WireEntry, { kind: K }>[] {
  const found = [...rows.values()].filter((row) => row.entry.kind === kind && row.entry.removedAs === null)
  return found.sort(byOrder).map((row) => row.entry as Extract<WireEntry, { kind: K }>)
}

function byOrder(a: WireEntryRow, b: WireEntryRow): number {
  const place = placeOf(a.entry) - placeOf(b.entry)
  return place === 0 || Number.isNaN(place) ? a.orderNo - b.orderNo : place
}

function placeOf(entry: WireEntry): number {
  return entry.kind === 'item' ? (entry.body.sentence?.start ?? Number.MAX_SAFE_INTEGER) : 0
}

/** The item inside an entry, if it is one. */
export function itemOf(entry: WireEntry | undefined): WireItem | null {
  return entry?.kind === 'item' ? entry.body : null
}
