import { useEffect, useState } from 'react'
import { planContract, type WirePlanPage } from '#adapters/http/contract/plan'
import { useEndpoint, useText } from '#web/kit'
import { Button, Loaded } from '#web/ui'
import { choices, fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'
import { ListTable, type ListName } from './ListTable.tsx'
import { filterOf } from './PlanPage.tsx'

type Search = Readonly<Record<string, string | undefined>>

const projections = {
  works: [
    ['projects', 'listProjects'],
    ['tasks', 'listTasks'],
    ['policies', 'listPolicies'],
  ],
  duties: [
    ['goals', 'listGoals'],
    ['tasks', 'listTasks'],
    ['duties', 'listDuties'],
  ],
} as const

const kindOf = {
  goals: 'indicator',
  tasks: 'task',
  projects: 'project',
  policies: 'policy',
  duties: undefined,
} as const

interface PlanListsProps {
  readonly page: WirePlanPage
  readonly search: Search
  readonly onSearch: (next: Search) => void
}

/** The three lists in both projections, narrowed by what stands in the address. */
export function PlanLists({ page, search, onSearch }: PlanListsProps) {
  const t = useText(planMessages)
  const view = search['view'] === 'works' ? 'works' : 'duties'
  const tabs = projections[view]
  const list: ListName = tabs.find(([name]) => name === search['list'])?.[0] ?? tabs[0][0]
  const kind = kindOf[list]
  const query = { ...filterOf(search), ...(kind ? { kind } : {}) }
  const items = useEndpoint(
    planContract.items,
    { params: { planId: page.plan.planId }, query },
    { filters: ['campaign', 'unitId', 'role', 'text'] },
  )
  return (
    <div className="lists">
      <div className="lists__views no-print" role="group">
        {(['duties', 'works'] as const).map((name) => (
          <Button
            key={name}
            look={name === view ? 'primary' : 'plain'}
            aria-pressed={name === view}
            onClick={() => onSearch({ view: name, list: undefined, all: undefined })}
          >
            {t(name === 'works' ? 'viewWorks' : 'viewDuties')}
          </Button>
        ))}
      </div>
      <div className="tabs no-print" role="tablist">
        {tabs.map(([name, label]) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="tabs__tab"
            aria-selected={name === list}
            onClick={() => onSearch({ list: name, all: undefined })}
          >
            {t(label)}
          </button>
        ))}
      </div>
      <Filters page={page} search={search} onSearch={onSearch} />
      <Loaded query={items}>
        {({ items: rows }) => (
          <ListTable
            {...{ list, items: rows, campaigns: page.campaigns, unitId: search['unitId'] }}
            whole={[search['all'] === 'yes', () => onSearch({ all: 'yes' })]}
          />
        )}
      </Loaded>
    </div>
  )
}

function Filters({ page, search, onSearch }: PlanListsProps) {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  const choose = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <select
      className="input"
      aria-label={label}
      value={search[name] ?? ''}
      onChange={(event) => onSearch({ [name]: event.target.value || undefined })}
    >
      <option value="">{label}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
  const narrowed = ['campaign', 'unitId', 'role', 'text'].some((name) => search[name] !== undefined)
  return (
    <div className="toolbar lists__filter no-print">
      <SearchBox text={search['text'] ?? ''} onText={(text) => onSearch({ text: text || undefined })} />
      {choose(
        'campaign',
        t('allCampaigns'),
        page.campaigns.map(({ no, name }) => [String(no), name] as const),
      )}
      {choose(
        'unitId',
        t('allUnits'),
        page.units.map((unit) => [unit.unitId, unit.name] as const),
      )}
      {choose(
        'role',
        t('allRoles'),
        choices.role.map((role) => [role, words(role)] as const),
      )}
      {narrowed && (
        <Button
          look="quiet"
          onClick={() => onSearch({ campaign: undefined, unitId: undefined, role: undefined, text: undefined })}
        >
          {t('clearFilter')}
        </Button>
      )}
    </div>
  )
}

const REST_MS = 200

/** Searches when typing rests, so that the address is not rewritten with every key. */
function SearchBox({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const t = useText(planMessages)
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    if (typed === text) return undefined
    const timer = setTimeout(() => onText(typed), REST_MS)
    return () => clearTimeout(timer)
  }, [typed, text, onText])
  return (
    <input
      type="search"
      className="input"
      aria-label={t('searchPinyin')}
      placeholder={t('searchPinyin')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
