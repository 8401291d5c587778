import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { type PeriodSummary, reportingContract } from '#adapters/http/contract/reporting'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable, Empty, Loaded, Page, Section } from '#web/ui'
import { CadenceForm } from './CadenceForm.tsx'
import { CadenceHead } from './CadenceHead.tsx'
import { CorrectionList } from './CorrectionList.tsx'
import { OpenNext } from './OpenNext.tsx'
import { isLate } from './period-counts.ts'
import { periodMessages as messages } from './period-messages.ts'
import './reporting.css'
import { rhythmMessages } from './rhythm-messages.ts'
import './rhythm.css'
import { useWords } from './words.ts'

type Text = ReturnType<typeof useText<typeof messages>>

/** All rhythms with their periods: open the next one, go to any, and see where the chain of seals ends. */
export function PeriodsPage() {
  const t = useText(messages)
  const me = useMe()
  const periods = useEndpoint(reportingContract.periods)
  const corrections = useEndpoint(reportingContract.corrections)
  const mayRun = me.data !== undefined && holds(me.data, 'coordinator')
  const waiting = (corrections.data?.corrections ?? []).filter((one) => !one.approvedAt && !one.refusedAt)
  return (
    <Page title={t('periods')} lead={t('periodsLead')}>
      <Loaded query={periods}>
        {({ cadences, head }) => (
          <>
            {cadences.length === 0 && (
              <Empty text={t('noCadence')}>
                <p>{t('noCadenceText')}</p>
              </Empty>
            )}
            {mayRun && <NewCadence isFirst={cadences.length === 0} />}
            {cadences.map(({ cadence, periods: list, nextPeriodId, opensNext }) => (
              <Section key={cadence.cadenceId} title={`${cadence.planTitle} · ${cadence.name}`}>
                <CadenceHead cadence={cadence} opensNext={opensNext} mayRun={mayRun} />
                {mayRun && nextPeriodId !== null && <OpenNext cadenceId={cadence.cadenceId} periodId={nextPeriodId} />}
                {list.length > 0 && <PeriodTable periods={list} />}
              </Section>
            ))}
            {waiting.length > 0 && (
              <Section title={t('corrections')}>
                <CorrectionList corrections={waiting} />
              </Section>
            )}
            <p className="chain">
              {head ? `${t('head', { seq: head.seq, hash: head.hash })}　${t('headText')}` : t('noSeal')}
            </p>
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** Where there is no rhythm yet the form stands open; a further one is one press away. */
function NewCadence({ isFirst }: { readonly isFirst: boolean }) {
  const t = useText(rhythmMessages)
  const [isOpen, setOpen] = useState(false)
  if (!isFirst && !isOpen) {
    return (
      <p className="no-print">
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t('addTitle')}
        </Button>
      </p>
    )
  }
  return (
    <Section title={t(isFirst ? 'firstTitle' : 'addTitle')}>
      <CadenceForm onDone={() => setOpen(false)} />
    </Section>
  )
}

function PeriodTable({ periods }: { readonly periods: readonly PeriodSummary[] }) {
  const t = useText(messages)
  const words = useWords()
  return (
    <DataTable
      caption={t('periods')}
      columns={columnsOf(t, words)}
      rows={periods}
      rowKey={({ cadenceId, periodId }) => `${cadenceId} ${periodId}`}
    />
  )
}

function columnsOf(t: Text, words: ReturnType<typeof useWords>): readonly Column<PeriodSummary>[] {
  return [
    {
      id: 'period',
      title: t('period'),
      cell: ({ cadenceId, periodId }) => (
        <Link to="/periods/$cadenceId/$periodId" params={{ cadenceId, periodId }}>
          {words.period(periodId)}
        </Link>
      ),
    },
    { id: 'due', title: t('dueAt'), cell: ({ dueAt }) => words.moment(dueAt) },
    {
      id: 'state',
      title: t('state'),
      cell: ({ state, dueAt }) => (
        <>
          <span className="period__state">{t(state)}</span>
          {isLate({ state, dueAt }, words.now) && (
            <span className="sheet__due"> {t('lateSince', { moment: words.moment(dueAt) })}</span>
          )}
        </>
      ),
    },
    {
      id: 'seal',
      title: t('seal'),
      cell: ({ sealSeq, sealHash }) =>
        sealSeq !== null && (
          <span className="seal" title={sealHash ?? ''}>
            {t('sealNo', { seq: sealSeq })} <code>{sealHash?.slice(0, 12)}</code>
          </span>
        ),
    },
  ]
}
