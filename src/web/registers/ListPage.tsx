import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type ListPage as Found, registersContract as contract } from '#adapters/http/contract/registers'
import { addressOf, holds, useAction, useEndpoint, useMe, useText } from '#web/kit'
import { Button, Empty, Loaded, Page, Section } from '#web/ui'
import './lists.css'
import { Admissions } from './admissions/index.ts'
import { ChangeList } from './ChangeList.tsx'
import { DefineDialog } from './DefineDialog.tsx'
import { listMessages as messages } from './messages.ts'
import { RowDialog } from './RowDialog.tsx'
import { type Row, RowTable } from './RowTable.tsx'

/** One list that an office has defined: its rows, what was taken off, and every change. */
export function ListPage() {
  const { listId = '' } = useParams({ strict: false })
  const list = useEndpoint(contract.list, { params: { listId } })
  const t = useText(messages)
  return (
    <Loaded query={list} title={t('lists')}>
      {(found) => <ListView found={found} />}
    </Loaded>
  )
}

/** What stands over the page: a row that is written (null = a new one), or the fields. */
type Open = { readonly row: Row | null } | 'fields'

function ListView({ found }: { readonly found: Found }) {
  const t = useText(messages)
  const me = useMe()
  const [open, setOpen] = useState<Open | null>(null)
  const { list, rows, changes, admissions, mayDefine, mayAddAny } = found
  const standing = rows.filter(({ removedAt }) => removedAt === null)
  const removed = rows.filter(({ removedAt }) => removedAt !== null)
  const mayAdd = list.endedAt === null && (mayAddAny || (me.data && holds(me.data, 'reporter', 'signer')))
  return (
    <Page
      title={list.name}
      lead={[list.family, t('rowCount', { count: standing.length }), list.endedAt !== null && t('ended')]
        .filter(Boolean)
        .join('　')}
      actions={
        <>
          {mayAdd && (
            <Button look="primary" onClick={() => setOpen({ row: null })}>
              {t('addRow')}
            </Button>
          )}
          {mayDefine && <Button onClick={() => setOpen('fields')}>{t('change')}</Button>}
          <a className="button" href={addressOf(contract.listFile, { params: { listId: list.listId } })}>
            {t('download')}
          </a>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </>
      }
    >
      {standing.length === 0 ? (
        <Empty text={t('empty')} />
      ) : (
        <RowTable list={list} rows={standing} onEdit={(row) => setOpen({ row })} />
      )}
      {admissions.length > 0 && (
        <Section title={t('admissions')}>
          <Admissions admissions={admissions} />
        </Section>
      )}
      {removed.length > 0 && (
        <Section title={t('removed', { count: removed.length })}>
          <RowTable list={list} rows={removed} onEdit={(row) => setOpen({ row })} />
        </Section>
      )}
      {changes.length > 0 && (
        <Section title={t('history')}>
          <ChangeList list={list} changes={changes} />
        </Section>
      )}
      {open === 'fields' && <Changing list={list} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'fields' && <RowDialog list={list} row={open.row} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Changing({ list, onClose }: { readonly list: Found['list']; readonly onClose: () => void }) {
  const t = useText(messages)
  const change = useAction(contract.changeList)
  const { listId, revision } = list
  return (
    <DefineDialog
      title={t('change')}
      list={list}
      error={change.error}
      isBusy={change.isPending}
      onClose={onClose}
      onSave={({ name, family, fields, end }) =>
        change.mutate({ params: { listId }, body: { revision, name, family, fields, end } }, { onSuccess: onClose })
      }
    />
  )
}
