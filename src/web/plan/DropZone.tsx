import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { planContract, type WireTableLook } from '#adapters/http/contract/plan'
import { call, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { ColumnsPanel } from './columns/ColumnsPanel.tsx'
import { mayHoldTable } from './columns/stated-columns.ts'
import { planMessages } from './messages.ts'
import { uploadPlan, type UploadState } from './upload-plan.ts'

/** Where an issued file goes in: drop it or choose it; then the draft opens. */
export function DropZone({ planId }: { readonly planId?: string }) {
  const t = useText(planMessages)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { file, upload, error, tables, send, load, forget } = useUpload(planId)
  const take = (files: FileList | null) => {
    const [chosen] = files ?? []
    if (chosen && !upload) void send(chosen)
  }
  if (file && tables && !upload && !error) {
    return <ColumnsPanel file={file} tables={tables} onLoad={(columns) => void load(file, columns)} onCancel={forget} />
  }
  return (
    <div
      className={`drop${over ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      {upload ? (
        <UploadProgress name={file?.name ?? ''} upload={upload} />
      ) : (
        <>
          <p className="drop__title">{t('dropHere')}</p>
          <Button look="primary" onClick={() => input.current?.click()}>
            {t('chooseFile')}
          </Button>
          <p className="drop__formats">{t('dropFormats')}</p>
        </>
      )}
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        aria-label={t('chooseFile')}
        accept=".docx,.doc,.wps,.pdf,.txt,.html,.htm,.xlsx,.xls,.csv"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <ErrorNote error={error} {...(file ? { onRetry: () => void send(file) } : {})} />
    </div>
  )
}

/** Sends one file at a time and goes to its draft; a table's columns are shown before. */
function useUpload(planId: string | undefined) {
  const t = useText(planMessages)
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [tables, setTables] = useState<readonly WireTableLook[] | null>(null)
  const [upload, setUpload] = useState<UploadState | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const during = async (state: UploadState, work: () => Promise<void>) => {
    setError(null)
    setUpload(state)
    try {
      await work()
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    } finally {
      setUpload(null)
    }
  }
  const load = (chosen: File, columns?: string) =>
    during({ phase: 'sending', percent: 0 }, async () => {
      const draftId = await uploadPlan(chosen, { planId, columns }, { offline: t('offline') }, setUpload)
      await navigate({ to: '/drafts/$draftId', params: { draftId } })
    })
  const send = (chosen: File) => {
    setFile(chosen)
    setTables(null)
    if (!mayHoldTable(chosen.name)) return load(chosen)
    return during({ phase: 'looking' }, async () => {
      setTables((await call(planContract.lookAtTables, { file: chosen, body: {} })).tables)
    })
  }
  return { file, upload, error, tables, send, load, forget: () => setTables(null) }
}

const WAITING = { reading: 'readingFile', looking: 'lookingAtTable' } as const

function UploadProgress({ name, upload }: { readonly name: string; readonly upload: UploadState }) {
  const t = useText(planMessages)
  return (
    <div role="status" className="drop__progress">
      <p>
        {upload.phase === 'sending'
          ? t('sending', { name, percent: upload.percent })
          : t(WAITING[upload.phase], { name })}
      </p>
      <progress max={100} {...(upload.phase === 'sending' ? { value: upload.percent } : {})} />
    </div>
  )
}
