import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lightsInOrder, lightWords } from '#core/insight'
import { publishingContract as contract, type PublicPlan, type PublicRow } from '#adapters/http/contract/publishing'
import { addressOf, periodName, useEndpoint, useLanguage, useText } from '#web/kit'
import { Empty, LightMark, Loaded, TextField } from '#web/ui'
import { publicMessages as messages } from './messages.ts'
import { PlanState } from './PlanState.tsx'
import { PublicItemEntry } from './PublicItemEntry.tsx'
import { publicDay } from './PublicRegionPage.tsx'
import { PublicSheet } from './PublicSheet.tsx'
import { campaignsShown, type PublicSearch } from './public-search.ts'

/** One plan for everybody: each promise in its own words, how far it is, and where the figure comes from. */
export function PublicPlanPage() {
  const t = useText(messages)
  const { language } = useLanguage()
  const { region, planId } = useParams({ from: '/public/$region/plans/$planId' })
  const page = useEndpoint(contract.publicPlan, { params: { regionId: region, planId } })
  const released = page.data?.row.released
  const lead = released
    ? [
        page.data?.regionName,
        released.plan.docNumber,
        t('sealedData', { period: periodName(released.seal.periodId, language) }),
        t('publishedOn', { day: publicDay(page.data?.row.publishedAt ?? '') }),
      ]
    : []
  return (
    <PublicSheet title={released?.plan.title ?? page.data?.regionName ?? '挂图'} lead={lead.filter(Boolean).join('　')}>
      <p className="no-print">
        <Link to="/public/$region" params={{ region }}>
          {t('allPlans')}
        </Link>
      </p>
      <Loaded query={page}>
        {({ row, reads, archivedAt }) =>
          row.released ? (
            <>
              <PlanState region={region} planId={planId} reads={reads} archivedAt={archivedAt} />
              <PlanBody region={region} plan={row.released} />
            </>
          ) : (
            <Withdrawn row={row} />
          )
        }
      </Loaded>
    </PublicSheet>
  )
}

function Withdrawn({ row }: { readonly row: PublicRow }) {
  const t = useText(messages)
  return (
    <section className="public__withdrawn">
      <h2>{t('withdrawnTitle')}</h2>
      <p>
        {t('withdrawnText', { day: publicDay(row.withdrawnAt ?? row.publishedAt), reason: row.withdrawalReason ?? '' })}
      </p>
    </section>
  )
}

function PlanBody({ region, plan }: { readonly region: string; readonly plan: PublicPlan }) {
  const t = useText(messages)
  const search = useSearch({ from: '/public/$region/plans/$planId' })
  const navigate = useNavigate({ from: '/public/$region/plans/$planId' })
  const change = (part: PublicSearch) => void navigate({ search: { ...search, ...part }, replace: true })
  const campaigns = campaignsShown(plan, search, t('other'))
  const found = campaigns.reduce((sum, { items }) => sum + items.length, 0)
  const narrowed = Boolean(search.q) || search.light !== undefined
  return (
    <>
      <Finder plan={plan} search={search} onChange={change} />
      {narrowed && <p role="status">{found === 0 ? t('nothingFound') : t('found', { count: found })}</p>}
      {!narrowed && found === 0 && <Empty text={t('nothing')} />}
      {campaigns.map(({ name, items }) => (
        <section key={name} className="public__campaign">
          <h2>
            {name} <small>{items.length}</small>
          </h2>
          {items.map((item) => (
            <PublicItemEntry key={item.itemId} item={item} />
          ))}
        </section>
      ))}
      <PublicFoot region={region} plan={plan} />
    </>
  )
}

interface FinderProps {
  readonly plan: PublicPlan
  readonly search: PublicSearch
  readonly onChange: (part: PublicSearch) => void
}

function Finder({ plan, search, onChange }: FinderProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  return (
    <div className="public__finder no-print">
      <TextField
        label={t('search')}
        type="search"
        value={search.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <div className="public__lights" role="group" aria-label={t('lights')}>
        {lightsInOrder.map((light) => (
          <button
            key={light}
            type="button"
            className="public__light"
            aria-pressed={search.light === light}
            onClick={() => onChange({ light: search.light === light ? undefined : light })}
          >
            <LightMark light={light} bare />
            {lightWords[light][language]}
            <b>{plan.items.filter((item) => item.light === light).length}</b>
          </button>
        ))}
      </div>
    </div>
  )
}

function PublicFoot({ region, plan }: { readonly region: string; readonly plan: PublicPlan }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const params = { regionId: region, planId: plan.plan.planId }
  return (
    <footer className="public__foot">
      <h2>{t('lights')}</h2>
      <p>{t('lightsText')}</p>
      <p className="public__counts">
        {lightsInOrder.map((light) => (
          <span key={light}>
            <LightMark light={light} /> {lightWords[light][language]}
          </span>
        ))}
      </p>
      <p className="no-print">
        {t('openData')} <a href={addressOf(contract.openDataCsv, { params })}>CSV</a>{' '}
        <a href={addressOf(contract.openDataJson, { params })}>JSON</a>
      </p>
      <p className="public__chain">{t('chain', { hash: plan.seal.hash })}</p>
    </footer>
  )
}
