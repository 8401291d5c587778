import type { ChangeEvent } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { addressOf, useAction, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { reportingMessages as messages } from './messages.ts'

/** Files that back a report: taken up at once, so that a refused submit does not lose them. */
export function FileList({ line }: { readonly line: SheetLine }) {
  const t = useText(messages)
  const attach = useAction(reportingContract.attach)
  const remove = useAction(reportingContract.removeFile)
  const { cadenceId, periodId, itemId } = line
  const key = { cadenceId, periodId, itemId }
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file) attach.mutate({ file, body: key })
    event.target.value = ''
  }
  return (
    <div className="files">
      <span className="field__label">{t('files')}</span>
      <ul>
        {(line.report?.files ?? []).map((file) => (
          <li key={file.attachmentId}>
            <a href={addressOf(reportingContract.file, { params: file })}>{file.fileName}</a>
            <Button
              look="quiet"
              aria-label={t('removeFile', { name: file.fileName })}
              onClick={() => remove.mutate({ params: { attachmentId: file.attachmentId }, query: key })}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <label className="button files__add">
        {t('addFile')}
        <input type="file" className="visually-hidden" disabled={attach.isPending} onChange={take} />
      </label>
      <span className="field__hint">{t('fileHint')}</span>
      <ErrorNote error={attach.error ?? remove.error} />
    </div>
  )
}
