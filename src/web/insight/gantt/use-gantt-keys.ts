import { useEffect } from 'react'
import type { GanttScale } from '#core/insight'
import { addDays } from '#core/kit'
import { isTyping } from '#web/ui'
import type { NamedGroup } from './gantt-groups.ts'
import type { GanttSearch } from './gantt-search.ts'

interface GanttKeys {
  readonly groups: readonly NamedGroup[]
  readonly search: GanttSearch
  readonly scale: GanttScale
  readonly span: { readonly from: string; readonly to: string }
  readonly onSearch: (change: GanttSearch) => void
  readonly onOpen: (itemId: string) => void
}

const scales: Readonly<Record<string, GanttScale>> = { '1': 'year', '2': 'quarter', '3': 'month' }

/** j/k go from row to row, Enter opens one, [ and ] move through the year, 1 2 3 choose how much of it is shown. */
export function useGanttKeys({ groups, search, span, onSearch, onOpen }: GanttKeys): void {
  useEffect(() => {
    const ids = groups.flatMap(({ rows }) => rows.map(({ rowId }) => rowId))
    const go = (step: number) => {
      const at = ids.indexOf(search.item ?? '')
      const item = ids[Math.max(0, Math.min(ids.length - 1, at + step))]
      if (item !== undefined) onSearch({ item })
    }
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === 'j') go(1)
      if (event.key === 'k') go(-1)
      if ((event.key === 'Enter' || event.key === 'o') && search.item !== undefined) onOpen(search.item)
      if (event.key === '[') onSearch({ at: addDays(span.from, -1) })
      if (event.key === ']') onSearch({ at: addDays(span.to, 1) })
      const scale = scales[event.key]
      if (scale !== undefined) onSearch({ scale })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [groups, search.item, span.from, span.to, onSearch, onOpen])
}
