import { getRouteApi } from '@tanstack/react-router'
import { organisationContract } from '#adapters/http/contract/organisation'
import { type Language, useEndpoint, useLanguage, useText, When } from '#web/kit'
import { Button, type Column, DataTable, Empty, Loaded, Page, SelectField } from '#web/ui'
import { auditDeeds, auditObjects } from './audit-words.data.ts'
import { organisationMessages as messages } from './messages.ts'

const route = getRouteApi('/frame/audit')

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

/** Rows of a page of the log. */
const PAGE = 100

/** The log for the auditor: newest first, narrowed to one kind of object; what was written stands behind each row, exactly. */
export function AuditPage() {
  const t = useText(messages)
  const { language } = useLanguage()
  const { of, before } = route.useSearch()
  const navigate = route.useNavigate()
  const query = { ...(of === undefined ? {} : { action: `${of}.` }), ...(before === undefined ? {} : { before }) }
  const log = useEndpoint(organisationContract.audit, { query }, { filters: ['action', 'before'] })
  const columns = useColumns()
  const go = (next: { readonly of?: string | undefined; readonly before?: string | undefined }) =>
    void navigate({ search: next })
  const objects = Object.entries(auditObjects).map(([value, words]) => ({ value, label: words[language] }))
  return (
    <Page title={t('audit')} lead={t('auditLead')}>
      <div className="toolbar no-print">
        <SelectField
          label={t('object')}
          value={of ?? ''}
          options={[{ value: '', label: t('allObjects') }, ...objects]}
          onChange={(event) => go({ of: event.target.value || undefined })}
        />
      </div>
      <Loaded query={log}>
        {({ rows }) => (
          <>
            {rows.length === 0 ? (
              <Empty text={t('noRows')} />
            ) : (
              <DataTable caption={t('audit')} columns={columns} rows={rows} rowKey={(row) => row.auditId} />
            )}
            <p className="toolbar no-print">
              {before !== undefined && <Button onClick={() => go({ of })}>{t('newest')}</Button>}
              {rows.length === PAGE && (
                <Button onClick={() => go({ of, before: rows.at(-1)?.auditId })}>{t('older')}</Button>
              )}
            </p>
          </>
        )}
      </Loaded>
    </Page>
  )
}

const wordOf = (words: Readonly<Record<string, Record<Language, string>>>, code: string, language: Language): string =>
  words[code]?.[language] ?? code

function useColumns(): readonly Column<Row>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  const deedOf = ({ action }: Row): string => {
    const [object = '', deed = ''] = action.split('.')
    return t('deedOf', { object: wordOf(auditObjects, object, language), deed: wordOf(auditDeeds, deed, language) })
  }
  return [
    { id: 'at', title: t('at'), cell: (row) => <When className="figure" at={row.at} /> },
    { id: 'who', title: t('who'), cell: (row) => row.actorName ?? t('system') },
    { id: 'action', title: t('action'), lead: true, cell: (row) => <span title={row.action}>{deedOf(row)}</span> },
    { id: 'body', title: t('body'), cell: (row) => <Body row={row} /> },
    { id: 'chain', title: t('chain'), figure: true, cell: (row) => row.chainSeq ?? t('pending') },
  ]
}

/** The row as it was written and chained: codes are evidence here, and stand folded away. */
function Body({ row: { at, action, objectKind, objectId, body } }: { readonly row: Row }) {
  const t = useText(messages)
  const { language } = useLanguage()
  return (
    <details className="audit__body">
      <summary>{t('asWritten')}</summary>
      <p>
        {wordOf(auditObjects, objectKind, language)} <code>{objectId}</code>
      </p>
      <p>
        <code>{action}</code> <code>{at}</code>
      </p>
      <pre>{indented(body)}</pre>
    </details>
  )
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 1)
  } catch {
    return body
  }
}
