import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { planContract, type YearPlan, type YearPlanItem } from '#adapters/http/contract/plan'
import { addressOf, holds, useAction, useEndpoint, useMe, useText, When } from '#web/kit'
import { Button, type Column, DataTable, Empty, ErrorNote, Loaded, Page, Section, SelectField } from '#web/ui'
import { usePageSearch } from '../use-page-search.ts'
import '../plan.css'
import { MeasureDialog } from './MeasureDialog.tsx'
import { yearMessages as messages } from './messages.ts'
import { ReceiptList } from './ReceiptList.tsx'

const route = getRouteApi('/frame/year-plan')

/** A unit's own year: everything that it has to do from all plans, its own measures, and what it has signed for. */
export function YearPlanPage() {
  const t = useText(messages)
  const me = useMe()
  const search = route.useSearch()
  const own = [...new Set(me.data?.roles.flatMap(({ role, unitId }) => (isUnitRole(role) && unitId ? [unitId] : [])))]
  const unitId = search.unit ?? own[0]
  const isSteering = me.data !== undefined && holds(me.data, 'coordinator')
  const chooser = <UnitChooser own={own} all={isSteering} unitId={unitId} />
  return unitId ? (
    <UnitYear key={unitId} unitId={unitId} chooser={chooser} isSteering={isSteering} />
  ) : (
    <Page title={t('plain')} actions={chooser}>
      <Empty text={t('noUnit')} />
      {isSteering && <ReceiptList />}
    </Page>
  )
}

const isUnitRole = (role: string): boolean => role === 'reporter' || role === 'signer'

interface UnitChooserProps {
  readonly own: readonly string[]
  readonly all: boolean
  readonly unitId: string | undefined
}

function UnitChooser({ own, all, unitId }: UnitChooserProps) {
  const t = useText(messages)
  const [, change] = usePageSearch()
  const units = useEndpoint(organisationContract.units)
  if (!all && own.length < 2) return null
  const known = (units.data?.units ?? []).filter((unit) => unit.kind !== 'group' && (all || own.includes(unit.unitId)))
  const options = known.map((unit) => ({ value: unit.unitId, label: unit.name }))
  return (
    <SelectField
      label={t('unit')}
      options={[{ value: '', label: t('chooseUnit') }, ...options]}
      value={unitId ?? ''}
      onChange={(event) => change({ unit: event.target.value || undefined })}
    />
  )
}

interface UnitYearProps {
  readonly unitId: string
  readonly chooser: ReactNode
  readonly isSteering: boolean
}

function UnitYear({ unitId, chooser, isSteering }: UnitYearProps) {
  const t = useText(messages)
  const year = useEndpoint(planContract.yearPlan, { params: { unitId } })
  return (
    <Loaded query={year} title={t('plain')}>
      {(found) => (
        <Page
          title={t('title', { unit: found.unitName })}
          lead={t('lead', countsOf(found))}
          actions={
            <>
              {chooser}
              <a
                className="button button--plain"
                href={addressOf(planContract.yearPlanDocx, { params: { unitId } })}
                download
              >
                {t('docx')}
              </a>
              <Button onClick={() => window.print()}>{t('print')}</Button>
            </>
          }
        >
          {found.parts.length === 0 && <Empty text={t('nothing')} />}
          {found.parts.map((part) => (
            <PlanPart key={part.planId} part={part} year={found} />
          ))}
          {isSteering && <ReceiptList />}
        </Page>
      )}
    </Loaded>
  )
}

function countsOf({ parts }: YearPlan) {
  const items = parts.flatMap((part) => part.items)
  return { plans: parts.length, items: items.length, reports: items.filter((item) => item.reports).length }
}

type Part = YearPlan['parts'][number]

function PlanPart({ part, year }: { readonly part: Part; readonly year: YearPlan }) {
  const t = useText(messages)
  const [editing, setEditing] = useState<Editing | null>(null)
  return (
    <Section title={part.title} aside={<Receipt part={part} year={year} />}>
      <DataTable
        caption={part.title}
        columns={columnsOf(t, year.isOwn ? setEditing : null)}
        rows={part.items}
        rowKey={(item) => item.itemId}
      />
      {editing && <MeasureDialog {...editing} unitId={year.unitId} onClose={() => setEditing(null)} />}
    </Section>
  )
}

function Receipt({ part, year }: { readonly part: Part; readonly year: YearPlan }) {
  const t = useText(messages)
  const receive = useAction(planContract.receivePlan)
  const { planId, version, receipt } = part
  const isCurrent = receipt?.version === version
  return (
    <span className="year__receipt">
      {t('version', { version })} ·{' '}
      {receipt === null
        ? t('notReceived')
        : t('received', {
            who: receipt.signedByName,
            moment: receipt.signedAt,
            version: receipt.version,
          })}
      {receipt !== null && !isCurrent && ` · ${t('outdated', { version })}`}
      {year.isOwn && !isCurrent && (
        <Button
          look="primary"
          className="no-print"
          disabled={receive.isPending}
          onClick={() => receive.mutate({ params: { planId }, body: { unitId: year.unitId, version } })}
        >
          {t('receive')}
        </Button>
      )}
      <ErrorNote error={receive.error} />
    </span>
  )
}

interface Editing {
  readonly item: YearPlanItem
  readonly measure: YearPlanItem['measures'][number] | null
}

type Text = ReturnType<typeof useText<typeof messages>>

function columnsOf(t: Text, onEdit: ((editing: Editing) => void) | null): readonly Column<YearPlanItem>[] {
  const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '~': '≈' }
  return [
    {
      id: 'item',
      title: t('item'),
      lead: true,
      cell: ({ itemId, title, path }) => (
        <>
          <Link to="/items/$itemId" params={{ itemId }}>
            {title}
          </Link>{' '}
          <small>{path}</small>
        </>
      ),
    },
    {
      id: 'role',
      title: t('role'),
      cell: ({ role, reports }) => (
        <span className="nowrap">
          {t(`${role}_`)}
          {reports && ` · ${t('reports')}`}
        </span>
      ),
    },
    {
      id: 'target',
      title: t('target'),
      cell: ({ target }) =>
        target?.value == null ? '' : `${signs[target.op] ?? target.op}${target.value}${target.unit}`,
    },
    {
      id: 'nodes',
      title: t('nodes'),
      cell: ({ nodes }) => (
        <>
          {nodes.map(({ label, due }) => (
            <div key={`${due} ${label}`}>
              <When at={due} /> {label}
            </div>
          ))}
        </>
      ),
    },
    { id: 'measures', title: t('measures'), cell: (item) => <Measures item={item} onEdit={onEdit} /> },
  ]
}

function Measures({
  item,
  onEdit,
}: {
  readonly item: YearPlanItem
  readonly onEdit: ((editing: Editing) => void) | null
}) {
  const t = useText(messages)
  const me = useMe()
  const today = me.data?.region.today ?? ''
  return (
    <ul className="year__measures">
      {item.measures.map((measure) => (
        <li key={measure.measureId}>
          {measure.title}{' '}
          <small className={measure.doneOn === null && measure.dueOn < today ? 'is-over' : undefined}>
            {measure.responsible}{' '}
            {measure.doneOn ? t('done', { day: measure.doneOn }) : t('until', { day: measure.dueOn })}
          </small>
          {onEdit && (
            <Button look="quiet" className="no-print" onClick={() => onEdit({ item, measure })}>
              {t('edit')}
            </Button>
          )}
        </li>
      ))}
      {onEdit && (
        <li className="no-print">
          <Button look="quiet" onClick={() => onEdit({ item, measure: null })}>
            {t('addMeasure')}
          </Button>
        </li>
      )}
    </ul>
  )
}
