import { type ChangeEvent, useState } from 'react'
import { type PreviewedRow, reportingContract } from '#adapters/http/contract/reporting'
import { addressOf, useAction, useText } from '#web/kit'
import { ErrorNote } from '#web/ui'
import { filledSheetMessages as messages } from './messages.ts'
import { SheetPreview } from './SheetPreview.tsx'

interface SheetFilesProps {
  readonly cadenceId: string
  readonly periodId: string
  readonly unitId: string
  /** Who answered for an outside body, by post; absent = the reader's own unit. */
  readonly respondent?: string
}

/** A sheet out as xlsx and back: what comes back is looked at first, row by row, and filed only then. */
export function SheetFiles({ cadenceId, periodId, unitId, respondent }: SheetFilesProps) {
  const t = useText(messages)
  const preview = useAction(reportingContract.previewSheet)
  const submit = useAction(reportingContract.submit)
  const forOutside = useAction(reportingContract.fileForOutside)
  const [isOpen, setOpen] = useState(false)
  const isOutside = respondent !== undefined
  const filing = isOutside ? forOutside : submit
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (!file) return
    submit.reset()
    forOutside.reset()
    preview.mutate({ file, body: isOutside ? { unitId } : {} }, { onSuccess: () => setOpen(true) })
  }
  const file = (rows: readonly PreviewedRow[]) => {
    const reports = rows.flatMap(({ shown, mine }) => (shown && mine ? [{ ...shown, said: mine }] : []))
    if (isOutside) forOutside.mutate({ body: { unitId, respondent, reports } })
    else submit.mutate({ body: { reports } })
  }
  return (
    <span className="sheet-files no-print">
      <a
        className="button button--quiet"
        href={addressOf(reportingContract.exportSheet, { params: { cadenceId, periodId, unitId } })}
      >
        {t('download')}
      </a>
      <label className="button button--quiet files__add">
        {t(isOutside ? 'fileFor' : 'upload')}
        <input className="visually-hidden" type="file" accept=".xlsx" onChange={choose} />
      </label>
      <ErrorNote error={preview.error} />
      {isOpen && preview.data && (
        <SheetPreview
          rows={preview.data.rows}
          outcomes={filing.data?.outcomes}
          error={filing.error}
          isBusy={filing.isPending}
          onFile={file}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  )
}
