import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { publishingContract as contract, type PublicationPage } from '#adapters/http/contract/publishing'
import { periodName, useAction, useEndpoint, useLanguage, useText } from '#web/kit'
import { Button, Empty, ErrorNote, Loaded, Page, ReasonDialog } from '#web/ui'
import { publishingMessages as messages } from './messages.ts'
import { PublishActions } from './PublishActions.tsx'
import { ReviewFilters } from './ReviewFilters.tsx'
import { ReviewTable } from './ReviewTable.tsx'
import { departs, linesShown, type ReviewSearch, type ShownLine } from './review-search.ts'
import './publishing.css'

/** A pack field by field: what would be read outside, its class by rule, and the decision. */
export function ReviewPage() {
  const { publicationId } = useParams({ from: '/frame/publication/$publicationId' })
  const page = useEndpoint(contract.publication, { params: { publicationId } })
  return <Loaded query={page}>{(data) => <Review key={publicationId} page={data} />}</Loaded>
}

/** Decisions that wait for their reason. */
interface Asking {
  readonly decision: 'release' | 'withhold'
  readonly lines: readonly ShownLine[]
}

function Review({ page }: { readonly page: PublicationPage }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const search = useSearch({ from: '/frame/publication/$publicationId' })
  const navigate = useNavigate({ from: '/publication/$publicationId' })
  const decide = useAction(contract.decideFields)
  const [asking, setAsking] = useState<Asking | null>(null)
  const { publication } = page
  const shown = linesShown(page, search)
  const counts = countsOf(page)
  const request = ({ decision, lines }: Asking, reason: string) => ({
    params: { publicationId: publication.publicationId },
    body: {
      revision: publication.revision,
      decisions: lines.map(({ line }) => ({ key: line.key, decision, reason: departs(line, decision) ? reason : '' })),
    },
  })
  const onDecide = (decision: 'release' | 'withhold', lines: readonly ShownLine[]) => {
    const asked = { decision, lines }
    if (lines.some(({ line }) => departs(line, decision))) setAsking(asked)
    else decide.mutate(request(asked, ''))
  }
  const change = (part: ReviewSearch) => void navigate({ search: { ...search, ...part }, replace: true })
  const title = `${page.plan.title} · ${periodName(publication.periodId, language)}`
  return (
    <Page title={title} lead={t('reviewLead', counts)} actions={<PublishActions page={page} counts={counts} />}>
      <Contradictions page={page} />
      <ReviewFilters search={search} onChange={change} />
      {publication.state === 'review' && (
        <BulkActions shown={shown} open={counts.open} page={page} onDecide={onDecide} />
      )}
      {asking === null && <ErrorNote error={decide.error} />}
      {shown.length === 0 ? (
        <Empty text={t('nothingFound')} />
      ) : (
        <ReviewTable lines={shown} onDecide={publication.state === 'review' ? onDecide : null} />
      )}
      {asking && (
        <ReasonDialog
          title={t('reasonTitle')}
          confirm={t('decide')}
          action={decide}
          input={(reason) => request(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </Page>
  )
}

function Contradictions({ page: { contradictions } }: { readonly page: PublicationPage }) {
  const t = useText(messages)
  if (contradictions.length === 0) return null
  return (
    <p className="note note--error" role="alert">
      {t('contradiction', { count: contradictions.length })}
    </p>
  )
}

/** How many fields are open, released and withheld. */
export interface ReviewCounts extends Readonly<Record<string, number>> {
  readonly open: number
  readonly released: number
  readonly withheld: number
}

function countsOf({ lines }: PublicationPage): ReviewCounts {
  const released = lines.filter(({ decision }) => decision?.decision === 'release').length
  const withheld = lines.filter(({ decision }) => decision?.decision === 'withhold').length
  return { released, withheld, open: lines.length - released - withheld }
}

interface BulkProps {
  readonly shown: readonly ShownLine[]
  readonly open: number
  readonly page: PublicationPage
  readonly onDecide: (decision: 'release' | 'withhold', lines: readonly ShownLine[]) => void
}

function BulkActions({ shown, open, page, onDecide }: BulkProps) {
  const t = useText(messages)
  const byRule = useAction(contract.decideByRule)
  const { publicationId, revision } = page.publication
  return (
    <div className="toolbar">
      <Button
        look={open > 0 ? 'primary' : 'plain'}
        disabled={open === 0 || byRule.isPending}
        onClick={() => byRule.mutate({ params: { publicationId }, body: { revision } })}
      >
        {t('byRule', { count: open })}
      </Button>
      <Button look="quiet" disabled={shown.length === 0} onClick={() => onDecide('release', shown)}>
        {t('shownRelease', { count: shown.length })}
      </Button>
      <Button look="quiet" disabled={shown.length === 0} onClick={() => onDecide('withhold', shown)}>
        {t('shownWithhold', { count: shown.length })}
      </Button>
      <ErrorNote error={byRule.error} />
    </div>
  )
}
