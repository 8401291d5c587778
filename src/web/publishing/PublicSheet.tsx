import { type ReactNode, useEffect } from 'react'
import { useText } from '#web/kit'
import { Button, LanguageButton } from '#web/ui'
import { publicMessages as messages } from './messages.ts'
import './public.css'

interface PublicSheetProps {
  readonly title: string
  readonly lead: ReactNode
  readonly children: ReactNode
}

/** A page for everybody: no frame, no sign-in, one column. */
export function PublicSheet({ title, lead, children }: PublicSheetProps) {
  const t = useText(messages)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="public">
      <header className="public__head">
        <h1>{title}</h1>
        <p className="public__lead">{lead}</p>
        <div className="public__tools no-print">
          <Button look="quiet" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <LanguageButton />
        </div>
      </header>
      <main id="content">{children}</main>
    </div>
  )
}
