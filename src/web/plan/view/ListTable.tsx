import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { WireItemRow, WirePlanPage } from '#adapters/http/contract/plan'
import { useLanguage, useText, When } from '#web/kit'
import { type Column, DataTable, Empty, Figure } from '#web/ui'
import { fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'

export type ListName = 'goals' | 'tasks' | 'projects' | 'policies' | 'duties'

interface ListTableProps {
  readonly list: ListName
  readonly items: readonly WireItemRow[]
  readonly campaigns: WirePlanPage['campaigns']
  /** Only this unit's responsibilities, where one is chosen. */
  readonly unitId: string | undefined
  /** Whether all lines stand, and what makes them. */
  readonly whole: readonly [isWhole: boolean, showAll: () => void]
}

/** So many lines stand there before all of them are asked for. */
const FIRST_LINES = 30

/** A line of a list: an item, or an item with one of its units. */
interface Line {
  readonly key: string
  readonly row: WireItemRow
  readonly duty: WireItemRow['duties'][number] | null
}

/** One list as a table; every item leads to its page. */
export function ListTable({ list, items, campaigns, unitId, whole }: ListTableProps) {
  const t = useText(planMessages)
  const navigate = useNavigate()
  const columns = useColumns(list, campaigns)
  const lines = list === 'duties' ? dutyLines(items, unitId) : items.map(asLine)
  if (lines.length === 0) return <Empty text={t('listEmpty')} />
  return (
    <>
      <p className="lists__count">{t('resultCount', { count: lines.length })}</p>
      <DataTable
        caption={t('items')}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.key}
        atFirst={FIRST_LINES}
        whole={whole}
        onOpen={(line) => void navigate({ to: '/items/$itemId', params: { itemId: line.row.item.itemId } })}
      />
    </>
  )
}

const asLine = (row: WireItemRow): Line => ({ key: row.item.itemId, row, duty: null })

/** Unit by unit, in the order in which the plan names them. */
function dutyLines(items: readonly WireItemRow[], unitId: string | undefined): Line[] {
  const lines = items.flatMap((row) =>
    row.duties
      .filter((duty) => unitId === undefined || duty.unitId === unitId)
      .map((duty): Line => ({ key: `${row.item.itemId} ${duty.unitId}`, row, duty })),
  )
  const order = new Map<string, number>()
  for (const { duty } of lines) if (duty && !order.has(duty.unitId)) order.set(duty.unitId, order.size)
  return lines.sort((a, b) => (order.get(a.duty?.unitId ?? '') ?? 0) - (order.get(b.duty?.unitId ?? '') ?? 0))
}

function useColumns(list: ListName, campaigns: WirePlanPage['campaigns']): readonly Column<Line>[] {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  const names = new Map(campaigns.map((campaign) => [campaign.no, campaign.name]))
  const title: Column<Line> = {
    id: 'title',
    title: t(titles[list]),
    lead: true,
    cell: (line) => <ItemLink row={line.row} />,
  }
  const campaign: Column<Line> = {
    id: 'campaign',
    title: t('fieldCampaign'),
    cell: ({ row }) => (
      <span className="list__campaign">{names.get(row.item.campaignNo ?? -1) ?? t('noCampaign')}</span>
    ),
  }
  const byRole = (role: 'lead' | 'responsible' | 'support'): Column<Line> => ({
    id: role,
    title: words(role),
    cell: ({ row }) => <Units row={row} role={role} />,
  })
  const promise: Column<Line> = {
    id: 'promise',
    title: t(list === 'goals' ? 'goal' : 'timeNodes'),
    cell: ({ row }) => <Promised row={row} />,
  }
  if (list === 'duties') {
    const unit: Column<Line> = { id: 'unit', title: t('unit'), cell: ({ duty }) => duty?.unit }
    const role: Column<Line> = { id: 'role', title: t('duties'), cell: ({ duty }) => duty && words(duty.role) }
    return [unit, role, title, { ...promise, title: t('goal') }, campaign]
  }
  const persons: Column<Line> = {
    id: 'persons',
    title: t('leaderInCharge'),
    cell: ({ row }) => [row.item.leaderInCharge, row.item.responsiblePerson].filter(Boolean).join(' / ') || '—',
  }
  return [
    title,
    promise,
    ...ownColumns(list, t, words),
    byRole('lead'),
    byRole('responsible'),
    byRole('support'),
    persons,
    campaign,
  ]
}

const titles = {
  goals: 'tabIndicator',
  tasks: 'tabTask',
  projects: 'tabProject',
  policies: 'tabPolicy',
  duties: 'items',
} as const

function ownColumns(
  list: ListName,
  t: (key: keyof typeof planMessages) => string,
  words: (key: keyof typeof fieldWords) => string,
): Column<Line>[] {
  if (list === 'projects') {
    return [
      {
        id: 'investment',
        title: t('investment'),
        figure: true,
        cell: ({ row }) => row.item.kind === 'project' && <Figure value={row.item.investment} />,
      },
      { id: 'stage', title: t('stage'), cell: ({ row }) => row.item.kind === 'project' && words(row.item.stage) },
    ]
  }
  if (list === 'policies') {
    return [
      {
        id: 'action',
        title: t('policyAction'),
        cell: ({ row }) => row.item.kind === 'policy' && words(row.item.action),
      },
      { id: 'body', title: t('policyBody'), cell: ({ row }) => (row.item.kind === 'policy' && row.item.body) || '—' },
    ]
  }
  if (list !== 'goals') return []
  const indicatorWord =
    (field: 'origin' | 'frequency') =>
    ({ row }: Line) =>
      row.item.kind === 'indicator' && (
        <span className="list__target">
          {words(field === 'origin' ? row.item.origin : row.item.frequency).split(/[，:]/)[0]}
        </span>
      )
  return [
    { id: 'origin', title: t('fieldOrigin'), cell: indicatorWord('origin') },
    { id: 'frequency', title: t('fieldFrequency'), cell: indicatorWord('frequency') },
  ]
}

const alsoLists = { task: 'tasks', project: 'projects', policy: 'policies' } as const

function ItemLink({ row }: { readonly row: WireItemRow }) {
  const t = useText(planMessages)
  const { planId = '' } = useParams({ strict: false })
  const { item } = row
  return (
    <>
      <Link className="plan-link" to="/items/$itemId" params={{ itemId: item.itemId }}>
        {item.title}
      </Link>{' '}
      {item.sentence && (
        <Link
          className="list__source"
          to="/plans/$planId/text"
          params={{ planId }}
          search={{ item: item.itemId }}
          title={item.quote}
        >
          {t('source')}
        </Link>
      )}
      {row.alsoIn.map((list) => (
        <span key={list} className="chip">
          {t('alsoIn', { list: t(titles[alsoLists[list]]) })}
        </span>
      ))}
    </>
  )
}

function Promised({ row }: { readonly row: WireItemRow }) {
  const { language } = useLanguage()
  const { item } = row
  if (row.target) return <span className="list__target">{row.target[language]}</span>
  if (item.timeNodes.length === 0) return <>—</>
  return (
    <ul className="list__nodes">
      {item.timeNodes.map((node) => (
        <li key={`${node.due} ${node.label}`}>
          <When at={node.due} /> {node.label}
        </li>
      ))}
    </ul>
  )
}

function Units({ row, role }: { readonly row: WireItemRow; readonly role: string }) {
  const t = useText(planMessages)
  const units = row.duties.filter((duty) => duty.role === role)
  if (units.length === 0) return <>—</>
  const open = role === 'responsible' && row.item.openList ? t('andOthers') : ''
  return <span className="list__units">{units.map((duty) => duty.unit).join('、') + open}</span>
}
