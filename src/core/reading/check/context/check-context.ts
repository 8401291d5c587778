import type { PlanReading } from '../../facts.ts'
import { findAnchors } from './anchors.ts'
import type { Anchors } from './anchors.ts'
import { dutiesOf, keyMemo, spellingsOf } from './duties.ts'
import type { KeyedDuty, UnitName, UnitSpelling } from './duties.ts'
import { lazy } from './lazy.ts'
import { listsOf } from './lists.ts'
import type { WordList } from './lists.ts'
import { residueOf } from './residue.ts'
import type { Residue } from './residue.ts'
import { bySubject, targetsOf, twinsOf } from './targets.ts'
import type { Target } from './targets.ts'

/** What rules look at: the reading, and indexes over it that are built once, on first use, and shared. */
export interface CheckContext {
  readonly reading: PlanReading
  /** Earlier versions of the plan, plans of other years: what this one is held against. */
  readonly earlier: readonly PlanReading[]
  readonly text: string
  readonly keyOf: (name: string) => UnitName
  readonly duties: () => readonly KeyedDuty[]
  readonly spellings: () => ReadonlyMap<string, UnitSpelling>
  readonly targets: () => readonly Target[]
  readonly subjects: () => ReadonlyMap<string, readonly Target[]>
  /** Targets that promise the same thing, two and more. */
  readonly twins: () => readonly (readonly Target[])[]
  readonly lists: () => readonly WordList[]
  readonly anchors: () => Anchors
  /** Lines that belong to a web page around the text, not to the plan. */
  readonly residue: () => Residue
}

/** Makes the context of one check. */
export function checkContext(reading: PlanReading, earlier: readonly PlanReading[] = []): CheckContext {
  const { text } = reading
  const keyOf = keyMemo()
  const duties = lazy(() => dutiesOf(reading, keyOf))
  const targets = lazy(() => targetsOf(reading))
  const subjects = lazy(() => bySubject(targets()))
  return {
    reading,
    earlier,
    text,
    keyOf,
    duties,
    spellings: lazy(() => spellingsOf(duties())),
    targets,
    subjects,
    twins: lazy(() => twinsOf(subjects())),
    lists: lazy(() => listsOf(reading)),
    anchors: lazy(() => findAnchors(text)),
    residue: lazy(() => residueOf(text)),
  }
}
