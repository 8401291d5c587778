import { getRouteApi, Link } from '@tanstack/react-router'
import { planContract, type YearItem, type YearLink } from '#adapters/http/contract/plan'
import { holds, useAction, useEndpoint, useMe, useText } from '#web/kit'
import {
  Button,
  type Column,
  DataTable,
  Empty,
  ErrorNote,
  groupDigits,
  Loaded,
  Page,
  Section,
  TextField,
} from '#web/ui'
import './across-years.css'
import { yearsMessages as messages } from './messages.ts'
import { named } from './named.ts'

const route = getRouteApi('/frame/years')

/** The same matter over campaigns and years, and pairs that wait for a person to say whether they are one. */
export function YearsPage() {
  const t = useText(messages)
  const years = useEndpoint(planContract.years)
  const counts = { rows: years.data?.rows.length ?? 0, open: years.data?.suggested.length ?? 0 }
  const columns = useYearColumns(years.data?.years ?? [])
  return (
    <Page title={t('years')} lead={t('yearsLead', counts)}>
      <Loaded query={years}>
        {({ rows, suggested }) => (
          <>
            {rows.length === 0 && suggested.length === 0 && <NothingYet />}
            {rows.length > 0 && <LinkedTable rows={rows} columns={columns} />}
            {suggested.length > 0 && (
              <Section title={t('suggested')} aside={<small>{suggested.length}</small>}>
                <Suggestions links={suggested} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function NothingYet() {
  const t = useText(messages)
  return (
    <Empty text={t('noYears')}>
      <Link to="/plans" className="button button--plain">
        {t('toPlans')}
      </Link>
    </Empty>
  )
}

interface LinkedTableProps {
  readonly rows: readonly (readonly YearItem[])[]
  readonly columns: readonly Column<readonly YearItem[]>[]
}

function LinkedTable({ rows, columns }: LinkedTableProps) {
  const t = useText(messages)
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const shown = rows.filter((row) => row.some(({ title, unitName }) => `${title} ${unitName}`.includes(q.trim())))
  return (
    <>
      <div className="toolbar no-print">
        <TextField
          label={t('search')}
          type="search"
          value={q}
          onChange={(event) => void navigate({ search: { q: event.target.value || undefined }, replace: true })}
        />
      </div>
      {shown.length === 0 ? (
        <Empty text={t('noneFound')} />
      ) : (
        <DataTable
          caption={t('years')}
          columns={columns}
          rows={shown}
          rowKey={(row) => row.map(({ itemId }) => itemId).join(' ')}
        />
      )}
    </>
  )
}

function useYearColumns(years: readonly number[]): readonly Column<readonly YearItem[]>[] {
  const t = useText(messages)
  const cell = (item: YearItem | undefined) => item && <YearCell item={item} />
  return [
    { id: 'item', title: t('item'), lead: true, cell: (row) => row.at(-1)?.title },
    { id: 'unit', title: t('unit'), cell: (row) => row.at(-1)?.unitName },
    ...years.map((year): Column<readonly YearItem[]> => ({
      id: String(year),
      title: t('year', { year }),
      cell: (row) => cell(row.find((item) => item.year === year)),
    })),
  ]
}

function YearCell({ item }: { readonly item: YearItem }) {
  const t = useText(messages)
  const { itemId, planId, title, target, achieved, unit, met, closed } = item
  return (
    <span className="years__cell">
      <Link to="/items/$itemId" params={{ itemId }}>
        {target === '' ? title : t('target', { target })}
      </Link>
      {closed ? (
        <Link to="/plans/$planId/account" params={{ planId }}>
          {t('result', { value: achieved === null ? '—' : groupDigits(achieved), unit })}
          {met !== null && `　${t(met ? 'met' : 'missed')}`}
        </Link>
      ) : (
        <small>{t('notClosed')}</small>
      )}
    </span>
  )
}

function Suggestions({ links }: { readonly links: readonly YearLink[] }) {
  const t = useText(messages)
  const me = useMe()
  const decide = useAction(planContract.decideLink)
  const mayDecide = me.data !== undefined && holds(me.data, 'coordinator')
  return (
    <>
      <ErrorNote error={decide.error} />
      <ul className="account__corrections">
        {links.map(({ earlier, later, likeness }) => (
          <li key={`${earlier.itemId} ${later.itemId}`}>
            <span>
              {t('year', { year: earlier.year })} {named(earlier)} → {named(later)}
            </span>
            <small>{likeness !== null && t('alike', { percent: Math.round(likeness * 100) })}</small>
            {mayDecide && (
              <span className="account__deeds no-print">
                {([true, false] as const).map((confirm) => (
                  <Button
                    key={String(confirm)}
                    disabled={decide.isPending}
                    onClick={() =>
                      decide.mutate({
                        body: { earlierItemId: earlier.itemId, laterItemId: later.itemId, confirm },
                      })
                    }
                  >
                    {t(confirm ? 'same' : 'notSame')}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
