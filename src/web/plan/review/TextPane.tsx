import { memo, useEffect, useMemo, useRef } from 'react'
import type { WireStatus } from '#adapters/http/contract/plan'
import { type Range, type TextBlock, type TextLine, touches } from './text-segments.ts'

const NONE: readonly Range[] = []

interface TextPaneProps {
  readonly text: string
  readonly blocks: readonly TextBlock[]
  readonly statuses: readonly WireStatus[]
  /** Sentences that are lit. */
  readonly lit: readonly Range[]
  /** The words inside them that matter. */
  readonly strong: Range | null
  /** Where the pane goes; a new object goes there again. */
  readonly goTo: Range | null
  readonly onPick: (sentence: number, chosen: Range | null) => void
  readonly label: string
}

/** The issued text: facts underlined, sentences shaded by what became of them, the lit ones clearly. */
export function TextPane({ text, blocks, statuses, lit, strong, goTo, onPick, label }: TextPaneProps) {
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (goTo && pane.current) scrollTo(pane.current, goTo.start)
  }, [goTo])
  const statusKeys = useMemo(() => blocks.map((block) => statusKeyOf(block, statuses)), [blocks, statuses])
  const pick = (event: React.MouseEvent) => {
    const chosen = chosenRange()
    const sentence = event.target instanceof Element ? event.target.closest('[data-sentence]') : null
    const index = Number(sentence?.getAttribute('data-sentence') ?? -1)
    if (chosen || index >= 0) onPick(index, chosen)
  }
  return (
    <div className="issued" ref={pane} onClick={pick} role="document" aria-label={label} tabIndex={0}>
      {blocks.map((block, at) => {
        const span = block.kind === 'table' ? block.span : block.line
        const here = lit.filter((range) => touches(range, span))
        return (
          <Block
            key={span.start}
            block={block}
            text={text}
            statusKey={statusKeys[at] ?? ''}
            lit={here.length > 0 ? here : NONE}
            strong={strong && touches(strong, span) ? strong : null}
          />
        )
      })}
    </div>
  )
}

const letters: Readonly<Record<WireStatus, string>> = {
  ...{ item: 'i', structure: 's', promise: 'p', setAside: 'a', left: 'l' },
}

/** The statuses of a block's sentences as one word, so that a block is drawn again only when one of its own changes. */
function statusKeyOf(block: TextBlock, statuses: readonly WireStatus[]): string {
  const lines = block.kind === 'table' ? block.rows.flatMap((row) => row.map((cell) => cell.line)) : [block.line]
  return lines
    .flatMap((line) => line.segments)
    .map(({ sentence }) => (sentence < 0 ? '-' : letters[statuses[sentence] ?? 'structure']))
    .join('')
}

interface BlockProps {
  readonly block: TextBlock
  readonly text: string
  readonly statusKey: string
  readonly lit: readonly Range[]
  readonly strong: Range | null
}

const Block = memo(function Block({ block, text, statusKey, lit, strong }: BlockProps) {
  const offsets = useMemo(() => cellOffsets(block), [block])
  const shared = { text, lit, strong }
  if (block.kind === 'table') {
    return (
      <div className="issued__table">
        <table>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={row[0]?.line.start ?? at}>
                {row.map((cell) => (
                  <td key={cell.line.start} colSpan={cell.columns} rowSpan={cell.rows} title={cell.place}>
                    <Line {...shared} line={cell.line} statuses={statusKey.slice(offsets.get(cell.line))} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }
  const depth = block.depth === null ? '' : ` issued__head issued__head--${Math.min(block.depth, 4)}`
  return (
    <p className={`issued__line${depth}${block.centred ? ' is-centred' : ''}`}>
      <Line {...shared} line={block.line} statuses={statusKey} />
    </p>
  )
})

/** Where the statuses of each cell begin in the block's word. */
function cellOffsets(block: TextBlock): ReadonlyMap<TextLine, number> {
  const offsets = new Map<TextLine, number>()
  if (block.kind !== 'table') return offsets
  let at = 0
  for (const { line } of block.rows.flat()) {
    offsets.set(line, at)
    at += line.segments.length
  }
  return offsets
}

interface LineProps {
  readonly line: TextLine
  readonly text: string
  readonly statuses: string
  readonly lit: readonly Range[]
  readonly strong: Range | null
}

function Line({ line, text, statuses, lit, strong }: LineProps) {
  return line.segments.flatMap((segment, at) => {
    const isLit = lit.some((range) => touches(range, segment))
    const base = [
      ...(segment.sentence < 0 ? [] : ['sentence', `sentence--${statuses[at] ?? 's'}`]),
      ...(segment.mark === null ? [] : ['mark', `mark--${segment.mark}`]),
      ...(isLit ? ['is-lit'] : []),
    ]
    return pieces(segment, isLit ? strong : null).map((piece) => {
      const classes = strong && isLit && touches(strong, piece) ? [...base, 'is-strong'] : base
      return (
        <span
          key={piece.start}
          data-at={piece.start}
          data-sentence={segment.sentence < 0 ? undefined : segment.sentence}
          className={classes.length > 0 ? classes.join(' ') : undefined}
        >
          {text.slice(piece.start, piece.end)}
        </span>
      )
    })
  })
}

/** A segment cut where the strong stretch begins and ends inside it. */
function pieces(segment: Range, strong: Range | null): Range[] {
  const inside = strong ? [strong.start, strong.end].filter((at) => segment.start < at && at < segment.end) : []
  const cuts = [segment.start, ...inside, segment.end]
  return cuts.slice(0, -1).map((start, at) => ({ start, end: cuts[at + 1] ?? segment.end }))
}

/** Brings the segment at an offset into the middle of the pane, unless it is in sight. */
function scrollTo(pane: HTMLElement, at: number): void {
  let target: HTMLElement | null = null
  for (const element of pane.querySelectorAll<HTMLElement>('[data-at]')) {
    if (Number(element.dataset['at']) > at) break
    target = element
  }
  if (!target) return
  const [box, place] = [pane.getBoundingClientRect(), target.getBoundingClientRect()]
  if (place.top >= box.top + 24 && place.bottom <= box.bottom - 48) return
  pane.scrollTop += place.top - box.top - box.height / 3
}

/** The stretch of text that the person has marked with the mouse, as offsets; null where nothing is marked. */
function chosenRange(): Range | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ]
  return start === null || end === null || end <= start ? null : { start, end }
}

function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const at = element?.closest('[data-at]')?.getAttribute('data-at')
  return at === null || at === undefined ? null : Number(at) + (node instanceof Text ? offset : 0)
}
