import { Link, useNavigate } from '@tanstack/react-router'
import {
  publishingContract as contract,
  type PublicationRow,
  type SealSource,
} from '#adapters/http/contract/publishing'
import { periodName, useAction, useDateText, useEndpoint, useLanguage, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable, Empty, ErrorNote, Loaded, Page } from '#web/ui'
import { publishingMessages as messages } from './messages.ts'
import './publishing.css'

/** Publication packs, and the seals from which the next one can be made. */
export function PublicationsPage() {
  const t = useText(messages)
  const me = useMe()
  const list = useEndpoint(contract.publications)
  const region = me.data?.region.regionId
  const actions = region && (
    <Link className="button button--quiet" to="/public/$region" params={{ region }}>
      {t('publicPage')}
    </Link>
  )
  return (
    <Page title={t('publications')} lead={t('publicationsLead')} actions={actions}>
      <Loaded query={list}>
        {({ publications, sources }) => (
          <>
            {sources.length === 0 && <Empty text={t('noSeal')} />}
            <ul className="sources">
              {sources.map((source) => (
                <SourceLine key={source.planId} source={source} />
              ))}
            </ul>
            {publications.length === 0 ? (
              sources.length > 0 && <Empty text={t('noPublications')} />
            ) : (
              <PublicationTable publications={publications} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function SourceLine({ source }: { readonly source: SealSource }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const make = useAction(contract.makePublication)
  const open = ({ publicationId }: { publicationId: string }) =>
    void navigate({ to: '/publication/$publicationId', params: { publicationId } })
  const { planId, sealSeq } = source
  return (
    <li className="sources__line">
      <span>
        {source.planTitle}{' '}
        <small>
          {t('sealNo', { seq: sealSeq })} {periodName(source.periodId, language)}
        </small>
      </span>
      <Button
        look="primary"
        disabled={make.isPending}
        onClick={() => make.mutate({ body: { planId, sealSeq } }, { onSuccess: open })}
      >
        {t('make')}
      </Button>
      <ErrorNote error={make.error} />
    </li>
  )
}

function PublicationTable({ publications }: { readonly publications: readonly PublicationRow[] }) {
  const t = useText(messages)
  const navigate = useNavigate()
  const columns = usePublicationColumns()
  return (
    <DataTable
      caption={t('publications')}
      columns={columns}
      rows={publications}
      rowKey={({ publicationId }) => publicationId}
      onOpen={({ publicationId }) => void navigate({ to: '/publication/$publicationId', params: { publicationId } })}
    />
  )
}

function usePublicationColumns(): readonly Column<PublicationRow>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  const said = useDateText()
  const moment = (at: string | null, name: string | null) => (at === null ? '—' : `${name ?? ''} ${said(at)}`)
  return [
    {
      id: 'seal',
      title: t('seal'),
      cell: ({ publicationId, sealSeq, periodId }) => (
        <Link to="/publication/$publicationId" params={{ publicationId }}>
          {t('sealNo', { seq: sealSeq })} {periodName(periodId, language)}
        </Link>
      ),
    },
    {
      id: 'state',
      title: t('state'),
      cell: ({ state, withdrawalReason }) => (
        <>
          {t(state)}
          {withdrawalReason !== null && <small> {withdrawalReason}</small>}
        </>
      ),
    },
    { id: 'made', title: t('madeBy'), cell: (row) => moment(row.createdAt, row.createdByName) },
    { id: 'published', title: t('publishedBy'), cell: (row) => moment(row.publishedAt, row.publishedByName) },
  ]
}
