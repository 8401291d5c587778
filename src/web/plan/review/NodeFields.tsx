import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import type { ItemFieldsProps } from './ItemEditor.tsx'
import { LiveField } from './LiveField.tsx'
import { useReview } from './review-context.ts'

/** The dated steps of an item. */
export function NodeFields({ item, revision, change }: ItemFieldsProps) {
  const t = useText(planMessages)
  const { state } = useReview()
  const year = entriesOf(state.rows, 'meta')[0]?.body.year
  const nodes = item.timeNodes
  const set = (next: typeof nodes, base: number) => change((now) => ({ ...now, timeNodes: next }), base)
  const addNode = () =>
    void set([...nodes, { label: `${t('timeNodes')}${nodes.length + 1}`, due: year ? `${year}-12-31` : '' }], revision)
  return (
    <div className="editor__part">
      <span className="editor__label">{t('timeNodes')}</span>
      {nodes.map((node, at) => (
        <div className="editor__node" key={at}>
          <LiveField
            label={t('nodeLabel')}
            value={node.label}
            revision={revision}
            onCommit={(label, base) => set(nodes.with(at, { ...node, label }), base)}
          />
          <LiveField
            type="date"
            label={t('nodeDue')}
            value={node.due}
            revision={revision}
            onCommit={(due, base) => set(nodes.with(at, { ...node, due }), base)}
          />
          <Button
            look="quiet"
            aria-label={`${t('remove')} ${node.label}`}
            onClick={() => void set(nodes.toSpliced(at, 1), revision)}
          >
            ×
          </Button>
        </div>
      ))}
      <Button look="quiet" onClick={addNode}>
        {t('addNode')}
      </Button>
    </div>
  )
}
