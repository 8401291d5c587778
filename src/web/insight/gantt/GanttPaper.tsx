import { useDateText, useText } from '#web/kit'
import { ganttMessages as messages } from './gantt-messages.ts'
import { type GanttShared, useDrawing } from './use-drawing.ts'
import { GanttSvg } from './GanttSvg.tsx'

/**
 * The printable part of the sheets in CSS pixels (96 to the inch): A4 landscape 277 × 190 mm, A3 400 × 277 mm within margins of 10 mm, less
 * a line for title and page number.
 */
const SHEETS = {
  a4: { width: 1046, pageHeight: 690, nameWidth: 300, fontSize: 9.5 },
  a3: { width: 1510, pageHeight: 1018, nameWidth: 420, fontSize: 11.5 },
} as const

/** The same drawing on paper: pages in landscape, each with its head, its title and its number. */
export function GanttPaper({ paper, ...shared }: GanttShared & { readonly paper: 'a3' | 'a4' }) {
  const t = useText(messages)
  const said = useDateText()
  const drawing = useDrawing({ ...shared, current: null }, SHEETS[paper])
  const { pages } = drawing.layout
  return (
    <div className="gantt__paper-only" aria-hidden="true">
      {pages.map((page) => (
        <div key={page.no} className={`gantt__sheet gantt__sheet--${paper}`}>
          <p>
            <b>{shared.view.plan.title}</b>
            <span>{[said(shared.view.today), t('page', { no: page.no, all: pages.length })].join('　')}</span>
          </p>
          <GanttSvg drawing={drawing} page={page} title={t('page', { no: page.no, all: pages.length })} />
        </div>
      ))}
    </div>
  )
}
