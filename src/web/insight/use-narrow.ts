import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 860px)'

/** Whether the window is too narrow for a drawing, so that a list stands in its place. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(QUERY)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(QUERY).matches,
  )
}
