import { useEffect, useState, useSyncExternalStore } from 'react'
import type { WireDraft } from '#adapters/http/contract/plan'
import type { DraftActions } from './draft-actions.ts'
import { type DraftSnapshot, keepDraft } from './draft-keeper.ts'

const POLL_MS = 4_000

/** A draft under review: its state, what can be done, and what waits for a decision. Asks for others' changes every few seconds. */
export function useDraft(draft: WireDraft): DraftSnapshot & { readonly actions: DraftActions } {
  const [keeper] = useState(() => keepDraft(draft))
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot)
  useEffect(() => {
    const ask = () => {
      if (!document.hidden) void keeper.refresh().catch(() => undefined)
    }
    const timer = setInterval(ask, POLL_MS)
    return () => clearInterval(timer)
  }, [keeper])
  return { ...snapshot, actions: keeper.actions }
}
