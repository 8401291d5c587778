import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'
import { type GanttScale, ganttWindow } from '#core/insight'
import { type GanttView, scheduleContract } from '#adapters/http/contract/insight'
import { useEndpoint, useLanguage, useText } from '#web/kit'
import { Empty, Loaded, Page } from '#web/ui'
import { periodName } from '../figures.ts'
import { useNarrow } from '../use-narrow.ts'
import './gantt.css'
import { groupsOf } from './gantt-groups.ts'
import { ganttMessages as messages } from './gantt-messages.ts'
import { ganttQuery, type GanttSearch } from './gantt-search.ts'
import { GanttBar } from './GanttBar.tsx'
import { GanttList } from './GanttList.tsx'
import { GanttPaper } from './GanttPaper.tsx'
import { GanttSvg } from './GanttSvg.tsx'
import { type GanttShared, useDrawing } from './use-drawing.ts'
import { useGanttKeys } from './use-gantt-keys.ts'
import { useWidth } from './use-width.ts'

const route = getRouteApi('/frame/gantt')
const SCREEN = { fontSize: 12, least: 760, nameShare: 0.29, mostName: 420 } as const

/** All tasks with their time nodes along the year. Its address holds filters, the stretch of time and the row that is looked at. */
export function GanttPage() {
  const search: GanttSearch = route.useSearch()
  const navigate = route.useNavigate()
  const t = useText(messages)
  const onSearch = useCallback(
    (change: GanttSearch) => navigate({ search: (known) => ({ ...known, ...change }), replace: true }),
    [navigate],
  )
  const gantt = useEndpoint(
    scheduleContract.gantt,
    { query: ganttQuery(search) },
    { filters: ['campaignNo', 'unitId', 'late'] },
  )
  return (
    <Loaded query={gantt} title={t('gantt')}>
      {(view) => <Gantt {...{ view, search, onSearch }} />}
    </Loaded>
  )
}

interface GanttProps {
  readonly view: GanttView
  readonly search: GanttSearch
  readonly onSearch: (change: GanttSearch) => Promise<void>
}

function Gantt({ view, search, onSearch }: GanttProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const groups = useMemo(() => groupsOf(view), [view])
  const scale = search.scale ?? 'year'
  const span = ganttWindow(scale, search.at ?? middleOfPlan(view, scale))
  const open = useCallback(
    (itemId: string) => void navigate({ to: '/items/$itemId/schedule', params: { itemId } }),
    [navigate],
  )
  useGanttKeys({ groups, search, scale, span, onSearch, onOpen: open })
  const nodes = view.rows.flatMap((row) => row.nodes)
  const lead = t('lead', {
    ...{ items: view.rows.length, nodes: nodes.length, today: view.today },
    late: nodes.filter(({ light }) => light === 'red' || light === 'yellow').length,
    moved: nodes.filter(({ baselineDue }) => baselineDue !== null).length,
  })
  const shared = { view, groups, scale, span, current: search.item ?? null, onOpen: open }
  return (
    <Page title={t('ganttOf', { span: nameOf(span.from, scale, language) })} lead={lead}>
      <GanttBar {...{ view, search, scale, span, onSearch }} />
      {view.rows.length === 0 ? <Empty text={t('nothing')} /> : <GanttBody {...shared} />}
      <p className="gantt__legend no-print">{[t('legend'), t('keys')].join('　')}</p>
      <GanttPaper {...shared} paper={search.paper ?? 'a3'} />
    </Page>
  )
}

/** Today, where the plan's year is running; its first day otherwise. */
function middleOfPlan({ plan, today }: GanttView, scale: GanttScale): string {
  const isNow = Number(today.slice(0, 4)) === plan.year
  return isNow && scale !== 'year' ? today : `${plan.year}-01-01`
}

const nameOf = (from: string, scale: GanttScale, language: 'zh' | 'en'): string => {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  if (scale === 'year') return periodName(year, language)
  return periodName(scale === 'quarter' ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-M${from.slice(5, 7)}`, language)
}

function GanttBody(shared: GanttShared) {
  return useNarrow() ? <GanttList {...shared} /> : <GanttScreen {...shared} />
}

function GanttScreen(shared: GanttShared) {
  const t = useText(messages)
  const holder = useRef<HTMLDivElement>(null)
  const width = Math.max(SCREEN.least, useWidth(holder))
  const nameWidth = Math.min(SCREEN.mostName, Math.round(width * SCREEN.nameShare))
  const drawing = useDrawing(shared, { width, nameWidth, pageHeight: null, fontSize: SCREEN.fontSize })
  const [page] = drawing.layout.pages
  return (
    <div ref={holder} className="gantt no-print">
      {page && <GanttSvg drawing={drawing} page={page} title={t('gantt')} />}
    </div>
  )
}
