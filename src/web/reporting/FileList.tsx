import type { ChangeEvent } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { addressOf, useAction, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { reportingMessages as messages } from './messages.ts'
import type { Drafts } from './use-drafts.ts'

interface FileListProps {
  readonly line: SheetLine
  readonly drafts: Drafts
}

/** Files that back a report: taken up at once, so that a refused submit does not lose them. */
export function FileList({ line, drafts }: FileListProps) {
  const t = useText(messages)
  const attach = useAction(reportingContract.attach)
  const remove = useAction(reportingContract.removeFile)
  const { cadenceId, periodId, itemId } = line
  const key = { cadenceId, periodId, itemId }
  // One's own file moves the report on: what is typed beside it rests on that, unless a colleague came in between.
  const goOn = {
    onSuccess: ({ revision }: { revision: number }) => {
      if (revision === drafts.basis(line) + 1) drafts.rebase(line, revision)
    },
  }
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file) attach.mutate({ file, body: key }, goOn)
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
              onClick={() => remove.mutate({ params: { attachmentId: file.attachmentId }, query: key }, goOn)}
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
