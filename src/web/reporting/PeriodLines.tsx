import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { PeriodView } from '#adapters/http/contract/reporting'
import { holds, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable } from '#web/ui'
import { CorrectDialog } from './CorrectDialog.tsx'
import { keyOf } from './drafts.ts'
import { periodMessages as messages } from './period-messages.ts'
import { SaidFigure } from './SaidFigure.tsx'
import { StateWords } from './UnderWay.tsx'

type Line = PeriodView['lines'][number]
type Text = ReturnType<typeof useText<typeof messages>>

/** So many lines stand there before all of them are asked for. */
const FIRST_LINES = 50

/** Lines of a period with what was said and what it counts as; after the seal each can be corrected. */
export function PeriodLines({ view, lines }: { readonly view: PeriodView; readonly lines: readonly Line[] }) {
  const t = useText(messages)
  const me = useMe()
  const [correcting, setCorrecting] = useState<Line | null>(null)
  const mayCorrect =
    view.period.state === 'sealed' && me.data !== undefined && holds(me.data, 'coordinator', 'taskForceStaff')
  return (
    <>
      <DataTable
        caption={t('reports')}
        columns={columnsOf(t, mayCorrect ? setCorrecting : null)}
        rows={lines}
        rowKey={keyOf}
        atFirst={FIRST_LINES}
      />
      {correcting && <CorrectDialog line={correcting} onClose={() => setCorrecting(null)} />}
    </>
  )
}

function columnsOf(t: Text, onCorrect: ((line: Line) => void) | null): readonly Column<Line>[] {
  return [
    { id: 'unit', title: t('unit'), cell: (line) => line.unitName },
    {
      id: 'item',
      title: t('item'),
      lead: true,
      cell: (line) => (
        <Link to="/items/$itemId" params={{ itemId: line.itemId }}>
          {line.item.title}
        </Link>
      ),
    },
    { id: 'figure', title: t('figure'), figure: true, cell: (line) => <SaidFigure line={line} /> },
    {
      id: 'outcome',
      title: t('outcome'),
      cell: (line) => (
        <span className="states">
          {line.report ? <StateWords line={line} /> : t('silent')}
          {onCorrect && (
            <Button look="quiet" onClick={() => onCorrect(line)}>
              {t('correct')}
            </Button>
          )}
        </span>
      ),
    },
  ]
}
