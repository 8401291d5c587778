import { Link, useParams } from '@tanstack/react-router'
import { lightsInOrder } from '#core/insight'
import { localDateAt } from '#core/kit'
import { publishingContract as contract, type PublicRow } from '#adapters/http/contract/publishing'
import { periodName, useEndpoint, useLanguage, useText } from '#web/kit'
import { Empty, LightMark, Loaded } from '#web/ui'
import { publicMessages as messages } from './messages.ts'
import { PublicSheet } from './PublicSheet.tsx'

/** What a region has published: its plans with their lights. */
export function PublicRegionPage() {
  const t = useText(messages)
  const { region } = useParams({ from: '/public/$region' })
  const page = useEndpoint(contract.publicRegion, { params: { regionId: region } })
  return (
    <PublicSheet title={page.data ? t('regionTitle', { region: page.data.regionName }) : '挂图'} lead={t('regionLead')}>
      <Loaded query={page}>
        {({ plans }) =>
          plans.length === 0 ? (
            <Empty text={t('nothing')} />
          ) : (
            <ul className="public__plans">
              {plans.map((row) => (
                <PlanLine key={row.planId} region={region} row={row} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </PublicSheet>
  )
}

/** Days of a public page are those of the country's one time zone. */
export const publicDay = (instant: string): string => localDateAt(instant, 'Asia/Shanghai')

function PlanLine({ region, row }: { readonly region: string; readonly row: PublicRow }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { released, withdrawnAt, withdrawalReason } = row
  if (!released)
    return (
      <li className="public__plan">
        <p className="note note--error">
          {t('withdrawnText', { day: publicDay(withdrawnAt ?? row.publishedAt), reason: withdrawalReason ?? '' })}
        </p>
      </li>
    )
  const facts = [
    t('itemCount', { count: released.items.length }),
    t('sealedData', { period: periodName(released.seal.periodId, language) }),
    t('publishedOn', { day: publicDay(row.publishedAt) }),
  ]
  const counts = lightsInOrder.map((light) => ({
    light,
    count: released.items.filter((item) => item.light === light).length,
  }))
  return (
    <li className="public__plan">
      <h2>
        <Link to="/public/$region/plans/$planId" params={{ region, planId: row.planId }}>
          {released.plan.title}
        </Link>
      </h2>
      <p>{facts.join('　')}</p>
      <p className="public__counts">
        {counts.map(({ light, count }) => (
          <span key={light}>
            <LightMark light={light} /> {count}
          </span>
        ))}
      </p>
    </li>
  )
}
