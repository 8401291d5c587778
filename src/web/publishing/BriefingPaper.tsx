import { formatChineseNumber } from '#core/kit'
import { Fragment, type ReactNode } from 'react'
import type { Briefing, BriefingBlock, BriefingRun } from '#adapters/http/contract/publishing'
import { groupDigits, SideScroll } from '#web/ui'

/** Footnotes of a paper by the run that carries them, in reading order. */
export type Notes = ReadonlyMap<BriefingRun, number>

/** Numbers the footnotes and the headings of a paper in reading order: 一、 and below it （一）, beginning anew under each. */
export function numbersOf(parts: Briefing['parts']): {
  readonly notes: Notes
  readonly headings: ReadonlyMap<BriefingBlock, string>
} {
  const notes = new Map<BriefingRun, number>()
  const headings = new Map<BriefingBlock, string>()
  let [first, second] = [0, 0]
  const next = (level: number): string => {
    if (level === 1) [first, second] = [first + 1, 0]
    else second += 1
    return level === 1 ? `${formatChineseNumber(first)}、` : `（${formatChineseNumber(second)}）`
  }
  for (const block of parts.flatMap((part) => part.blocks)) {
    if (block.kind === 'heading' && !block.unnumbered) headings.set(block, next(block.level))
    for (const run of runsOf(block)) if (run.kind === 'figure' && run.footnote) notes.set(run, notes.size + 1)
  }
  return { notes, headings }
}

function runsOf(block: BriefingBlock): readonly BriefingRun[] {
  if (block.kind === 'paragraph') return block.runs
  return block.kind === 'table' ? block.rows.flat(2) : []
}

/** Words and figures; a figure with a source points at its footnote. */
function Runs({ runs, notes }: { readonly runs: readonly BriefingRun[]; readonly notes: Notes }) {
  return runs.map((run, index) => {
    if (run.kind === 'text') return <Fragment key={index}>{run.text}</Fragment>
    const note = notes.get(run)
    return (
      <Fragment key={index}>
        <data className="paper__figure" value={run.value} title={run.footnote}>
          {groupDigits(run.value)}
        </data>
        {run.unit}
        {note !== undefined && (
          <sup>
            <a className="paper__ref" id={`ref-${note}`} href={`#note-${note}`} title={run.footnote}>
              {note}
            </a>
          </sup>
        )}
      </Fragment>
    )
  })
}

type Table = Extract<BriefingBlock, { kind: 'table' }>

function PaperTable({ table, notes }: { readonly table: Table; readonly notes: Notes }) {
  const width = table.columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <figure className={table.compact ? 'paper__table paper__table--compact' : 'paper__table'}>
      {table.caption && <figcaption>{table.caption}</figcaption>}
      <SideScroll label={table.caption ?? table.columns.map(({ header }) => header).join('、')}>
        <table>
          <colgroup>
            {table.columns.map((column) => (
              <col key={column.header} style={{ width: `${(100 * column.width) / width}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.header} scope="col">
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.map((runs, at) => (
                  <td key={table.columns[at]?.header ?? at} className={`is-${table.columns[at]?.align ?? 'left'}`}>
                    <Runs runs={runs} notes={notes} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </SideScroll>
      {table.note && <p className="paper__remark">{table.note}</p>}
    </figure>
  )
}

/** Blocks of a paper as they are printed. */
export function PaperBlocks({
  blocks,
  notes,
  headings,
}: { readonly blocks: readonly BriefingBlock[] } & ReturnType<typeof numbersOf>) {
  return blocks.map((block, index): ReactNode => {
    switch (block.kind) {
      case 'heading':
        return (
          <h3 key={index}>
            {headings.get(block)}
            {block.text}
          </h3>
        )
      case 'paragraph':
        return (
          <p key={index}>
            <Runs runs={block.runs} notes={notes} />
          </p>
        )
      case 'table':
        return <PaperTable key={index} table={block} notes={notes} />
      case 'pageBreak':
        return <hr key={index} className="paper__break" />
    }
  })
}

/** Where every figure comes from, at the foot of the paper. */
export function PaperNotes({ notes, title }: { readonly notes: Notes; readonly title: string }) {
  if (notes.size === 0) return null
  return (
    <ol className="paper__notes" aria-label={title}>
      {[...notes].map(([run, note]) => (
        <li key={note} id={`note-${note}`}>
          <a href={`#ref-${note}`}>{note}</a> {run.kind === 'figure' ? run.footnote : ''}
        </li>
      ))}
    </ol>
  )
}
