import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import { localDateAt } from '#core/kit'
import { holds, useAction, useEndpoint, useMe, useText, When } from '#web/kit'
import { Button, type Column, DataTable, Dialog, Empty, ErrorNote, Loaded, Page, Section } from '#web/ui'
import { DropZone } from './DropZone.tsx'
import { planMessages } from './messages.ts'
import './plan.css'

type Plan = (typeof planContract.plans.output)['_output']['plans'][number]
type Draft = (typeof planContract.drafts.output)['_output']['drafts'][number]

/** Plans in force, drafts under review, and the way in for an issued file. */
export function PlansPage() {
  const me = useMe()
  return (
    <Loaded query={me}>
      {(known) => <Plans mayEdit={holds(known, 'coordinator')} zone={known.region.timeZone} />}
    </Loaded>
  )
}

function Plans({ mayEdit, zone }: { readonly mayEdit: boolean; readonly zone: string }) {
  const t = useText(planMessages)
  const plans = useEndpoint(planContract.plans)
  const drafts = useEndpoint(planContract.drafts, {}, { enabled: mayEdit })
  const open = (drafts.data?.drafts ?? []).filter((draft) => draft.state === 'open')
  const counts = { plans: plans.data?.plans.length ?? 0, drafts: open.length }
  return (
    <Page
      title={t('plans')}
      lead={mayEdit ? t('plansLead', counts) : ''}
      actions={
        <Link to="/years" className="button button--plain">
          {t('yearToYear')}
        </Link>
      }
    >
      {mayEdit && <DropZone />}
      <Section title={t('inForce')}>
        <Loaded query={plans}>{(data) => <PlanTable plans={data.plans} zone={zone} />}</Loaded>
      </Section>
      {mayEdit && (
        <Section title={t('drafts')}>
          <Loaded query={drafts}>{() => <DraftTable drafts={open} zone={zone} />}</Loaded>
        </Section>
      )}
    </Page>
  )
}

function PlanTable({ plans, zone }: { readonly plans: readonly Plan[]; readonly zone: string }) {
  const t = useText(planMessages)
  const navigate = useNavigate()
  const columns = usePlanColumns(zone)
  if (plans.length === 0) return <Empty text={t('noPlans')} />
  return (
    <DataTable
      caption={t('inForce')}
      columns={columns}
      rows={plans}
      rowKey={(plan) => plan.planId}
      onOpen={(plan) => void navigate({ to: '/plans/$planId', params: { planId: plan.planId } })}
    />
  )
}

function DraftTable({ drafts, zone }: { readonly drafts: readonly Draft[]; readonly zone: string }) {
  const t = useText(planMessages)
  const [discarding, setDiscarding] = useState<Draft | null>(null)
  const columns = useDraftColumns(zone, setDiscarding)
  if (drafts.length === 0) return <Empty text={t('noDrafts')} />
  return (
    <>
      <DataTable caption={t('drafts')} columns={columns} rows={drafts} rowKey={(draft) => draft.draftId} />
      {discarding && <DiscardDialog draftId={discarding.draftId} onClose={() => setDiscarding(null)} />}
    </>
  )
}

function usePlanColumns(zone: string): readonly Column<Plan>[] {
  const t = useText(planMessages)
  return [
    {
      id: 'title',
      title: t('title'),
      cell: (plan) => (
        <Link className="plan-link" to="/plans/$planId" params={{ planId: plan.planId }}>
          {plan.title}
        </Link>
      ),
    },
    { id: 'year', title: t('year'), figure: true, cell: (plan) => plan.year },
    { id: 'version', title: t('version'), figure: true, cell: (plan) => plan.version },
    { id: 'items', title: t('items'), figure: true, cell: (plan) => plan.items },
    {
      id: 'published',
      title: t('publishedAt'),
      figure: true,
      cell: (plan) => <When at={localDateAt(plan.publishedAt, zone)} />,
    },
  ]
}

function useDraftColumns(zone: string, onDiscard: (draft: Draft) => void): readonly Column<Draft>[] {
  const t = useText(planMessages)
  return [
    {
      id: 'title',
      title: t('title'),
      cell: (draft) => (
        <Link className="plan-link" to="/drafts/$draftId" params={{ draftId: draft.draftId }}>
          {draft.title || t('untitled')}
          {draft.planId !== null && <span className="chip">{t('amends')}</span>}
        </Link>
      ),
    },
    { id: 'file', title: t('file'), cell: (draft) => draft.fileName },
    { id: 'items', title: t('items'), figure: true, cell: (draft) => draft.items },
    {
      id: 'by',
      title: t('loadedBy'),
      cell: (draft) => (
        <>
          {draft.createdByName} <When at={localDateAt(draft.createdAt, zone)} />
        </>
      ),
    },
    {
      id: 'actions',
      title: '',
      cell: (draft) => (
        <Button look="quiet" onClick={() => onDiscard(draft)}>
          {t('discard')}
        </Button>
      ),
    },
  ]
}

function DiscardDialog({ draftId, onClose }: { readonly draftId: string; readonly onClose: () => void }) {
  const t = useText(planMessages)
  const discard = useAction(planContract.discardDraft)
  return (
    <Dialog
      title={t('discard')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" onClick={() => discard.mutate({ params: { draftId } }, { onSuccess: onClose })}>
            {t('discard')}
          </Button>
        </>
      }
    >
      <p>{t('discardAsk')}</p>
      <ErrorNote error={discard.error} />
    </Dialog>
  )
}
