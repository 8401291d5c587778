import { fitText, type GanttLayout, type GanttPage, type GanttScale, type PlacedRow, textWidth } from '#core/insight'
import type { GanttView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { LightShape } from '#web/ui'
import { ganttMessages as messages } from './gantt-messages.ts'

type Row = GanttView['rows'][number]

/** What all parts of one drawing share. */
export interface Drawing {
  readonly layout: GanttLayout
  readonly scale: GanttScale
  readonly width: number
  readonly nameWidth: number
  readonly fontSize: number
  readonly rows: ReadonlyMap<string, Row>
  readonly groupName: (groupId: string) => string
  readonly current: string | null
  readonly onOpen: (itemId: string) => void
}

const UNIT_SHARE = 0.3
const quarters = ['quarter1', 'quarter2', 'quarter3', 'quarter4'] as const

/** One page of the Gantt as SVG, the same on screen and on paper. */
export function GanttSvg({
  drawing,
  page,
  title,
}: {
  readonly drawing: Drawing
  readonly page: GanttPage
  readonly title: string
}) {
  const { layout, width, fontSize } = drawing
  const end = page.rows.reduce((most, { y, height }) => Math.max(most, y + height), layout.headHeight)
  return (
    <svg
      className="gantt__svg"
      viewBox={`0 0 ${width} ${page.height}`}
      width={width}
      height={page.height}
      fontSize={fontSize}
      role="img"
      aria-label={title}
    >
      <Head drawing={drawing} end={end} />
      {layout.todayX !== null && (
        <line x1={layout.todayX} x2={layout.todayX} y1={layout.headHeight - 4} y2={end} className="gantt__today" />
      )}
      {page.headings.map((heading) => (
        <Heading key={heading.groupId} {...{ drawing, heading }} />
      ))}
      {page.rows.map((row) => (
        <GanttRow key={row.rowId} {...{ drawing, row }} />
      ))}
    </svg>
  )
}

function Head({ drawing, end }: { readonly drawing: Drawing; readonly end: number }) {
  const t = useText(messages)
  const { layout, width, fontSize } = drawing
  const label = useTickWords(drawing.scale)
  // Beside the word of the quarter or month in which it falls, not over it.
  const todayWordX = (at: number): number => {
    const words = layout.ticks.flatMap(({ x, on, strong }) => {
      const { above } = label(on, strong)
      return above === null || x > at ? [] : [x + 4 + textWidth(above, fontSize)]
    })
    return Math.max(at, (words.at(-1) ?? 0) + textWidth(t('today'), fontSize) / 2 + 6)
  }
  return (
    <g className="gantt__head">
      {layout.ticks.map((tick) => {
        const words = label(tick.on, tick.strong)
        return (
          <g key={tick.on}>
            <line
              x1={tick.x}
              x2={tick.x}
              y1={tick.strong ? 0 : layout.headHeight / 2}
              y2={end}
              className={tick.strong ? 'gantt__grid gantt__grid--strong' : 'gantt__grid'}
            />
            {words.above !== null && (
              <text x={tick.x + 4} y={fontSize * 1.2} className="gantt__above">
                {words.above}
              </text>
            )}
            {textWidth(words.below, fontSize) < tick.width && (
              <text x={tick.x + tick.width / 2} y={fontSize * 2.8} textAnchor="middle">
                {words.below}
              </text>
            )}
          </g>
        )
      })}
      {layout.todayX !== null && (
        <text
          x={todayWordX(layout.todayX)}
          y={layout.headHeight - fontSize * 2.2}
          textAnchor="middle"
          className="gantt__today-word"
        >
          {t('today')}
        </text>
      )}
      <line x1={0} x2={width} y1={layout.headHeight} y2={layout.headHeight} className="gantt__rule" />
    </g>
  )
}

/** Words of a tick: quarters over months, months over dekads, days. */
function useTickWords(scale: GanttScale) {
  const t = useText(messages)
  return (on: string, strong: boolean): { readonly above: string | null; readonly below: string } => {
    const [month, day] = [Number(on.slice(5, 7)), Number(on.slice(8))]
    if (scale === 'year')
      return {
        above: strong ? t(quarters[Math.ceil(month / 3) - 1] ?? 'first') : null,
        below: t('monthOf', { month }),
      }
    const above = day === 1 ? t('monthOf', { month }) : null
    if (scale === 'month') return { above, below: String(day) }
    return { above, below: t(day === 1 ? 'first' : day === 11 ? 'middle' : 'last') }
  }
}

function Heading({ drawing, heading }: { readonly drawing: Drawing; readonly heading: GanttPage['headings'][number] }) {
  const t = useText(messages)
  const { width, fontSize, groupName } = drawing
  const words = `${groupName(heading.groupId)}${heading.continued ? t('continued') : ''}`
  return (
    <g className="gantt__heading">
      <text x={0} y={heading.y + heading.height - fontSize * 0.55}>
        {words}
      </text>
      <line x1={0} x2={width} y1={heading.y + heading.height} y2={heading.y + heading.height} className="gantt__rule" />
    </g>
  )
}

function GanttRow({ drawing, row }: { readonly drawing: Drawing; readonly row: PlacedRow }) {
  const item = drawing.rows.get(row.rowId)
  if (item === undefined) return null
  const { layout, width } = drawing
  const middle = row.y + layout.lineHeight / 2
  return (
    <g className={row.rowId === drawing.current ? 'gantt__row is-current' : 'gantt__row'}>
      <rect x={0} y={row.y} width={width} height={row.height} className="gantt__back" />
      <RowName {...{ drawing, row, item }} />
      {row.bar && <rect x={row.bar.x} y={middle - 1.5} width={row.bar.width} height={3} className="gantt__span" />}
      <Marks {...{ drawing, row, item }} />
      <line x1={0} x2={width} y1={row.y + row.height} y2={row.y + row.height} className="gantt__line" />
    </g>
  )
}

interface RowPartProps {
  readonly drawing: Drawing
  readonly row: PlacedRow
  readonly item: Row
}

function RowName({ drawing, row, item }: RowPartProps) {
  const { fontSize, nameWidth, layout, onOpen } = drawing
  const line = row.y + layout.lineHeight / 2 + fontSize * 0.36
  const unitWidth = nameWidth * UNIT_SHARE
  const size = fontSize * 0.9
  return (
    <>
      <svg
        x={0}
        y={row.y + (layout.lineHeight - size) / 2}
        width={size}
        height={size}
        viewBox="0 0 14 14"
        className={`light--${item.light}`}
      >
        <LightShape light={item.light} />
      </svg>
      <a
        href={`/items/${item.itemId}/schedule`}
        onClick={(event) => {
          event.preventDefault()
          onOpen(item.itemId)
        }}
      >
        <title>{item.title}</title>
        <text x={fontSize * 1.4} y={line}>
          {fitText(item.title, nameWidth - unitWidth - fontSize * 2, fontSize)}
        </text>
      </a>
      <text x={nameWidth - fontSize * 0.6} y={line} textAnchor="end" className="gantt__unit">
        {fitText(item.unitName ?? '', unitWidth, fontSize)}
      </text>
    </>
  )
}

function Marks({ drawing, row, item }: RowPartProps) {
  const t = useText(messages)
  const { fontSize, layout, nameWidth, width } = drawing
  const middle = row.y + layout.lineHeight / 2
  const size = fontSize * 0.95
  const inView = item.nodes.slice(row.before, item.nodes.length - row.after)
  return (
    <>
      {row.marks.map((mark, index) => {
        const node = inView[index]
        const values = { label: node?.label ?? '', due: node?.due ?? '', was: node?.baselineDue ?? '' }
        return (
          <g key={mark.key}>
            <title>{t(node?.baselineDue ? 'nodeMoved' : 'nodeTitle', values)}</title>
            {mark.baselineX !== null && (
              <>
                <line x1={mark.baselineX} x2={mark.x} y1={middle} y2={middle} className="gantt__shift" />
                <path d={diamond(mark.baselineX, middle, size / 2)} className="gantt__baseline" />
              </>
            )}
            <svg
              x={mark.x - size / 2}
              y={middle - size / 2}
              width={size}
              height={size}
              viewBox="0 0 14 14"
              className={`light--${mark.light} gantt__mark`}
            >
              <rect width="14" height="14" className="gantt__paper" />
              <LightShape light={mark.light} />
            </svg>
            <text
              x={mark.label.x}
              y={row.y + (mark.label.lane + 0.5) * layout.lineHeight + fontSize * 0.36}
              className="gantt__label"
            >
              {mark.label.text}
            </text>
          </g>
        )
      })}
      {row.before > 0 && (
        <text x={nameWidth} y={middle + fontSize * 0.36} className="gantt__more">{`‹${row.before}`}</text>
      )}
      {row.after > 0 && (
        <text x={width} y={middle + fontSize * 0.36} textAnchor="end" className="gantt__more">{`${row.after}›`}</text>
      )}
    </>
  )
}

const diamond = (x: number, y: number, half: number): string =>
  `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`
