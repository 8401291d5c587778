import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { planContract, type WirePlanText } from '#adapters/http/contract/plan'
import { useEndpoint, useText } from '#web/kit'
import { Loaded, Page } from '#web/ui'
import { planMessages } from '../messages.ts'
import { findQuote, layoutText, type Range, touches } from '../review/text-segments.ts'
import { TextPane } from '../review/TextPane.tsx'
import { usePageSearch } from '../use-page-search.ts'
import { Outline } from './Outline.tsx'
import '../plan.css'

/** The issued text, read only, every item at its sentence: /plans/{plan}/text?item={item}. */
export function PlanTextPage() {
  const { planId = '' } = useParams({ strict: false })
  const [search] = usePageSearch()
  const version = search['version']
  const query = useEndpoint(planContract.planText, {
    params: { planId },
    query: version === undefined ? {} : { version: Number(version) },
  })
  const t = useText(planMessages)
  return (
    <Loaded query={query} title={t('plans')}>
      {(text) => <PlanText planId={planId} plan={text} />}
    </Loaded>
  )
}

/** Stretches that carry items, in order; those that overlap count as one. */
function stretchesOf(plan: WirePlanText): Range[] {
  const spans = plan.anchors.flatMap((anchor) => anchor.spans).sort((a, b) => a.start - b.start)
  const merged: Range[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

function PlanText({ planId, plan }: { readonly planId: string; readonly plan: WirePlanText }) {
  const t = useText(planMessages)
  const [search, setSearch] = usePageSearch()
  const [place, setPlace] = useState<Range | null>(null)
  const [sought, setSought] = useState<Range | null>(null)
  const { blocks, stretches } = useMemo(() => {
    const found = stretchesOf(plan)
    return { stretches: found, blocks: layoutText({ ...plan, sentences: found.map((span) => ({ span })), marks: [] }) }
  }, [plan])
  const chosen = plan.anchors.find((anchor) => anchor.itemId === search['item'])
  const here = place
    ? plan.anchors.filter((anchor) => anchor.spans.some((span) => touches(span, place)))
    : chosen
      ? [chosen]
      : []
  const lit = chosen?.spans ?? []
  const [first] = lit
  return (
    <Page
      title={plan.title}
      lead={`${t('textTitle')} · ${t('versionNo', { version: plan.version })} · ${plan.fileName}`}
      actions={
        <Link className="button" to="/plans/$planId" params={{ planId }}>
          {t('toPlan')}
        </Link>
      }
    >
      <div className="reading">
        <TextPane
          text={plan.text}
          blocks={blocks}
          statuses={stretches.map(() => 'item' as const)}
          lit={lit}
          strong={chosen && first ? findQuote(plan.text, first, chosen.quote) : null}
          goTo={sought ?? first ?? null}
          onPick={(index, range) => setPlace(range ?? stretches[index] ?? null)}
          label={t('textTitle')}
        />
        <aside className="reading__items">
          <Outline plan={plan} onGo={setSought} />
          <HereList
            here={here}
            chosen={search['item']}
            onChoose={(item) => {
              setSought(null)
              setSearch({ item })
            }}
          />
        </aside>
      </div>
    </Page>
  )
}

interface HereListProps {
  readonly here: WirePlanText['anchors']
  readonly chosen: string | undefined
  readonly onChoose: (itemId: string) => void
}

/** The items of the sentence that is pointed at. */
function HereList({ here, chosen, onChoose }: HereListProps) {
  const t = useText(planMessages)
  return (
    <>
      <p>{here.length === 0 ? t('textLead') : t('resultCount', { count: here.length })}</p>
      <ul>
        {here.map(({ itemId, title }) => (
          <li key={itemId} className={itemId === chosen ? 'is-current' : undefined}>
            <button type="button" onClick={() => onChoose(itemId)}>
              {title}
            </button>
            <Link to="/items/$itemId" params={{ itemId }}>
              {t('openItem')}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
