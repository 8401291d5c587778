import { Link } from '@tanstack/react-router'
import { useText, When } from '#web/kit'
import { LightMark, Section } from '#web/ui'
import { ganttMessages as messages } from './gantt-messages.ts'
import type { GanttShared } from './use-drawing.ts'

/** On a phone: the same rows as a list, each with its nodes in order of their day. */
export function GanttList({ view, groups }: GanttShared) {
  const t = useText(messages)
  const rows = new Map(view.rows.map((row) => [row.itemId, row]))
  return (
    <div className="gantt-list no-print">
      {groups.map((group) => (
        <Section key={group.groupId} title={group.name ?? t('outside')}>
          <ul className="lines">
            {group.rows.flatMap(({ rowId }) => {
              const row = rows.get(rowId)
              return row ? [<Item key={rowId} row={row} />] : []
            })}
          </ul>
        </Section>
      ))}
    </div>
  )
}

function Item({ row }: { readonly row: GanttShared['view']['rows'][number] }) {
  const t = useText(messages)
  return (
    <li>
      <Link to="/items/$itemId/schedule" params={{ itemId: row.itemId }}>
        {row.title}
      </Link>
      <small>{row.unitName}</small>
      <ol className="gantt-list__nodes">
        {row.nodes.map((node) => (
          <li key={`${node.label} ${node.due}`}>
            <LightMark light={node.light} bare />
            <span>{node.label}</span>
            <When at={node.due} />
            {node.baselineDue !== null && (
              <small>{t('nodeMoved', { label: '', due: '', was: node.baselineDue }).replace(/^[，,]\s*/, '')}</small>
            )}
          </li>
        ))}
      </ol>
    </li>
  )
}
