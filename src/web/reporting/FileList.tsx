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
  const attach = useAction(reportingContract.attach)
  const remove = useAction(reportingContract.removeFile)
  const key = keyOfFiles(line)
  const goOn = goOnFrom({ line, drafts })
  return (
    <FileFields
      line={line}
      isBusy={attach.isPending}
      error={attach.error ?? remove.error}
      addressOfFile={(attachmentId) => addressOf(reportingContract.file, { params: { attachmentId } })}
      onAdd={(file) => attach.mutate({ file, body: key }, goOn)}
      onRemove={(attachmentId) => remove.mutate({ params: { attachmentId }, query: key }, goOn)}
    />
  )
}

/** The same for somebody who holds a one-time link: no sign-in, and what he has sent he does not fetch again. */
export function LinkFileList({
  line,
  drafts,
  regionId,
  token,
}: FileListProps & { readonly regionId: string; readonly token: string }) {
  const attach = useAction(reportingContract.attachByLink)
  const remove = useAction(reportingContract.removeFileByLink)
  const body = { ...keyOfFiles(line), token }
  const goOn = goOnFrom({ line, drafts })
  return (
    <FileFields
      line={line}
      isBusy={attach.isPending}
      error={attach.error ?? remove.error}
      onAdd={(file) => attach.mutate({ file, params: { regionId }, body }, goOn)}
      onRemove={(attachmentId) => remove.mutate({ params: { regionId }, body: { ...body, attachmentId } }, goOn)}
    />
  )
}

const keyOfFiles = ({ cadenceId, periodId, itemId }: SheetLine) => ({ cadenceId, periodId, itemId })

/** One's own file moves the report on: what is typed beside it rests on that, unless a colleague came in between. */
const goOnFrom = ({ line, drafts }: FileListProps) => ({
  onSuccess: ({ revision }: { revision: number }) => {
    if (revision === drafts.basis(line) + 1) drafts.rebase(line, revision)
  },
})

interface FileFieldsProps {
  readonly line: SheetLine
  readonly isBusy: boolean
  readonly error: Error | null
  readonly addressOfFile?: (attachmentId: string) => string
  readonly onAdd: (file: File) => void
  readonly onRemove: (attachmentId: string) => void
}

function FileFields({ line, isBusy, error, addressOfFile, onAdd, onRemove }: FileFieldsProps) {
  const t = useText(messages)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file) onAdd(file)
    event.target.value = ''
  }
  return (
    <div className="files">
      <span className="field__label">{t('files')}</span>
      <ul>
        {(line.report?.files ?? []).map(({ attachmentId, fileName }) => (
          <li key={attachmentId}>
            {addressOfFile ? <a href={addressOfFile(attachmentId)}>{fileName}</a> : <span>{fileName}</span>}
            <Button
              look="quiet"
              aria-label={t('removeFile', { name: fileName })}
              onClick={() => onRemove(attachmentId)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <label className="button files__add">
        {t('addFile')}
        <input type="file" className="visually-hidden" disabled={isBusy} onChange={take} />
      </label>
      <span className="field__hint">{t('fileHint')}</span>
      <ErrorNote error={error} />
    </div>
  )
}
