import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** The surface on which the wall is drawn, in pixels. `paper`: the sheet that a printer gets. */
export interface WallBox {
  readonly width: number
  readonly height: number
  readonly paper: boolean
}

/** Sheet of √2 : 1 below its heading, so that A3 and A4 landscape both take the drawing as it is. */
const SHEET: WallBox = { width: 1540, height: 980, paper: true }

/** Shortest drawing that is still a wall; below that the page scrolls. */
const LEAST_HEIGHT = 360

/** Room between the drawing and the lower edge of the window, for the legend. */
const MARGIN = 34

/** Follows the space that the window leaves to the wall; while printing it is a sheet of paper. */
export function useWallBox(holder: RefObject<HTMLElement | null>, board: boolean): WallBox | null {
  const [box, setBox] = useState<WallBox | null>(null)
  useLayoutEffect(() => {
    const element = holder.current
    if (!element) return undefined
    const measure = () => {
      const { top, width } = element.getBoundingClientRect()
      const above = top + (board ? 0 : window.scrollY)
      const height = Math.max(LEAST_HEIGHT, window.innerHeight - above - MARGIN)
      setBox((known) =>
        known && !known.paper && known.width === width && known.height === height
          ? known
          : { width, height, paper: false },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const toPaper = () => flushSync(() => setBox(SHEET))
    window.addEventListener('resize', measure)
    window.addEventListener('beforeprint', toPaper)
    window.addEventListener('afterprint', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
      window.removeEventListener('beforeprint', toPaper)
      window.removeEventListener('afterprint', measure)
    }
  }, [holder, board])
  return box
}
