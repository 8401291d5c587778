import { type GanttScale, type GanttSheet, layoutGantt } from '#core/insight'
import type { GanttView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import type { NamedGroup } from './gantt-groups.ts'
import { ganttMessages as messages } from './gantt-messages.ts'
import type { Drawing } from './GanttSvg.tsx'

/** What every drawing of the same plan is made from. */
export interface GanttShared {
  readonly view: GanttView
  readonly groups: readonly NamedGroup[]
  readonly scale: GanttScale
  readonly span: { readonly from: string; readonly to: string }
  readonly current: string | null
  readonly onOpen: (itemId: string) => void
}

/** Lays the rows out on a sheet and gathers what the drawing needs. */
export function useDrawing({ view, groups, scale, span, current, onOpen }: GanttShared, sheet: GanttSheet): Drawing {
  const t = useText(messages)
  const names = new Map(groups.map(({ groupId, name }) => [groupId, name ?? t('outside')]))
  return {
    layout: layoutGantt(groups, { window: span, scale, today: view.today }, sheet),
    rows: new Map(view.rows.map((row) => [row.itemId, row])),
    groupName: (groupId) => names.get(groupId) ?? '',
    ...{ scale, current, onOpen, width: sheet.width, nameWidth: sheet.nameWidth, fontSize: sheet.fontSize },
  }
}
