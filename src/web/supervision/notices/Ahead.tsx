import type { RulesView } from '#adapters/http/contract/supervision'
import { useText, When } from '#web/kit'
import { type Column, DataTable } from '#web/ui'
import { MatterText } from './MatterText.tsx'
import { noticeMessages as messages } from './messages.ts'

type Matter = RulesView['ahead'][number]

function useColumns(): readonly Column<Matter>[] {
  const t = useText(messages)
  const day = (level: 'reminder' | 'urging' | 'warning'): Column<Matter> => ({
    ...{ id: level, title: t(level) },
    cell: ({ days }) => {
      const on = days.find((one) => one.level === level)?.on
      if (on !== undefined) return <When at={on} />
      if (days.length > 0) return t('passed')
      return level === 'reminder' ? t('noRule') : null
    },
  })
  return [
    { id: 'matter', title: t('matter'), lead: true, cell: (matter) => <MatterText matter={matter} /> },
    { id: 'unit', title: t('unit'), cell: ({ unitName }) => unitName },
    {
      ...{ id: 'due', title: t('dueColumn') },
      cell: ({ dueAt, isOverdue }) => (
        <>
          <When at={dueAt} /> {isOverdue && <span className="late">{t('overdue')}</span>}
        </>
      ),
    },
    ...[day('reminder'), day('urging'), day('warning')],
  ]
}

/** The reader's matters with the days on which their next levels come: both sides see the same table. */
export function Ahead({ view }: { readonly view: RulesView }) {
  const t = useText(messages)
  const columns = useColumns()
  if (view.ahead.length === 0) return <p className="sheet__burden">{t('aheadNone')}</p>
  return (
    <>
      <p className="notice__lead">{t('aheadLead')}</p>
      <DataTable caption={t('ahead')} columns={columns} rows={view.ahead} rowKey={({ key }) => key} />
    </>
  )
}
