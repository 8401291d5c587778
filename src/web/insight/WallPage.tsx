import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { insightContract, type WallView } from '#adapters/http/contract/insight'
import { useEndpoint, useLanguage, useText } from '#web/kit'
import { Button, Empty, isTyping, Loaded } from '#web/ui'
import './wall.css'
import { ExceptionStrip } from './ExceptionStrip.tsx'
import { periodName } from './figures.ts'
import { insightMessages as messages } from './messages.ts'
import { useBoard } from './use-board.ts'
import { useNarrow } from './use-narrow.ts'
import { useWallBox } from './use-wall-box.ts'
import { wallQuery, type WallSearch } from './wall-search.ts'
import { WallDrawing } from './WallDrawing.tsx'
import { WallFilters } from './WallFilters.tsx'
import { WallList } from './WallList.tsx'
import { WhyPanel } from './WhyPanel.tsx'

const MINUTE = 60_000

const route = getRouteApi('/frame/wall')

interface WallProps {
  readonly search: WallSearch
  /** Changes the address; names that are given as undefined leave it. */
  readonly onSearch: (change: WallSearch) => void
}

/** The wall: campaigns and items with their lights, exceptions first. Its address holds filters and the open item. */
export function WallPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = useCallback(
    (change: WallSearch) => void navigate({ search: (known) => ({ ...known, ...change }), replace: true }),
    [navigate],
  )
  const wall = useEndpoint(
    insightContract.wall,
    { query: wallQuery(search) },
    { refetchInterval: MINUTE, filters: ['campaignNo', 'unitId', 'light', 'kind', 'text'] },
  )
  const t = useText(messages)
  return (
    <Loaded query={wall} title={t('wall')}>
      {(data) => <Wall wall={data} search={search} onSearch={onSearch} />}
    </Loaded>
  )
}

function Wall({ wall, search, onSearch }: WallProps & { readonly wall: WallView }) {
  const t = useText(messages)
  const holder = useRef<HTMLElement>(null)
  const board = search.board === true
  const leave = useCallback(() => onSearch({ board: undefined }), [onSearch])
  useBoard(holder, board, leave)
  useTitleAndKeys(wall, board, onSearch)
  const select = useCallback((item: string | undefined) => onSearch({ item }), [onSearch])
  const selected = wall.items.find((item) => item.itemId === search.item)
  return (
    <main ref={holder} id="content" className={`wall ${board ? 'wall--board' : ''}`}>
      <WallHead wall={wall} board={board} onSearch={onSearch} />
      <WallFilters wall={wall} search={search} onChange={onSearch} />
      <ExceptionStrip wall={wall} onSelect={select} />
      {wall.items.length === 0 ? (
        <Empty text={t('nothingFound')} />
      ) : (
        <WallBody {...{ wall, board, search }} onSelect={select} onSearch={onSearch} />
      )}
      <p className="wall__legend">{[t('legendBar'), t('legendOfficial'), t('legendClaim')].join('　')}</p>
      {selected && <WhyPanel key={selected.itemId} item={selected} onClose={() => select(undefined)} />}
    </main>
  )
}

function WallHead({
  wall,
  board,
  onSearch,
}: { readonly wall: WallView; readonly board: boolean } & Pick<WallProps, 'onSearch'>) {
  const t = useText(messages)
  const { language } = useLanguage()
  const sealed = wall.lastSeal
    ? t('sealed', { period: periodName(wall.lastSeal.periodId, language) })
    : t('neverSealed')
  return (
    <header className="wall__head">
      <h1>{wall.plan.title}</h1>
      <p>
        {[t('wallLead', { count: wall.whole.count, today: wall.today }), sealed].join('　')}
        {wall.lastSeal && <code className="print-only"> {wall.lastSeal.hash.slice(0, 16)}</code>}
      </p>
      <div className="wall__actions no-print">
        {wall.plans.length > 1 && (
          <select
            className="input wall__choice"
            aria-label={t('plan')}
            value={wall.plan.planId}
            onChange={(event) => onSearch({ plan: event.target.value })}
          >
            {wall.plans.map((plan) => (
              <option key={plan.planId} value={plan.planId}>
                {plan.title}
              </option>
            ))}
          </select>
        )}
        <Button
          look="quiet"
          className="wall__board-button"
          onClick={() => onSearch({ board: board ? undefined : true })}
        >
          {t(board ? 'leaveFullScreen' : 'fullScreen')}
        </Button>
        <Button look="quiet" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
    </header>
  )
}

interface WallBodyProps extends WallProps {
  readonly wall: WallView
  readonly board: boolean
  readonly onSelect: (itemId: string | undefined) => void
}

function WallBody({ wall, board, search, onSelect, onSearch }: WallBodyProps) {
  const narrow = useNarrow()
  const holder = useRef<HTMLDivElement>(null)
  const box = useWallBox(holder, board)
  const mode = box?.paper ? 'paper' : board ? 'board' : 'desk'
  const toCampaign = (no: number | null) =>
    onSearch({ campaign: no === null || search.campaign === no ? undefined : no })
  return (
    <div ref={holder} className="wall__body">
      {narrow && !box?.paper ? (
        <WallList {...{ wall, search, onSelect, onSearch }} />
      ) : (
        box && (
          <WallDrawing {...{ wall, box, mode }} selected={search.item} onSelect={onSelect} onCampaign={toCampaign} />
        )
      )}
    </div>
  )
}

/** The window's title, and f for the whole screen. */
function useTitleAndKeys(wall: WallView, board: boolean, onSearch: WallProps['onSearch']): void {
  const t = useText(messages)
  useEffect(() => {
    document.title = `${t('wall')} · ${wall.plan.title}`
  }, [t, wall.plan.title])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'f' && !isTyping(event)) onSearch({ board: board ? undefined : true })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [board, onSearch])
}
