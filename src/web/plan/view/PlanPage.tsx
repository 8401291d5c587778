import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { planContract, type WirePlanPage } from '#adapters/http/contract/plan'
import { localDateAt } from '#core/kit'
import { addressOf, holds, useEndpoint, useMe, useText, When } from '#web/kit'
import { Button, Dialog, Loaded, Page, Section } from '#web/ui'
import { DropZone } from '../DropZone.tsx'
import { planMessages } from '../messages.ts'
import { usePageSearch } from '../use-page-search.ts'
import { DifferenceView } from './DifferenceView.tsx'
import { PlanLists } from './PlanLists.tsx'
import '../plan.css'

/** A plan in force: its lists in both projections, its versions and what they changed. */
export function PlanPage() {
  const { planId = '' } = useParams({ strict: false })
  const query = useEndpoint(planContract.plan, { params: { planId } })
  const t = useText(planMessages)
  return (
    <Loaded query={query} title={t('plans')}>
      {(page) => <PlanView page={page} />}
    </Loaded>
  )
}

function PlanView({ page }: { readonly page: WirePlanPage }) {
  const t = useText(planMessages)
  const me = useMe()
  const [search, setSearch] = usePageSearch()
  const [amending, setAmending] = useState(false)
  const { plan } = page
  const params = { planId: plan.planId }
  const { tab: _, view, ...filter } = search
  const projection = view === 'duties' ? 'duties' : 'works'
  return (
    <Page
      title={plan.title}
      lead={t('planLead', { year: plan.year, version: plan.version, items: plan.items })}
      actions={
        <>
          <Link className="button" to="/plans/$planId/text" params={params}>
            {t('readText')}
          </Link>
          <Link className="button" to="/plans/$planId/account" params={params}>
            {t('finalAccount')}
          </Link>
          <Link className="button" to="/years">
            {t('yearToYear')}
          </Link>
          <Link className="button" to="/standing-plans">
            {t('standingPlans')}
          </Link>
          <a
            className="button"
            href={addressOf(planContract.lists, { params, query: { ...filterOf(filter), projection } })}
          >
            {t('downloadLists')}
          </a>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          {me.data && holds(me.data, 'coordinator') && <Button onClick={() => setAmending(true)}>{t('amend')}</Button>}
        </>
      }
    >
      <IssueData meta={page.meta} />
      <PlanLists page={page} search={search} onSearch={setSearch} />
      <Versions page={page} zone={me.data?.region.timeZone ?? 'Asia/Shanghai'} />
      {amending && (
        <Dialog title={t('amendTitle')} onClose={() => setAmending(false)}>
          <p>{t('amendText', { version: plan.version, next: plan.version + 1 })}</p>
          <DropZone planId={plan.planId} />
        </Dialog>
      )}
    </Page>
  )
}

/** How the plan was issued: number, body, day, copies; what the text does not say is not there. */
function IssueData({ meta }: { readonly meta: WirePlanPage['meta'] }) {
  const { docNumber, issuer, issuedOn, copies } = meta
  const known = [docNumber, issuer, copies].filter(Boolean)
  if (known.length === 0 && issuedOn === null) return null
  return (
    <p className="page__lead">
      {known.join('　')}
      {issuedOn !== null && (
        <>
          {'　'}
          <When at={issuedOn} />
        </>
      )}
    </p>
  )
}

/** The part of the address that narrows the lists. */
export function filterOf(search: Readonly<Record<string, string | undefined>>) {
  const { campaign, unitId, role, text } = search
  const known = { campaign, unitId, role, text }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as {
    campaign?: string
    unitId?: string
    role?: 'lead' | 'responsible' | 'support' | 'participate'
    text?: string
  }
}

function Versions({ page, zone }: { readonly page: WirePlanPage; readonly zone: string }) {
  const t = useText(planMessages)
  const [compared, setCompared] = useState<number | null>(null)
  const params = { planId: page.plan.planId }
  return (
    <div className="no-print">
      <Section title={t('versions')}>
        <ul className="versions">
          {page.versions.map((row) => (
            <li key={row.version}>
              <span className="versions__no">{t('versionNo', { version: row.version })}</span>
              <When at={localDateAt(row.publishedAt, zone)} />
              <span>{row.publishedByName}</span>
              <span className="versions__reason">{row.reason}</span>
              <a href={addressOf(planContract.issuedFile, { params, query: { version: row.version } })}>
                {row.fileName}
              </a>
              <code title={`${t('hash')} ${row.contentHash}`}>{row.contentHash.slice(0, 12)}</code>
              {row.version > 1 && (
                <Button look="quiet" onClick={() => setCompared(compared === row.version ? null : row.version)}>
                  {t('compareWith')}
                </Button>
              )}
              {compared === row.version && <Compared planId={params.planId} version={row.version} />}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Compared({ planId, version }: { readonly planId: string; readonly version: number }) {
  const query = useEndpoint(planContract.difference, { params: { planId }, query: { from: version - 1, to: version } })
  return (
    <div className="versions__difference">
      <Loaded query={query}>{(difference) => <DifferenceView difference={difference} />}</Loaded>
    </div>
  )
}
