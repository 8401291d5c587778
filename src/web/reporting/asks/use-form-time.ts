import { useEffect, useRef } from 'react'
import { askContract, type SheetLine } from '#adapters/http/contract/reporting'
import { call } from '#web/kit'

/** Somebody who has touched nothing for so long is not at the form. */
const IDLE_SECONDS = 30

/**
 * Counts the seconds in which the form is open, seen and worked on, and sends them with what they were spent on when answers go off. The
 * server keeps counts per class only. Nothing depends on it: where it fails, nobody is told.
 */
export function useFormTime(): (lines: readonly SheetLine[]) => void {
  const spent = useRef(0)
  const touched = useRef(0)
  useEffect(() => {
    const touch = () => {
      touched.current = performance.now()
    }
    const count = setInterval(() => {
      const isActive = performance.now() - touched.current < IDLE_SECONDS * 1000
      if (isActive && document.visibilityState === 'visible') spent.current += 1
    }, 1000)
    touch()
    const events = ['pointerdown', 'keydown', 'scroll'] as const
    for (const name of events) window.addEventListener(name, touch, { passive: true })
    return () => {
      clearInterval(count)
      for (const name of events) window.removeEventListener(name, touch)
    }
  }, [])
  return (lines) => {
    const seconds = spent.current
    spent.current = 0
    for (const [cadenceId, own] of byCadence(lines)) {
      const answers: Partial<Record<SheetLine['item']['kind'], number>> = {}
      for (const { item } of own) answers[item.kind] = (answers[item.kind] ?? 0) + 1
      const share = (seconds * own.length) / lines.length
      void call(askContract.noteFormTime, { body: { cadenceId, seconds: share, answers } }).catch(() => undefined)
    }
  }
}

function byCadence(lines: readonly SheetLine[]): ReadonlyMap<string, readonly SheetLine[]> {
  const found = new Map<string, SheetLine[]>()
  for (const line of lines) found.set(line.cadenceId, [...(found.get(line.cadenceId) ?? []), line])
  return found
}
