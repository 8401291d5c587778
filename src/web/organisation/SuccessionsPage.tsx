import { useState } from 'react'
import { type DelegationView, type HandoverView, successionContract } from '#adapters/http/contract/organisation'
import { useAction, useEndpoint, useMe, useText, When } from '#web/kit'
import { Button, type Column, DataTable, ErrorNote, Loaded, Page, Section } from '#web/ui'
import { DelegationDialog } from './DelegationDialog.tsx'
import { HandoverDialog } from './HandoverDialog.tsx'
import './organisation.css'
import { roleWords, useSuccessionText } from './role-words.ts'
import { successionMessages as messages } from './succession-messages.ts'

/** What passes from one person to another, for good or for a while. */
export function SuccessionsPage() {
  const t = useText(messages)
  const me = useMe()
  const found = useEndpoint(successionContract.successions)
  const [opened, setOpened] = useState<'handOver' | 'lend' | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const accountId = me.data?.account?.accountId ?? ''
  const mayMake = found.data !== undefined && !found.data.mayDecide
  return (
    <Page
      title={t('successions')}
      lead={t('successionsLead')}
      actions={
        mayMake && (
          <>
            <Button onClick={() => setOpened('handOver')}>{t('handOver')}</Button>
            <Button onClick={() => setOpened('lend')}>{t('lend')}</Button>
          </>
        )
      }
    >
      {code !== null && <p className="note">{t('codeText', { code })}</p>}
      <Loaded query={found}>
        {({ handovers, delegations, mayDecide, mayForOthers }) => (
          <>
            <Section title={t('handovers')}>
              <Handovers rows={handovers} mayDecide={mayDecide} onCode={setCode} />
            </Section>
            <Section title={t('delegations')}>
              <Delegations rows={delegations} mayDecide={mayDecide} onCode={setCode} />
            </Section>
            {opened === 'handOver' && (
              <HandoverDialog self={accountId} mayForOthers={mayForOthers} onClose={() => setOpened(null)} />
            )}
            {opened === 'lend' && (
              <DelegationDialog self={accountId} mayForOthers={mayForOthers} onClose={() => setOpened(null)} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

interface ListProps<Row> {
  readonly rows: readonly Row[]
  readonly mayDecide: boolean
  readonly onCode: (code: string | null) => void
}

function Handovers({ rows, mayDecide, onCode }: ListProps<HandoverView>) {
  const t = useText(messages)
  const decide = useAction(successionContract.decideHandover)
  const withdraw = useAction(successionContract.withdrawHandover)
  const deeds = (row: HandoverView) => {
    const params = { handoverId: row.handoverId }
    const rule = (confirm: boolean) =>
      decide.mutate({ params, body: { confirm } }, { onSuccess: ({ code }) => onCode(code) })
    return (
      <>
        {mayDecide && row.outcome === null && <Ruling onRule={rule} busy={decide.isPending} />}
        {row.mayWithdraw && (
          <Button look="quiet" onClick={() => withdraw.mutate({ params })}>
            {t('withdraw')}
          </Button>
        )}
      </>
    )
  }
  const columns = useHandoverColumns(deeds)
  if (rows.length === 0) return <p className="quiet">{t('noHandovers')}</p>
  return (
    <>
      <ErrorNote error={decide.error ?? withdraw.error} />
      <DataTable caption={t('handovers')} columns={columns} rows={rows} rowKey={(row) => row.handoverId} />
    </>
  )
}

function useHandoverColumns(deeds: Column<HandoverView>['cell']): readonly Column<HandoverView>[] {
  const t = useText(messages)
  const words = useSuccessionText()
  const what = (row: HandoverView) => (
    <>
      {[...row.roles.map((role) => roleWords(role, words)), ...row.postTitles].join('、')}
      {row.note && <div className="quiet">{row.note}</div>}
      <details>
        <summary>{t('inHand', { count: row.inHand.length })}</summary>
        <InHandList inHand={row.inHand} />
      </details>
    </>
  )
  return [
    { id: 'who', title: t('who'), cell: (row) => t('passes', { from: row.fromName, to: row.toName }) },
    { id: 'what', title: t('what'), cell: what },
    { id: 'when', title: t('when'), cell: (row) => <When at={row.onDate} /> },
    { id: 'state', title: t('state'), cell: (row) => t(row.outcome ?? 'waiting') },
    { id: 'deeds', title: '', cell: deeds },
  ]
}

/** What is open and goes along. */
export function InHandList({ inHand }: Pick<HandoverView, 'inHand'>) {
  const t = useText(messages)
  if (inHand.length === 0) return <p className="quiet">{t('inHandNone')}</p>
  return (
    <ul className="org-list">
      {inHand.map(({ kind, title, unitName, due }, index) => (
        <li key={index}>
          {t(kind)} {title}{' '}
          <span className="quiet">
            {unitName} <When at={due} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Delegations({ rows, mayDecide, onCode }: ListProps<DelegationView>) {
  const t = useText(messages)
  const decide = useAction(successionContract.decideDelegation)
  const end = useAction(successionContract.endDelegation)
  const deeds = (row: DelegationView) => {
    const params = { delegationId: row.delegationId }
    const rule = (confirm: boolean) =>
      decide.mutate({ params, body: { confirm } }, { onSuccess: ({ code }) => onCode(code) })
    return (
      <>
        {mayDecide && row.state === 'waiting' && <Ruling onRule={rule} busy={decide.isPending} />}
        {row.mayEnd && !(mayDecide && row.state === 'waiting') && (
          <Button look="quiet" onClick={() => end.mutate({ params })}>
            {t(row.state === 'waiting' ? 'withdraw' : 'end')}
          </Button>
        )}
      </>
    )
  }
  const columns = useDelegationColumns(deeds)
  if (rows.length === 0) return <p className="quiet">{t('noDelegations')}</p>
  return (
    <>
      <ErrorNote error={decide.error ?? end.error} />
      <DataTable caption={t('delegations')} columns={columns} rows={rows} rowKey={(row) => row.delegationId} />
    </>
  )
}

function useDelegationColumns(deeds: Column<DelegationView>['cell']): readonly Column<DelegationView>[] {
  const t = useText(messages)
  const words = useSuccessionText()
  const what = (row: DelegationView) => (
    <>
      {roleWords(row, words)}
      {row.reason && <div className="quiet">{row.reason}</div>}
    </>
  )
  return [
    { id: 'who', title: t('who'), cell: (row) => t('passes', { from: row.holderName, to: row.toName }) },
    { id: 'what', title: t('what'), cell: what },
    { id: 'when', title: t('when'), cell: ({ from, last }) => t('days', { from, last }) },
    { id: 'state', title: t('state'), cell: (row) => t(row.state) },
    { id: 'deeds', title: '', cell: deeds },
  ]
}

function Ruling({ onRule, busy }: { readonly onRule: (confirm: boolean) => void; readonly busy: boolean }) {
  const t = useText(messages)
  return (
    <>
      <Button look="primary" disabled={busy} onClick={() => onRule(true)}>
        {t('confirm')}
      </Button>
      <Button look="quiet" disabled={busy} onClick={() => onRule(false)}>
        {t('refuse')}
      </Button>
    </>
  )
}
