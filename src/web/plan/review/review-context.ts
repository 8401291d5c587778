import { createContext, useContext } from 'react'
import type { WireDraft, WireItem } from '#adapters/http/contract/plan'
import type { DraftActions } from './draft-actions.ts'
import type { DraftState } from './draft-state.ts'
import type { Range } from './text-segments.ts'

/** The tabs of the review page; those of items are named by kind. */
export type ReviewTab =
  'head' | 'indicator' | 'task' | 'project' | 'policy' | 'units' | 'forces' | 'findings' | 'open' | 'coverage'

/** What every part of the review page shares. */
export interface Review {
  readonly draft: WireDraft
  readonly state: DraftState
  readonly actions: DraftActions
  readonly closed: boolean
  readonly selected: string | null
  /** Selects an entry: shows its tab, its row and its sentence. */
  readonly select: (entryId: string | null) => void
  /** Lights an item's sentence while it is pointed at. */
  readonly pointAt: (entryId: string | null) => void
  /** Shows a stretch of the text. */
  readonly showRange: (range: Range | null) => void
}

export const ReviewContext = createContext<Review | null>(null)

/** The review that this part belongs to. */
export function useReview(): Review {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('useReview stands inside the review page')
  return review
}

/** The places of an item in the text. */
export function placesOf(item: WireItem | null): readonly Range[] {
  if (!item) return []
  return [...(item.sentence ? [item.sentence] : []), ...(item.alsoAt ?? [])]
}
