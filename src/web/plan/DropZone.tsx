import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { planMessages } from './messages.ts'
import { uploadPlan, type UploadState } from './upload-plan.ts'

/** Where an issued file goes in: drop it or choose it; then the draft opens. */
export function DropZone({ planId }: { readonly planId?: string }) {
  const t = useText(planMessages)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { file, upload, error, send } = useUpload(planId)
  const take = (files: FileList | null) => {
    const [chosen] = files ?? []
    if (chosen && !upload) void send(chosen)
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
        accept=".docx,.pdf,.txt,.html,.htm"
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

/** Sends one file at a time and goes to its draft. */
function useUpload(planId: string | undefined) {
  const t = useText(planMessages)
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [upload, setUpload] = useState<UploadState | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const send = async (chosen: File) => {
    setFile(chosen)
    setError(null)
    setUpload({ phase: 'sending', percent: 0 })
    try {
      const draftId = await uploadPlan(chosen, planId, { offline: t('offline') }, setUpload)
      await navigate({ to: '/drafts/$draftId', params: { draftId } })
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    } finally {
      setUpload(null)
    }
  }
  return { file, upload, error, send }
}

function UploadProgress({ name, upload }: { readonly name: string; readonly upload: UploadState }) {
  const t = useText(planMessages)
  return (
    <div role="status" className="drop__progress">
      <p>{upload.phase === 'sending' ? t('sending', { name, percent: upload.percent }) : t('readingFile', { name })}</p>
      <progress max={100} {...(upload.phase === 'sending' ? { value: upload.percent } : {})} />
    </div>
  )
}
