import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type DomainList, registersContract as contract } from '#adapters/http/contract/registers'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Empty, Loaded, Page, Section } from '#web/ui'
import './lists.css'
import { DefineDialog } from './DefineDialog.tsx'
import { listMessages as messages } from './messages.ts'

/** The lists that offices have defined for themselves, those that belong together under their common name. */
export function ListsPage() {
  const t = useText(messages)
  const lists = useEndpoint(contract.lists)
  const [isDefining, setDefining] = useState(false)
  return (
    <Page
      title={t('lists')}
      lead={t('listsLead')}
      actions={lists.data?.mayDefine && <Button onClick={() => setDefining(true)}>{t('define')}</Button>}
    >
      <Loaded query={lists}>
        {(found) =>
          found.lists.length === 0 ? (
            <Empty text={t('noLists')} />
          ) : (
            familiesOf(found.lists).map(([family, own]) => <Family key={family} family={family} lists={own} />)
          )
        }
      </Loaded>
      {isDefining && <Defining onClose={() => setDefining(false)} />}
    </Page>
  )
}

function familiesOf(lists: readonly DomainList[]): readonly (readonly [string, readonly DomainList[]])[] {
  const names = [...new Set(lists.map(({ family }) => family))]
  return names.map((name) => [name, lists.filter(({ family }) => family === name)] as const)
}

function Family({ family, lists }: { readonly family: string; readonly lists: readonly DomainList[] }) {
  const t = useText(messages)
  return (
    <Section title={family === '' ? t('lists') : family}>
      <ul className="own-lists">
        {lists.map(({ listId, name, rows, endedAt }) => (
          <li key={listId}>
            <Link className="plan-link" to="/lists/$listId" params={{ listId }}>
              {name}
            </Link>
            <small>
              {t('rowCount', { count: rows })}
              {endedAt !== null && ` · ${t('ended')}`}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Defining({ onClose }: { readonly onClose: () => void }) {
  const t = useText(messages)
  const navigate = useNavigate()
  const define = useAction(contract.defineList)
  return (
    <DefineDialog
      title={t('define')}
      error={define.error}
      isBusy={define.isPending}
      onClose={onClose}
      onSave={({ end: _end, ...said }) =>
        define.mutate(
          { body: said },
          { onSuccess: ({ listId }) => void navigate({ to: '/lists/$listId', params: { listId } }) },
        )
      }
    />
  )
}
