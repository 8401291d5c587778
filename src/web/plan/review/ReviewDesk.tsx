import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { WireDraft } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { ErrorNote } from '#web/ui'
import { planMessages } from '../messages.ts'
import { usePageSearch } from '../use-page-search.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import { CoverageMeter } from './CoverageTab.tsx'
import { itemOf } from './draft-state.ts'
import { MakeItem } from './MakeItem.tsx'
import { placesOf, type Review, ReviewContext, type ReviewTab, useReview } from './review-context.ts'
import { ReviewHead } from './ReviewHead.tsx'
import { ReviewTabs, tabOf } from './ReviewTabs.tsx'
import { findQuote, layoutText, type Range, touches } from './text-segments.ts'
import { TextPane } from './TextPane.tsx'
import { useDraft } from './use-draft.ts'

const POINT_MS = 350

/** The desk: head, coverage, the text on one side and what was read on the other. */
export function ReviewDesk({ draft }: { readonly draft: WireDraft }) {
  const handle = useDraft(draft)
  const [search, setSearch] = usePageSearch()
  const [side, setSide] = useState<'text' | 'items'>('items')
  const { pointed, pointAt } = usePointing()
  const shown = useShown(() => setSide('text'))
  const { state, actions, conflicts } = handle
  const selected = search['item'] ?? null
  const { clear, showRange } = shown
  const select = useCallback(
    (entryId: string | null) => {
      const entry = entryId === null ? undefined : state.rows.get(entryId)?.entry
      clear()
      setSearch({ item: entryId ?? undefined, ...(entry ? { tab: tabFor(entry) } : {}) })
      if (entryId !== null) requestAnimationFrame(() => showRow(entryId))
    },
    [state.rows, setSearch, clear],
  )
  const review = useMemo<Review>(
    () => ({ draft, state, actions, closed: state.state !== 'open', selected, select, pointAt, showRange }),
    [draft, state, actions, selected, select, pointAt, showRange],
  )
  return (
    <ReviewContext value={review}>
      <main className={`review review--${side}`} id="content">
        <ReviewHead saving={handle.saving} undo={handle.canUndo} side={side} onSide={setSide} />
        <div className="review__notices">
          <ErrorNote error={handle.error} />
          {conflicts.map((conflict) => (
            <ConflictNotice key={conflict.entryId} conflict={conflict} />
          ))}
        </div>
        <CoverageMeter onLeft={() => setSearch({ tab: 'coverage', item: undefined })} />
        <div className="review__desk">
          <DeskText pointed={pointed} shown={shown} />
          <ReviewTabs
            tab={tabOf(search['tab'])}
            conflicts={new Set(conflicts.map((conflict) => conflict.entryId))}
            onTab={(tab) => setSearch({ tab, item: undefined })}
          />
        </div>
      </main>
    </ReviewContext>
  )
}

/** A place that is shown on request, and a stretch that was picked in the text. */
interface Shown {
  readonly range: Range | null
  readonly picked: Range | null
  readonly clear: () => void
  readonly pick: (range: Range | null) => void
  readonly showRange: (range: Range | null) => void
}

function useShown(onShow: () => void): Shown {
  const [range, setRange] = useState<Range | null>(null)
  const [picked, setPicked] = useState<Range | null>(null)
  const show = useRef(onShow)
  return useMemo(
    () => ({
      ...{ range, picked },
      clear() {
        setRange(null)
        setPicked(null)
      },
      pick(next: Range | null) {
        setRange(null)
        setPicked(next)
      },
      showRange(next: Range | null) {
        setPicked(null)
        setRange(next)
        show.current()
      },
    }),
    [range, picked],
  )
}

/** The text side: what is lit, and what can be made of a picked stretch. */
function DeskText({ pointed, shown }: { readonly pointed: string | null; readonly shown: Shown }) {
  const t = useText(planMessages)
  const review = useReview()
  const { draft, state, selected, select } = review
  const lit = useLit(review, { pointed, shown: shown.range, picked: shown.picked })
  const pick = (sentence: number, chosen: Range | null) => {
    const span = chosen ?? draft.sentences[sentence]?.span
    if (!span) return
    const found = chosen ? null : itemAt(review, span, selected)
    if (found) select(found)
    else shown.pick({ ...span })
  }
  return (
    <section className="review__text" aria-label={t('showText')}>
      <TextPane
        {...lit}
        text={draft.text}
        statuses={state.standing.coverage.statuses}
        onPick={pick}
        label={t('showText')}
      />
      {shown.picked && (
        <div className="review__picked">
          <p>{t('chosenText', { text: shorten(draft.text.slice(shown.picked.start, shown.picked.end)) })}</p>
          <MakeItem range={shown.picked} onDone={() => shown.pick(null)} />
        </div>
      )}
    </section>
  )
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, '')
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain
}

/** Which item is pointed at; the text follows only when the pointer rests. */
function usePointing() {
  const [pointed, setPointed] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const pointAt = useCallback((entryId: string | null) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setPointed(entryId), POINT_MS)
  }, [])
  return { pointed, pointAt }
}

/** What is lit in the text, and where the pane goes: a shown place before the item pointed at before the selected one. */
function useLit(
  { draft, state, selected }: Review,
  at: { pointed: string | null; shown: Range | null; picked: Range | null },
) {
  const blocks = useMemo(() => layoutText(draft), [draft])
  const entryId = useDeferredValue(at.pointed ?? selected)
  const item = itemOf(entryId === null ? undefined : state.rows.get(entryId)?.entry)
  const { shown, picked } = at
  return useMemo(() => {
    const places = shown ? [shown] : picked ? [picked] : placesOf(item)
    const [first] = places
    const strong = shown ?? (item && first && !picked ? wordsWithin(draft.text, first, item.quote) : null)
    return { blocks, lit: places, strong, goTo: picked ? null : (first ?? null) }
  }, [blocks, draft.text, item, shown, picked])
}

/** The words that matter inside a sentence; none where they are all of it. */
function wordsWithin(text: string, sentence: Range, quote: string): Range | null {
  const words = findQuote(text, sentence, quote)
  return words && (words.end - words.start) * 5 < (sentence.end - sentence.start) * 4 ? words : null
}

/** The item that a sentence belongs to: the one with the narrowest place; the next one where that is selected already. */
function itemAt({ state }: Review, span: Range, selected: string | null): string | null {
  const found = [...state.rows.values()]
    .flatMap(({ entry }) =>
      entry.kind === 'item' && entry.removedAs === null
        ? placesOf(entry.body).flatMap((place) =>
            touches(place, span) ? [{ entryId: entry.entryId, length: place.end - place.start }] : [],
          )
        : [],
    )
    .sort((a, b) => a.length - b.length)
  const at = found.findIndex((one) => one.entryId === selected)
  return found[(at + 1) % Math.max(1, found.length)]?.entryId ?? null
}

function tabFor(entry: { readonly kind: string; readonly body: object }): ReviewTab {
  if (entry.kind === 'item' && 'kind' in entry.body) return tabOf(String(entry.body.kind))
  if (entry.kind === 'unit') return 'units'
  return entry.kind === 'taskForce' ? 'forces' : 'head'
}

function showRow(entryId: string): void {
  document.getElementById(`row-${entryId}`)?.scrollIntoView({ block: 'nearest' })
}
