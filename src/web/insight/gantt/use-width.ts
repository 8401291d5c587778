import { type RefObject, useEffect, useState } from 'react'

/** Width of an element in whole pixels, kept up with the window; 0 before it stands. */
export function useWidth(holder: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = holder.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [holder])
  return width
}
