import { Link } from '@tanstack/react-router'
import type { MatterKind, MatterPlace } from '#adapters/http/contract/supervision'
import { periodName, useLanguage, useText } from '#web/kit'
import { noticeMessages as messages } from './messages.ts'

interface MatterProps {
  readonly matter: {
    readonly kind: MatterKind
    readonly subject: string
    readonly count: number
    readonly place: MatterPlace
  }
}

/** What is owed, as a link to where it is done. */
export function MatterText({ matter }: MatterProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { kind, subject, count, place } = matter
  const period = place.periodId === null ? '' : periodName(place.periodId, language)
  return <PlaceLink place={place} text={t(kind, { subject, count, period })} />
}

/** A sheet is filled in on the home page; orders, problems and items have pages of their own. */
function PlaceLink({ place: { kind, id }, text }: { readonly place: MatterPlace; readonly text: string }) {
  switch (kind) {
    case 'period':
      return <Link to="/">{text}</Link>
    case 'order':
      return (
        <Link to="/orders/$orderId" params={{ orderId: id }}>
          {text}
        </Link>
      )
    case 'problem':
      return (
        <Link to="/problems/$problemId" params={{ problemId: id }}>
          {text}
        </Link>
      )
    case 'item':
      return (
        <Link to="/items/$itemId" params={{ itemId: id }}>
          {text}
        </Link>
      )
  }
}
