import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { WireEntry, WireItem } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Button, Empty, isTyping } from '#web/ui'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import { newItem } from './item-bodies.ts'
import { ItemEditor } from './ItemEditor.tsx'
import { ItemRow } from './ItemRow.tsx'
import { RemovedEntries } from './RemovedEntries.tsx'
import { useReview } from './review-context.ts'

interface Filter {
  readonly text: string
  readonly campaign: string
  readonly unconfirmed: boolean
}

/** The items of one kind: filter, lines, the one that is being edited, and what was taken out. */
export function ItemsTab({
  kind,
  conflicts,
}: {
  readonly kind: WireItem['kind']
  readonly conflicts: ReadonlySet<string>
}) {
  const t = useText(planMessages)
  const { state, selected, select, pointAt } = useReview()
  // Whoever walks down the list with j sees the mark move at once; the fields open where he stops.
  const opened = useDeferredValue(selected)
  const [filter, setFilter] = useState<Filter>({ text: '', campaign: '', unconfirmed: false })
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const items = useMemo(() => {
    const all = entriesOf(state.rows, 'item').map((entry) => entry.body)
    return all.filter((item) => item.kind === kind && (item.itemId === selected || matches(item, filter)))
  }, [state.rows, kind, filter, selected])
  const check = useCallback((itemId: string, on: boolean) => {
    setChecked((before) => {
      const after = new Set(before)
      if (on) after.add(itemId)
      else after.delete(itemId)
      return after
    })
  }, [])
  const toggle = useCallback((itemId: string) => select(itemId), [select])
  useListKeys(items, selected, select)
  return (
    <>
      <FilterBar filter={filter} onFilter={setFilter} />
      <ListActions kind={kind} items={items} checked={checked} onDone={() => setChecked(new Set())} />
      {items.length === 0 && <Empty text={t('nothingHere')} />}
      <div className="entries">
        {items.map((item) => {
          const row = state.rows.get(item.itemId)
          return (
            <div key={item.itemId} className="entries__item">
              <ItemRow
                item={item}
                revision={row?.revision ?? 0}
                current={item.itemId === selected}
                checked={checked.has(item.itemId)}
                conflict={conflicts.has(item.itemId)}
                onCheck={check}
                onSelect={toggle}
                onPoint={pointAt}
              />
              {item.itemId === selected && selected === opened && row && <ItemEditor row={row} />}
            </div>
          )
        })}
      </div>
      <RemovedEntries matches={(entry) => entry.kind === 'item' && entry.body.kind === kind} />
    </>
  )
}

function matches(item: WireItem, { text, campaign, unconfirmed }: Filter): boolean {
  if (campaign !== '' && String(item.campaignNo ?? 'none') !== campaign) return false
  if (unconfirmed && !(item.kind === 'indicator' && !item.measureConfirmed)) return false
  const words = [item.title, item.quote, ...item.duties.map((duty) => duty.unit)].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}

function FilterBar({ filter, onFilter }: { readonly filter: Filter; readonly onFilter: (next: Filter) => void }) {
  const t = useText(planMessages)
  const { state } = useReview()
  return (
    <div className="toolbar review__filter">
      <input
        type="search"
        className="input"
        aria-label={t('searchItems')}
        placeholder={t('searchItems')}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <select
        className="input"
        aria-label={t('fieldCampaign')}
        value={filter.campaign}
        onChange={(event) => onFilter({ ...filter, campaign: event.target.value })}
      >
        <option value="">{t('allCampaigns')}</option>
        <option value="none">{t('noCampaign')}</option>
        {entriesOf(state.rows, 'campaign').map(({ body }) => (
          <option key={body.no} value={String(body.no)}>
            {body.name}
          </option>
        ))}
      </select>
      <label className="editor__check">
        <input
          type="checkbox"
          checked={filter.unconfirmed}
          onChange={(event) => onFilter({ ...filter, unconfirmed: event.target.checked })}
        />
        {t('onlyUnconfirmed')}
      </label>
    </div>
  )
}

interface ListActionsProps {
  readonly kind: WireItem['kind']
  readonly items: readonly WireItem[]
  readonly checked: ReadonlySet<string>
  readonly onDone: () => void
}

function ListActions({ kind, items, checked, onDone }: ListActionsProps) {
  const t = useText(planMessages)
  const { state, actions, closed, select } = useReview()
  if (closed) return null
  const chosen = items.filter((item) => checked.has(item.itemId)).map((item) => item.itemId)
  const open = items.filter((item) => item.kind === 'indicator' && !item.measureConfirmed)
  const year = entriesOf(state.rows, 'meta')[0]?.body.year ?? null
  const add = async () => select(await actions.add(newItem(kind, year, { text: '', range: null, title: t('newItem') })))
  const merge = async () => {
    const [keep, ...others] = chosen
    if (keep !== undefined) await actions.merge(keep, others)
    onDone()
  }
  return (
    <div className="review__actions">
      <Button look="quiet" onClick={() => void add()}>
        ＋ {t('addItem')}
      </Button>
      {chosen.length > 1 && (
        <Button look="quiet" onClick={() => void merge()}>
          {t('merge')} · {t('selected', { count: chosen.length })}
        </Button>
      )}
      {open.length > 0 && (
        <Button look="quiet" onClick={() => void actions.editAll('confirm', open.map(confirmation))}>
          {t('confirmMeasures', { count: open.length })}
        </Button>
      )}
    </div>
  )
}

function confirmation({ itemId }: WireItem) {
  const change = (entry: WireEntry): WireEntry =>
    entry.kind === 'item' && entry.body.kind === 'indicator'
      ? { ...entry, body: { ...entry.body, measureConfirmed: true } }
      : entry
  return { entryId: itemId, change }
}

/** j and k move through the list, e goes to the first field of the item. */
function useListKeys(items: readonly WireItem[], selected: string | null, select: (id: string) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) && event.key !== 'Escape') return
      const at = items.findIndex((item) => item.itemId === selected)
      const next = event.key === 'j' ? at + 1 : event.key === 'k' ? Math.max(0, at - 1) : -1
      const item = next >= 0 ? items[Math.min(next, items.length - 1)] : undefined
      if (item) select(item.itemId)
      if (event.key === 'e' && selected !== null) {
        event.preventDefault()
        document.querySelector<HTMLElement>('.editor input')?.focus()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [items, selected, select])
}
