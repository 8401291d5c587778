import type { ReactNode } from 'react'
import { useText } from '#web/kit'
import { Button } from './Button.tsx'
import { Page } from './Page.tsx'

const words = {
  loading: { zh: '正在读取…', en: 'Loading…' },
  retry: { zh: '重试', en: 'Try again' },
} as const

/** While something is read. */
export function Loading() {
  const t = useText(words)
  return (
    <p className="empty" role="status">
      {t('loading')}
    </p>
  )
}

/** A refusal in its words, with a way to try again where there is one. */
export function ErrorNote({ error, onRetry }: { readonly error: Error | null; readonly onRetry?: () => void }) {
  const t = useText(words)
  if (!error) return null
  return (
    <div className="note note--error" role="alert">
      <p>{error.message}</p>
      {onRetry && (
        <Button look="quiet" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

/** Nothing here yet, and the next step. */
export function Empty({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  )
}

interface Readable<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

interface LoadedProps<T> {
  readonly query: Readable<T>
  /** Title of the page that stands or falls with this query; a part of a page has none. */
  readonly title?: string
  readonly children: (data: T) => ReactNode
}

/** Shows a query's loading, error or content: every page reads through this. */
export function Loaded<T>({ query, title, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (!query.error) return <Loading />
  const note = <ErrorNote error={query.error} onRetry={() => query.refetch()} />
  return title === undefined ? note : <Page title={title}>{note}</Page>
}
