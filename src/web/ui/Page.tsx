import { type ReactNode, useEffect } from 'react'

interface PageProps {
  readonly title: string
  /** The page's answer in one sentence. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of one page: title, one sentence, actions, content. */
export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 挂图 Guatu`
  }, [title])
  return (
    <main className="page" id="content">
      <header className="page__head">
        <h1>{title}</h1>
        <p className="page__lead">{lead}</p>
        {actions && <div className="page__actions no-print">{actions}</div>}
      </header>
      {children}
    </main>
  )
}

/** One titled part of a page. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="section">
      <div className="section__head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
