import { Link } from '@tanstack/react-router'
import type { ItemView } from '#adapters/http/contract/insight'
import { useDateText, useText, When } from '#web/kit'
import { LightMark, Section } from '#web/ui'
import { itemMessages as messages } from './item-messages.ts'

/** What else belongs to an item, each part only where there is something: nodes, checks, red line events, relatives. */
export function ItemSides({ view }: { readonly view: ItemView }) {
  return (
    <>
      <Nodes view={view} />
      <Verifications view={view} />
      <RedLines view={view} />
      <Related view={view} />
    </>
  )
}

function Nodes({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  const said = useDateText()
  if (view.nodes.length === 0) return null
  return (
    <Section title={t('nodes')}>
      <ol className="lines">
        {view.nodes.map((node) => (
          <li key={`${node.label} ${node.due}`}>
            <span>{node.label}</span>
            <small>
              {[
                `${t('due')} ${said(node.due)}`,
                node.doneOn === null ? t('nodeOpen') : t('nodeDone', { day: node.doneOn }),
                ...(node.verified ? [t('verified')] : []),
              ].join('　')}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Verifications({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  const said = useDateText()
  if (view.verifications.length === 0) return null
  return (
    <Section title={t('verifications')}>
      <ol className="lines">
        {view.verifications.map(({ basis, note, by }) => (
          <li key={by.at}>
            <span>{note}</span>
            <small>{[t(basis as keyof typeof messages), by.name, said(by.at)].join('　')}</small>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function RedLines({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  if (view.redLines.length === 0) return null
  return (
    <Section title={t('redLines')}>
      <ol className="lines">
        {view.redLines.map((event) => (
          <li key={`${event.happenedOn} ${event.note}`}>
            <span>{event.note}</span>
            <small>
              <When at={event.happenedOn} />
            </small>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Related({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  if (view.related.length === 0) return null
  return (
    <Section title={t('related')}>
      <ul className="lines">
        {view.related.map((item) => (
          <li key={item.itemId}>
            {item.light && <LightMark light={item.light} bare />}{' '}
            <Link to="/items/$itemId" params={{ itemId: item.itemId }}>
              {item.title}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
