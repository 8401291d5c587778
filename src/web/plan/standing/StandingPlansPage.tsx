import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type ParentLink, planContract, type StandingPlan } from '#adapters/http/contract/plan'
import { useEndpoint, useText, When } from '#web/kit'
import { Button, type Column, DataTable, Empty, Loaded, Page } from '#web/ui'
import '../plan.css'
import { standingMessages as messages } from './messages.ts'
import { StandingPlanDialog } from './StandingPlanDialog.tsx'

/** The register of plans from elsewhere, and which items carry each of them out. */
export function StandingPlansPage() {
  const t = useText(messages)
  const register = useEndpoint(planContract.standingPlans)
  const [editing, setEditing] = useState<StandingPlan | 'new' | null>(null)
  const counts = { plans: register.data?.plans.length ?? 0, links: register.data?.links.length ?? 0 }
  return (
    <Page
      title={t('standingPlans')}
      lead={t('lead', counts)}
      actions={register.data?.mayKeep && <Button onClick={() => setEditing('new')}>{t('add')}</Button>}
    >
      <Loaded query={register}>
        {({ plans, links, mayKeep }) =>
          plans.length === 0 ? (
            <Empty text={t('none')} />
          ) : (
            <Register plans={plans} links={links} onEdit={mayKeep ? setEditing : null} />
          )
        }
      </Loaded>
      {editing !== null && (
        <StandingPlanDialog plan={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}

interface RegisterProps {
  readonly plans: readonly StandingPlan[]
  readonly links: readonly ParentLink[]
  readonly onEdit: ((plan: StandingPlan) => void) | null
}

function Register({ plans, links, onEdit }: RegisterProps) {
  const t = useText(messages)
  return (
    <DataTable
      caption={t('standingPlans')}
      columns={useRegisterColumns(links, onEdit)}
      rows={plans}
      rowKey={({ standingPlanId }) => standingPlanId}
    />
  )
}

function useRegisterColumns(
  links: readonly ParentLink[],
  onEdit: RegisterProps['onEdit'],
): readonly Column<StandingPlan>[] {
  const t = useText(messages)
  return [
    { id: 'title', title: t('title'), lead: true, cell: ({ title }) => title },
    { id: 'docNumber', title: t('docNumber'), cell: ({ docNumber }) => docNumber },
    { id: 'body', title: t('body'), cell: ({ body }) => body },
    { id: 'issuedOn', title: t('issuedOn'), cell: ({ issuedOn }) => <When at={issuedOn} /> },
    {
      id: 'items',
      title: t('items'),
      cell: ({ standingPlanId }) => (
        <CarriedOut links={links.filter((link) => link.standingPlanId === standingPlanId)} />
      ),
    },
    {
      id: 'edit',
      title: '',
      cell: (plan) =>
        onEdit && (
          <Button look="quiet" className="no-print" onClick={() => onEdit(plan)}>
            {t('edit')}
          </Button>
        ),
    },
  ]
}

function CarriedOut({ links }: { readonly links: readonly ParentLink[] }) {
  const t = useText(messages)
  return (
    <ul className="list__nodes">
      {links.map(({ linkId, itemId, itemTitle, clause, inForce }) => (
        <li key={linkId}>
          <Link to="/items/$itemId" params={{ itemId }}>
            {itemTitle}
          </Link>{' '}
          <small>
            {clause}
            {!inForce && t('removedItem')}
          </small>
        </li>
      ))}
    </ul>
  )
}
