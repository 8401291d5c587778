import type { ChangeEvent } from 'react'
import { type ProblemView, supervisionContract as contract } from '#adapters/http/contract/supervision'
import { addressOf, useAction, useText } from '#web/kit'
import { Empty, ErrorNote, TextField } from '#web/ui'
import { supervisionMessages as messages } from './messages.ts'

/** The files of a problem, each to be opened. */
export function EvidenceList({ files }: { readonly files: ProblemView['files'] }) {
  const t = useText(messages)
  if (files.length === 0) return <Empty text={t('noFiles')} />
  return (
    <ul className="clocks">
      {files.map((file) => (
        <li key={file.attachmentId}>
          <a href={addressOf(contract.problemFile, { params: { attachmentId: file.attachmentId } })} download>
            {file.fileName}
          </a>
          <b>{Math.ceil(file.sizeBytes / 1024)} KB</b>
        </li>
      ))}
    </ul>
  )
}

interface EvidenceFieldProps {
  readonly problemId: string
  readonly files: ProblemView['files']
}

/** Adds evidence before a claim; each file is kept as soon as it is chosen. */
export function EvidenceField({ problemId, files }: EvidenceFieldProps) {
  const t = useText(messages)
  const attach = useAction(contract.attach)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    if (file) attach.mutate({ params: { problemId }, file })
  }
  return (
    <>
      <EvidenceList files={files} />
      <TextField label={t('file')} type="file" disabled={attach.isPending} onChange={choose} />
      <ErrorNote error={attach.error} />
    </>
  )
}
