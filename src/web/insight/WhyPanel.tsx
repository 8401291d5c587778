import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { WallItem } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { Button, LightMark } from '#web/ui'
import { insightMessages as messages } from './messages.ts'
import { Numbers } from './Numbers.tsx'
import { WhyReasons } from './WhyReasons.tsx'

/** Beside the wall: why one light is what it is, and the way to everything about its item. Escape closes it. */
export function WhyPanel({ item, onClose }: { readonly item: WallItem; readonly onClose: () => void }) {
  const t = useText(messages)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      ref={panel}
      className="why no-print"
      tabIndex={-1}
      aria-label={t('why')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className="why__head">
        <LightMark light={item.light} />
        <Button look="quiet" onClick={onClose}>
          {t('close')}
        </Button>
      </header>
      <h2>{item.title}</h2>
      <p className="why__unit">{item.unitName ?? t('noUnit')}</p>
      <WhyReasons why={item.why} />
      <Numbers item={item} />
      {item.openProblems > 0 && <p className="note">{t('openProblems', { count: item.openProblems })}</p>}
      <p>
        <Link to="/items/$itemId" params={{ itemId: item.itemId }} className="button button--primary">
          {t('openItem')}
        </Link>
      </p>
    </aside>
  )
}
