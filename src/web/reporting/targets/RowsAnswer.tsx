import './targets.css'
import { useState } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { useEndpoint, useText } from '#web/kit'
import { Button, Dialog, Loaded } from '#web/ui'
import { targetMessages as messages } from './messages.ts'
import { RecognitionTable } from './RecognitionTable.tsx'

/** Where another body decides what counts, the reporter keeps the rows; the figure follows from them. */
export function RowsAnswer({ line }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const [isOpen, setOpen] = useState(false)
  const { itemId, item } = line
  const target = useEndpoint(reportingContract.target, { params: { itemId } })
  const count = target.data?.recognised?.funnel.recognised
  return (
    <div className="rate">
      {count !== undefined && <b className="figure">{t('byRows', { count })}</b>}
      <Button aria-label={t('funnelOf', { title: item.title })} onClick={() => setOpen(true)}>
        {t('funnelOpen')}
      </Button>
      {isOpen && (
        <Dialog
          title={item.title}
          onClose={() => setOpen(false)}
          actions={<Button onClick={() => setOpen(false)}>{t('close')}</Button>}
        >
          <Loaded query={target}>{(view) => <RecognitionTable view={view} />}</Loaded>
        </Dialog>
      )}
    </div>
  )
}
