import { useText } from '#web/kit'
import { supervisionMessages as messages } from './messages.ts'

/** What the address of a list says. */
export interface ListSearch {
  readonly all?: boolean | undefined
  readonly mine?: boolean | undefined
  readonly overdue?: boolean | undefined
}

interface ListFiltersProps {
  readonly search: ListSearch
  readonly openLabel: 'open' | 'openOrders'
  readonly onChange: (search: ListSearch) => void
}

/** The query that an address asks for. */
export function listQuery({ all, mine, overdue }: ListSearch) {
  const flag = (value: boolean | undefined) => (value === true ? ('true' as const) : undefined)
  return { open: all === true ? undefined : ('true' as const), mine: flag(mine), overdue: flag(overdue) }
}

/** Open or all, mine, overdue: each one press, each in the address. */
export function ListFilters({ search, openLabel, onChange }: ListFiltersProps) {
  const t = useText(messages)
  const choices = [
    { label: t(openLabel), on: search.all !== true, next: { ...search, all: undefined } },
    { label: t('all'), on: search.all === true, next: { ...search, all: true } },
    { label: t('mine'), on: search.mine === true, next: { ...search, mine: search.mine ? undefined : true } },
    {
      label: t('overdue'),
      on: search.overdue === true,
      next: { ...search, overdue: search.overdue ? undefined : true },
    },
  ]
  return (
    <div className="toggles no-print" role="group">
      {choices.map(({ label, on, next }) => (
        <button key={label} type="button" className="toggles__one" aria-pressed={on} onClick={() => onChange(next)}>
          {label}
        </button>
      ))}
    </div>
  )
}
