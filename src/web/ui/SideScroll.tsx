import { type ReactNode, useEffect, useRef, useState } from 'react'

interface SideScrollProps {
  /** What scrolls, for whoever reaches it by keyboard. */
  readonly label: string
  readonly children: ReactNode
}

/** Holds what may be wider than the page. Where it is, it scrolls by itself, by keyboard too, and a shadow lies at each edge that hides more. */
export function SideScroll({ label, children }: SideScrollProps) {
  const area = useRef<HTMLDivElement>(null)
  const cut = useCutEdges(area)
  const reached = cut === '' ? {} : { role: 'region', tabIndex: 0, 'aria-label': label }
  return (
    <div ref={area} className={`table-wrap ${cut}`} {...reached}>
      {children}
    </div>
  )
}

/** Which edges hide a part, as classes. */
function useCutEdges(area: { readonly current: HTMLElement | null }): string {
  const [cut, setCut] = useState('')
  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    const look = () => {
      const { scrollLeft, clientWidth, scrollWidth } = element
      const classes = [scrollLeft > 1 && 'is-cut-left', scrollLeft + clientWidth < scrollWidth - 1 && 'is-cut-right']
      setCut(classes.filter(Boolean).join(' '))
    }
    const observer = new ResizeObserver(look)
    for (const one of [element, ...element.children]) observer.observe(one)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [area])
  return cut
}
