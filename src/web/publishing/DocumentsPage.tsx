import { Link, useNavigate } from '@tanstack/react-router'
import { publishingContract as contract, type DocumentRow, type SealSource } from '#adapters/http/contract/publishing'
import { periodName, useAction, useEndpoint, useLanguage, useText, When } from '#web/kit'
import { Button, type Column, DataTable, Empty, ErrorNote, Loaded, Page, Section } from '#web/ui'
import { publishingMessages as messages } from './messages.ts'
import './publishing.css'

/** Briefings, newest first, and the sealed dekads that wait for one. */
export function DocumentsPage() {
  const t = useText(messages)
  const list = useEndpoint(contract.documents)
  const issued = list.data?.documents.filter(({ state }) => state === 'issued').length ?? 0
  const counts = { issued, open: (list.data?.documents.length ?? 0) - issued }
  return (
    <Page title={t('documents')} lead={list.data ? t('documentsLead', counts) : ''}>
      <Loaded query={list}>
        {({ documents, undrafted }) => (
          <>
            {undrafted.length > 0 && (
              <Section title={t('toDraft')}>
                <ul className="sources">
                  {undrafted.map((source) => (
                    <DraftLine key={`${source.planId} ${source.sealSeq}`} source={source} />
                  ))}
                </ul>
              </Section>
            )}
            <div className="documents">
              <DocumentTable documents={documents} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function DraftLine({ source }: { readonly source: SealSource }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const draft = useAction(contract.draftBriefing)
  const { planId, sealSeq } = source
  // The line leaves the page once its draft is there, and takes callbacks of its own with it: the promise outlives it.
  const begin = () =>
    void draft.mutateAsync({ body: { planId, sealSeq } }).then(
      ({ documentId }) => navigate({ to: '/documents/$documentId', params: { documentId } }),
      () => undefined,
    )
  return (
    <li className="sources__line">
      <span>
        <strong>{periodName(source.periodId, language)}</strong> {source.planTitle}
      </span>
      <Button look="primary" disabled={draft.isPending} onClick={begin}>
        {t('draftIt')}
      </Button>
      <ErrorNote error={draft.error} />
    </li>
  )
}

function DocumentTable({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const t = useText(messages)
  const navigate = useNavigate()
  const columns = useDocumentColumns()
  if (documents.length === 0) return <Empty text={t('noDocuments')} />
  return (
    <DataTable
      caption={t('documents')}
      columns={columns}
      rows={documents}
      rowKey={({ documentId }) => documentId}
      onOpen={({ documentId }) => void navigate({ to: '/documents/$documentId', params: { documentId } })}
    />
  )
}

function useDocumentColumns(): readonly Column<DocumentRow>[] {
  const t = useText(messages)
  return [
    { id: 'number', title: t('number'), figure: true, cell: ({ number }) => number ?? '—' },
    {
      id: 'title',
      title: t('title'),
      lead: true,
      cell: ({ documentId, title }) => (
        <Link to="/documents/$documentId" params={{ documentId }}>
          {title}
        </Link>
      ),
    },
    { id: 'state', title: t('state'), cell: ({ state }) => t(state) },
    { id: 'seal', title: t('seal'), cell: ({ sealSeq }) => t('sealNo', { seq: sealSeq }) },
    { id: 'by', title: t('by'), cell: ({ createdByName }) => createdByName },
    { id: 'checked', title: t('checkedBy'), cell: ({ checkedByName }) => checkedByName ?? '—' },
    {
      id: 'issued',
      title: t('issuedAt'),
      cell: ({ issuedAt }) => (issuedAt === null ? '—' : <When at={issuedAt} />),
    },
  ]
}
