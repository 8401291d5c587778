import type { WallCell as CellPlace } from '#core/insight'
import type { WallItem } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { LightShape } from '#web/ui'
import { shown, targetText, useReasonText } from './figures.ts'
import { fitText, textWidth } from '#core/insight'
import { insightMessages as messages } from './messages.ts'
import { PaceBar } from './PaceBar.tsx'
import type { WallMode } from './WallDrawing.tsx'

interface WallCellProps {
  readonly cell: CellPlace
  readonly item: WallItem
  readonly mode: WallMode
  readonly isOn: boolean
  readonly onSelect: (itemId: string) => void
}

/** One item on the wall: light, title, and beside it what the unit says where that differs; below it unit and figures. */
export function WallCell({ cell, item, mode, isOn, onSelect }: WallCellProps) {
  const t = useText(messages)
  const reasonText = useReasonText()
  const face = faceOf(cell, mode)
  const small = item.officialLight !== null && item.officialLight !== item.light ? item.officialLight : null
  const left = cell.x + face.mark + (small ? face.small + 3 : 0) + 7
  const barWidth = item.share === null ? 0 : face.bar
  const right = cell.x + cell.width - barWidth - (barWidth > 0 ? 8 : 0)
  const claim = item.claimDiffers && item.claim ? t('claimsMore', { claim: t(item.claim) }) : ''
  const claimWidth = claim === '' ? 0 : textWidth(claim, face.note) + 8
  const lineText = useLineText(item)
  const why = item.why[0] ? reasonText(item.why[0]) : ''
  return (
    <g
      className={`wall__cell ${isOn ? 'is-on' : ''}`}
      role="button"
      tabIndex={-1}
      data-item={item.itemId}
      aria-label={[t(item.light), item.title, item.unitName ?? '', why].join(' ')}
      onClick={() => onSelect(item.itemId)}
    >
      <rect x={cell.x - 3} y={cell.y + 0.5} width={cell.width + 6} height={cell.height - 1} className="wall__ground" />
      <Marks {...{ cell, item, face, small }} />
      <text x={left} y={cell.y + face.title.base} fontSize={face.title.size} className={`wall__title is-${item.light}`}>
        {fitText(item.title, right - left - claimWidth, face.title.size)}
      </text>
      {claim && (
        <text x={right} y={cell.y + face.title.base} fontSize={face.note} textAnchor="end" className="wall__claim">
          {claim}
        </text>
      )}
      {face.line && (
        <text x={left} y={cell.y + face.line.base} fontSize={face.line.size} className="wall__soft">
          {fitText(lineText, cell.x + cell.width - left, face.line.size)}
        </text>
      )}
      {barWidth > 0 && (
        <PaceBar item={item} x={right + 8} y={cell.y + face.title.base - face.title.size * 0.36} width={barWidth} />
      )}
      <line
        x1={cell.x}
        x2={cell.x + cell.width}
        y1={cell.y + cell.height}
        y2={cell.y + cell.height}
        className="wall__hair"
      />
    </g>
  )
}

interface Face {
  readonly mark: number
  readonly small: number
  readonly bar: number
  readonly note: number
  readonly title: { readonly size: number; readonly base: number }
  readonly line: { readonly size: number; readonly base: number } | null
}

/** Sizes of the parts of a row by its height. A board has one line, as large as it can be. */
function faceOf({ height, width }: CellPlace, mode: WallMode): Face {
  const bar = Math.round(Math.min(64, width * 0.17))
  if (mode === 'board') {
    const size = Math.min(28, height * 0.58)
    const title = { size, base: height / 2 + size * 0.36 }
    return { mark: size * 0.86, small: size * 0.5, bar, note: size * 0.74, title, line: null }
  }
  const two = height >= 27
  const size = two ? Math.min(14, height * 0.42) : Math.min(13, height * 0.62)
  const title = { size, base: two ? height * 0.42 : height / 2 + size * 0.36 }
  const line = two ? { size: Math.min(11, height * 0.34), base: height * 0.84 } : null
  return { mark: size * 0.86, small: size * 0.55, bar, note: size * 0.82, title, line }
}

function Marks({
  cell,
  item,
  face,
  small,
}: {
  readonly cell: CellPlace
  readonly item: WallItem
  readonly face: Face
  readonly small: WallItem['officialLight']
}) {
  const base = cell.y + face.title.base
  return (
    <>
      <svg
        className={`light--${item.light}`}
        x={cell.x}
        y={base - face.mark + 1}
        width={face.mark}
        height={face.mark}
        viewBox="0 0 14 14"
      >
        <LightShape light={item.light} />
      </svg>
      {small && (
        <svg
          className={`light--${small}`}
          x={cell.x + face.mark + 3}
          y={base - face.small + 1}
          width={face.small}
          height={face.small}
          viewBox="0 0 14 14"
        >
          <LightShape light={small} />
        </svg>
      )}
    </>
  )
}

/** Unit, figures and what is missing, as one line. */
function useLineText(item: WallItem): string {
  const t = useText(messages)
  const figures = item.actual !== null && item.target ? `${shown(item.actual)} / ${targetText(item.target)}` : ''
  const short = item.lag !== null && Number(item.lag) > 0 ? t('short', { lag: shown(item.lag) }) : ''
  const silent = item.silentRun > 0 ? t(item.isReleased ? 'unreleased' : 'silent', { run: item.silentRun }) : ''
  const pending = item.pending ? t('pending') : ''
  return [item.unitName ?? t('noUnit'), figures, short, silent, pending].filter((part) => part !== '').join('　')
}
