import { useState } from 'react'
import type { ScheduleView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { Button, TextField } from '#web/ui'
import { BackwardPlanner, type DraftNode } from './BackwardPlanner.tsx'
import { ProposeForm } from './ProposeForm.tsx'
import { scheduleMessages as messages } from './schedule-messages.ts'

interface NodesEditorProps {
  readonly view: ScheduleView
  readonly onDone: () => void
}

/** Writes the time nodes of an item, by hand or backwards from the deadline. What is done already keeps its words and its day. */
export function NodesEditor({ view, onDone }: NodesEditorProps) {
  const t = useText(messages)
  const done = view.nodes.nodes.filter(({ doneOn }) => doneOn !== null)
  const [start, setStart] = useState(view.nodes.start ?? '')
  const [nodes, setNodes] = useState<readonly DraftNode[]>(() =>
    view.nodes.nodes.map(({ label, due, output, weight }) => ({ label, due, output, weight })),
  )
  const isDone = (label: string) => done.some((node) => node.label === label)
  const set = (index: number, change: Partial<DraftNode>) =>
    setNodes(nodes.map((node, place) => (place === index ? { ...node, ...change } : node)))
  const planned = (found: readonly DraftNode[]) =>
    setNodes([...nodes.filter(({ label }) => isDone(label)), ...found.filter(({ label }) => !isDone(label))])
  return (
    <div className="editor-box no-print">
      <BackwardPlanner view={view} start={start} onStart={setStart} onPlanned={planned} />
      <div className="nodes">
        {nodes.map((node, index) => (
          <NodeFields
            key={index}
            node={node}
            isDone={isDone(node.label)}
            onChange={(change) => set(index, change)}
            onRemove={() => setNodes(nodes.filter((_, place) => place !== index))}
          />
        ))}
        <div className="toolbar">
          <Button look="quiet" onClick={() => setNodes([...nodes, { label: '', due: '', output: '', weight: '1' }])}>
            {t('add')}
          </Button>
        </div>
      </div>
      <ProposeForm
        itemId={view.item.itemId}
        today={view.today}
        body={{ part: 'nodes', start: start === '' ? null : start, nodes }}
        onDone={onDone}
      />
    </div>
  )
}

interface NodeFieldsProps {
  readonly node: DraftNode
  /** Done already: its words and its day stay. */
  readonly isDone: boolean
  readonly onChange: (change: Partial<DraftNode>) => void
  readonly onRemove: () => void
}

function NodeFields({ node, isDone, onChange, onRemove }: NodeFieldsProps) {
  const t = useText(messages)
  return (
    <div className="nodes__row">
      <TextField
        label={t('node')}
        value={node.label}
        disabled={isDone}
        onChange={(event) => onChange({ label: event.target.value })}
      />
      <TextField
        type="date"
        label={t('due')}
        value={node.due}
        disabled={isDone}
        onChange={(event) => onChange({ due: event.target.value })}
      />
      <TextField
        label={t('output')}
        value={node.output}
        onChange={(event) => onChange({ output: event.target.value })}
      />
      <TextField
        figure
        label={t('weight')}
        value={node.weight}
        onChange={(event) => onChange({ weight: event.target.value })}
      />
      <Button look="quiet" disabled={isDone} aria-label={t('removeNamed', { label: node.label })} onClick={onRemove}>
        {t('remove')}
      </Button>
    </div>
  )
}
