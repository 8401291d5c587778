import { type RefObject, useEffect } from 'react'

/** Fills the whole screen with an element as long as `on` holds; where the browser refuses, the page's own frame is covered only. */
export function useBoard(holder: RefObject<HTMLElement | null>, on: boolean, onLeave: () => void): void {
  useEffect(() => {
    if (!on || document.fullscreenElement) return undefined
    holder.current?.requestFullscreen?.().catch(() => undefined)
    return undefined
  }, [holder, on])
  useEffect(() => {
    const left = () => {
      if (!document.fullscreenElement && on) onLeave()
    }
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [on, onLeave])
}
