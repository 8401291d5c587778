import type { WireEntryRow, WireItem } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { choices, fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'
import { DutyFields } from './DutyFields.tsx'
import { entriesOf } from './draft-state.ts'
import { asKind } from './item-bodies.ts'
import { KindFields } from './KindFields.tsx'
import { LiveField, LiveSelect } from './LiveField.tsx'
import { NodeFields } from './NodeFields.tsx'
import { placesOf, useReview } from './review-context.ts'
import { TargetFields } from './TargetFields.tsx'

/** Changes the item of an entry and saves it. */
export type ChangeItem = (change: (item: WireItem) => WireItem, base: number) => Promise<Error | null>

export interface ItemFieldsProps<I extends WireItem = WireItem> {
  readonly item: I
  readonly revision: number
  readonly change: ChangeItem
}

/** Every field of one item, each saved when it is left. */
export function ItemEditor({ row }: { readonly row: WireEntryRow }) {
  const { actions, closed } = useReview()
  if (row.entry.kind !== 'item') return null
  const { entryId, body: item } = row.entry
  const change: ChangeItem = (next, base) =>
    actions.edit(entryId, (entry) => (entry.kind === 'item' ? { ...entry, body: next(entry.body) } : entry), base)
  const shared = { revision: row.revision, change }
  return (
    <fieldset className="editor" disabled={closed}>
      <SourceLine item={item} />
      <HeadFields item={item} {...shared} />
      {item.kind === 'indicator' && <TargetFields item={item} {...shared} />}
      {(item.kind === 'project' || item.kind === 'policy') && <KindFields item={item} {...shared} />}
      <DutyFields item={item} {...shared} />
      <NodeFields item={item} {...shared} />
      <EditorActions item={item} />
    </fieldset>
  )
}

function SourceLine({ item }: { readonly item: WireItem }) {
  const t = useText(planMessages)
  const { showRange } = useReview()
  const [first, ...others] = placesOf(item)
  if (!first) return <p className="editor__source">{t('byHand')}</p>
  return (
    <p className="editor__source">
      <span className="chip">{item.path}</span> {item.quote}
      {others.length > 0 && (
        <span className="editor__also">
          {t('alsoAt', { count: others.length })}
          {others.map((place, at) => (
            <Button key={place.start} look="quiet" onClick={() => showRange({ ...place })}>
              {at + 1}
            </Button>
          ))}
        </span>
      )}
    </p>
  )
}

function HeadFields({ item, revision, change }: ItemFieldsProps) {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  const { state } = useReview()
  const campaigns = entriesOf(state.rows, 'campaign').map((entry) => entry.body)
  const year = entriesOf(state.rows, 'meta')[0]?.body.year ?? null
  return (
    <div className="editor__grid">
      <div className="editor__wide">
        <LiveField
          label={t('fieldTitle')}
          value={item.title}
          revision={revision}
          onCommit={(title, base) => change((now) => ({ ...now, title }), base)}
        />
      </div>
      <LiveSelect
        label={t('fieldKind')}
        value={item.kind}
        options={choices.itemKind.map((kind) => ({ value: kind, label: words(kind) }))}
        revision={revision}
        onCommit={(kind, base) => change((now) => asKind(now, kind, year), base)}
      />
      <LiveSelect
        label={t('fieldCampaign')}
        value={String(item.campaignNo ?? '')}
        options={[
          { value: '', label: t('noCampaign') },
          ...campaigns.map((campaign) => ({ value: String(campaign.no), label: campaign.name })),
        ]}
        revision={revision}
        onCommit={(no, base) => change((now) => ({ ...now, campaignNo: no === '' ? null : Number(no) }), base)}
      />
    </div>
  )
}

function EditorActions({ item }: { readonly item: WireItem }) {
  const t = useText(planMessages)
  const { actions } = useReview()
  const takeOut = (removedAs: 'deleted' | 'notATask') =>
    void actions.edit(item.itemId, (entry) => ({ ...entry, removedAs }))
  return (
    <div className="editor__actions">
      <Button look="quiet" onClick={() => void actions.split(item.itemId)}>
        {t('split')}
      </Button>
      <Button look="quiet" onClick={() => takeOut('notATask')}>
        {t('notATask')}
      </Button>
      <Button look="quiet" onClick={() => takeOut('deleted')}>
        {t('delete')}
      </Button>
    </div>
  )
}
