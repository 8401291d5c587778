import { useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { useEndpoint, useLanguage, useText } from '#web/kit'
import { Button, type Column, DataTable, Empty, Loaded, Page, TextField } from '#web/ui'
import { organisationMessages as messages } from './messages.ts'

interface Row {
  readonly auditId: string
  readonly at: string
  readonly actorName: string | null
  readonly action: string
  readonly objectKind: string
  readonly objectId: string
  readonly body: string
  readonly chainSeq: number | null
}

/** The log for the auditor: newest first, filtered by the beginning of the action. */
export function AuditPage() {
  const t = useText(messages)
  const [action, setAction] = useState('')
  const [before, setBefore] = useState<string | undefined>(undefined)
  const query = { ...(action ? { action } : {}), ...(before ? { before } : {}) }
  const log = useEndpoint(organisationContract.audit, { query }, { filters: ['action', 'before'] })
  const columns = useColumns()
  return (
    <Page title={t('audit')} lead={t('auditLead')}>
      <TextField
        label={t('action')}
        type="search"
        value={action}
        onChange={(event) => {
          setBefore(undefined)
          setAction(event.target.value)
        }}
      />
      <Loaded query={log}>
        {({ rows }) => (
          <>
            {rows.length === 0 ? (
              <Empty text={t('noRows')} />
            ) : (
              <DataTable caption={t('audit')} columns={columns} rows={rows} rowKey={(row) => row.auditId} />
            )}
            <p className="toolbar no-print">
              {before && <Button onClick={() => setBefore(undefined)}>{t('newest')}</Button>}
              {rows.length === 100 && <Button onClick={() => setBefore(rows.at(-1)?.auditId)}>{t('older')}</Button>}
            </p>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return [
    { id: 'at', title: t('at'), cell: (row) => <time className="figure">{time.format(new Date(row.at))}</time> },
    { id: 'who', title: t('who'), cell: (row) => row.actorName ?? t('system') },
    { id: 'action', title: t('action'), cell: (row) => <code>{row.action}</code> },
    { id: 'object', title: t('object'), cell: (row) => `${row.objectKind} ${row.objectId.slice(-8)}` },
    { id: 'body', title: t('body'), cell: (row) => <code>{row.body}</code> },
    { id: 'chain', title: t('chain'), figure: true, cell: (row) => row.chainSeq ?? t('pending') },
  ]
}
