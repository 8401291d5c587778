import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { SheetLine } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { TextArea, TextField } from '#web/ui'
import { ClaimChoice } from './AskAnswer.tsx'
import { reportingMessages as messages } from './messages.ts'
import type { Drafts } from './use-drafts.ts'

const RateSource = lazy(async () => ({ default: (await import('./targets/RateAnswer.tsx')).RateSource }))

interface AskMoreProps {
  readonly line: SheetLine
  readonly drafts: Drafts
}

/** What most answers do without: words, time nodes, a blockage, and what the page adds (files). Open where one of them is needed. */
export function AskMore({ line, drafts, children }: AskMoreProps & { readonly children: ReactNode }) {
  const t = useText(messages)
  const said = drafts.said(line)
  const asksSource = Boolean(said.parts) && said.parts?.document === ''
  const isNeeded = said.claim === 'blocked' || said.claim === 'done' || said.paragraph !== '' || asksSource
  const [isToggled, setToggled] = useState(false)
  const isOpen = isToggled || isNeeded
  return (
    <details className="ask__more" open={isOpen} onToggle={(event) => setToggled(event.currentTarget.open)}>
      <summary>{t('more')}</summary>
      {/* Most are never opened: a page of fifty items does without a thousand controls. */}
      {isOpen && (
        <div className="ask__fields">
          <MoreFields line={line} drafts={drafts} />
          {children}
        </div>
      )}
    </details>
  )
}

function MoreFields({ line, drafts }: AskMoreProps) {
  const t = useText(messages)
  const said = drafts.said(line)
  return (
    <>
      <Suspense>{line.item.figureBy === 'parts' && <RateSource line={line} drafts={drafts} />}</Suspense>
      {line.item.target && <ClaimChoice line={line} drafts={drafts} />}
      <TextArea
        label={t('paragraph')}
        rows={2}
        value={said.paragraph}
        onChange={(event) => drafts.change(line, { paragraph: event.target.value })}
      />
      <NodeChoice line={line} drafts={drafts} />
      {said.claim === 'blocked' && <BlockageFields line={line} drafts={drafts} />}
    </>
  )
}

function NodeChoice({ line, drafts }: AskMoreProps) {
  const t = useText(messages)
  const { nodesDone } = drafts.said(line)
  if (line.item.nodes.length === 0) return null
  const toggle = (label: string) =>
    nodesDone.includes(label) ? nodesDone.filter((one) => one !== label) : [...nodesDone, label]
  return (
    <fieldset className="nodes">
      <legend>{t('nodes')}</legend>
      {line.item.nodes.map(({ label, due }) => (
        <label key={label}>
          <input
            type="checkbox"
            checked={nodesDone.includes(label)}
            onChange={() => drafts.change(line, { nodesDone: toggle(label) })}
          />
          <span>
            {label} <span className="ask__unit">{t('by', { day: due })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What blocks an item, whose help is needed, and by when. */
function BlockageFields({ line, drafts }: AskMoreProps) {
  const t = useText(messages)
  const blockage = drafts.said(line).blockage ?? { what: '', needs: '', by: null }
  const change = (part: Partial<typeof blockage>) => drafts.change(line, { blockage: { ...blockage, ...part } })
  return (
    <div className="ask__blockage">
      <TextField
        label={t('blockageWhat')}
        value={blockage.what}
        onChange={(event) => change({ what: event.target.value })}
      />
      <TextField
        label={t('blockageNeeds')}
        value={blockage.needs}
        onChange={(event) => change({ needs: event.target.value })}
      />
      <TextField
        label={t('blockageBy')}
        type="date"
        value={blockage.by ?? ''}
        onChange={(event) => change({ by: event.target.value || null })}
      />
    </div>
  )
}
