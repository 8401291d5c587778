import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { type PeriodView, reportingContract } from '#adapters/http/contract/reporting'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Button, Loaded, Page, Section } from '#web/ui'
import { CorrectionList } from './CorrectionList.tsx'
import { countsOf, isLate } from './period-counts.ts'
import { OutsideBodies } from './filled-sheets/OutsideBodies.tsx'
import { PeriodLines } from './PeriodLines.tsx'
import { periodMessages as messages } from './period-messages.ts'
import { SettleDialog } from './SettleDialog.tsx'
import './reporting.css'
import { UnitTable } from './UnitTable.tsx'
import { useWords } from './words.ts'

/** One period for whoever runs it: who is silent, what waits, what came late; then close and seal. */
export function PeriodPage({ cadenceId, periodId }: { readonly cadenceId: string; readonly periodId: string }) {
  const t = useText(messages)
  const words = useWords()
  const view = useEndpoint(reportingContract.period, { params: { cadenceId, periodId } })
  return (
    <Page
      title={`${words.period(periodId)} · ${t('periods')}`}
      lead={view.data && <Completeness view={view.data} />}
      actions={
        <>
          <Link to="/periods" className="button">
            {t('back')}
          </Link>
          {view.data && <Settle view={view.data} />}
        </>
      }
    >
      <Loaded query={view}>{(data) => <PeriodParts view={data} />}</Loaded>
    </Page>
  )
}

function Completeness({ view }: { readonly view: PeriodView }) {
  const t = useText(messages)
  const words = useWords()
  const { state, dueAt, sealSeq, sealHash } = view.period
  return (
    <>
      {t(state)} ·{' '}
      {isLate(view.period, words.now)
        ? t('lateSince', { moment: words.moment(dueAt) })
        : `${t('dueAt')} ${words.moment(dueAt)}`}{' '}
      · {t('completeness', countsOf(view))}
      {sealSeq !== null && (
        <span className="chain">
          {t('seal')} {t('sealNo', { seq: sealSeq })} {sealHash}
        </span>
      )}
    </>
  )
}

function Settle({ view }: { readonly view: PeriodView }) {
  const t = useText(messages)
  const me = useMe()
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const { state, dueAt } = view.period
  if (state === 'sealed' || !me.data || !holds(me.data, 'coordinator')) return null
  const isEarly = state === 'open' && Date.parse(words.now) < Date.parse(dueAt)
  return (
    <>
      {isEarly && <span className="sheet__due">{t('notDueYet', { moment: words.moment(dueAt) })}</span>}
      <Button look="primary" disabled={isEarly} onClick={() => setOpen(true)}>
        {t(state === 'open' ? 'close' : 'seal')}
      </Button>
      {isOpen && <SettleDialog view={view} onClose={() => setOpen(false)} />}
    </>
  )
}

function PeriodParts({ view }: { readonly view: PeriodView }) {
  const t = useText(messages)
  const { burden, corrections, lines } = view
  const open = [
    ...lines.filter((line) => line.outcome === 'silent'),
    ...lines.filter((line) => line.outcome === 'pending'),
  ]
  return (
    <>
      {burden && <p className="sheet__burden">{t('burden', { who: burden.askedBy, units: burden.units })}</p>}
      <Section title={t('byUnit')}>
        <UnitTable units={view.units} />
      </Section>
      {view.period.state === 'open' && <OutsideBodies {...view.period} />}
      <Section title={t('exceptions')} aside={<span className="chip">{open.length}</span>}>
        {open.length === 0 ? <p className="empty">{t('allReported')}</p> : <PeriodLines view={view} lines={open} />}
      </Section>
      {view.period.state === 'sealed' && (
        <Section title={t('corrections')}>
          {corrections.length === 0 ? (
            <p className="sheet__burden">{t('noCorrections')}</p>
          ) : (
            <CorrectionList corrections={corrections} />
          )}
        </Section>
      )}
      <Section title={t('reports')}>
        <PeriodLines view={view} lines={lines} />
      </Section>
    </>
  )
}
