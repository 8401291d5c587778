import type { WallCell, WallLayout } from '#core/insight'
import { useEffect, useState } from 'react'
import { isTyping } from '#web/ui'

/** j k and arrows move over the wall, Enter opens the why, Escape closes it. Answers the item that is moved to. */
export function useWallKeys(layout: WallLayout, onSelect: (itemId: string | undefined) => void): string | undefined {
  const [focused, setFocused] = useState<string>()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === 'Escape') onSelect(undefined)
      if (event.key === 'Enter' && focused !== undefined) onSelect(focused)
      const next = moved(layout.cells, focused, event.key)
      if (next === undefined) return
      event.preventDefault()
      setFocused(next.itemId)
      document.querySelector<SVGElement>(`[data-item="${next.itemId}"]`)?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [layout, onSelect, focused])
  return focused
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }
const sides: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1, l: 1, h: -1 }

/** The cell that a key leads to; the first one where none is current yet. */
export function moved(cells: readonly WallCell[], at: string | undefined, key: string): WallCell | undefined {
  const [step, side] = [steps[key], sides[key]]
  if (step === undefined && side === undefined) return undefined
  const index = cells.findIndex((cell) => cell.itemId === at)
  const current = cells[index]
  if (current === undefined) return cells[0]
  if (step !== undefined) return cells[Math.min(cells.length - 1, Math.max(0, index + step))]
  const beside = cells.filter((cell) => (cell.x - current.x) * (side ?? 1) > 1)
  return beside.reduce<WallCell | undefined>((best, cell) => {
    if (best === undefined) return cell
    const far = (one: WallCell) => Math.abs(one.x - current.x) * 1000 + Math.abs(one.y - current.y)
    return far(cell) < far(best) ? cell : best
  }, undefined)
}
