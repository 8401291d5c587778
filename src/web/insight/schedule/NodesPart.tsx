import { useState } from 'react'
import { daysBetween } from '#core/kit'
import type { ScheduleView } from '#adapters/http/contract/insight'
import { useDateText, useText, When, useMarks } from '#web/kit'
import { Button, type Column, DataTable, LightMark, Section } from '#web/ui'
import { shown } from '../figures.ts'
import { NodesEditor } from './NodesEditor.tsx'
import { scheduleMessages as messages } from './schedule-messages.ts'

type Node = ScheduleView['nodes']['nodes'][number]

/** The time nodes against their baseline, and the way to ask for others. */
export function NodesPart({ view }: { readonly view: ScheduleView }) {
  const t = useText(messages)
  const [isChanging, setChanging] = useState(false)
  const { nodes, dropped, start } = view.nodes
  const done = nodes.filter(({ doneOn }) => doneOn !== null).length
  const late = nodes.filter(({ light }) => light === 'yellow' || light === 'red').length
  const columns = useColumns(view)
  const said = useDateText()
  const marks = useMarks()
  return (
    <Section
      title={nodes.length === 0 ? t('nodes') : t('nodesAnswer', { done, all: nodes.length, late })}
      aside={
        view.mayPropose &&
        !isChanging && (
          <Button look="quiet" className="no-print" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      {nodes.length === 0 ? (
        <p className="note">{t('noNodes')}</p>
      ) : (
        <DataTable caption={t('nodes')} columns={columns} rows={nodes} rowKey={({ label }) => label} />
      )}
      {start !== null && <p className="note">{t('startsOn', { day: start })}</p>}
      {dropped.length > 0 && (
        <p className="note">
          {t('dropped', {
            nodes: dropped.map(({ label, due }) => `${label}${marks.open}${said(due)}${marks.close}`).join(marks.and),
          })}
        </p>
      )}
      {isChanging && <NodesEditor view={view} onDone={() => setChanging(false)} />}
    </Section>
  )
}

function useColumns({ today, nodes }: ScheduleView): readonly Column<Node>[] {
  const t = useText(messages)
  const state = ({ doneOn, due }: Node): string => {
    if (doneOn !== null) return t('doneOn', { day: doneOn })
    const days = daysBetween(today, due)
    return days < 0 ? t('overdueDays', { days: -days }) : t('inDays', { days })
  }
  const shift = ({ due, baselineDue }: Node): string => {
    if (baselineDue === null) return nodes.nodes.every((node) => node.baselineDue === null) ? '' : t('added')
    const days = daysBetween(baselineDue, due)
    if (days === 0) return t('same')
    return t(days > 0 ? 'later' : 'earlier', { days: Math.abs(days), was: baselineDue })
  }
  return [
    { id: 'light', title: '', cell: ({ light }) => <LightMark light={light} bare /> },
    { id: 'node', title: t('node'), lead: true, cell: ({ label }) => label },
    { id: 'due', title: t('due'), cell: ({ due }) => <When className="nowrap" at={due} /> },
    { id: 'state', title: t('state'), cell: state },
    { id: 'shift', title: t('shift'), cell: shift },
    { id: 'output', title: t('output'), cell: ({ output }) => output },
    { id: 'weight', title: t('weight'), figure: true, cell: ({ weight }) => shown(weight) },
  ]
}
