import { useState } from 'react'
import { type ItemDuties as Duties, reportingContract } from '#adapters/http/contract/reporting'
import { useEndpoint, useText } from '#web/kit'
import { Button, Section } from '#web/ui'
import '../reporting.css'
import { useWords } from '../words.ts'
import { BlockageList } from './BlockageList.tsx'
import { DisputeList } from './DisputeList.tsx'
import { ChooseReportingDialog } from './ChooseReportingDialog.tsx'
import { responsibilityMessages as messages } from './messages.ts'
import { NotOursDialog } from './NotOursDialog.tsx'
import { RaiseBlockageDialog } from './RaiseBlockageDialog.tsx'
import { VoiceWords } from './VoiceWords.tsx'

interface ItemDutiesProps {
  readonly itemId: string
  readonly title: string
}

/** Who reports an item to whom by when, what other units say of it, what is disputed and what blocks it. */
export function ItemDuties({ itemId, title }: ItemDutiesProps) {
  const { data: duties } = useEndpoint(reportingContract.itemDuties, { params: { itemId } })
  return duties ? <Parts itemId={itemId} title={title} duties={duties} /> : null
}

type PartsProps = ItemDutiesProps & { readonly duties: Duties }

function Parts(props: PartsProps) {
  const t = useText(messages)
  const words = useWords()
  const { duties } = props
  return (
    <>
      <Section title={t('line')} aside={<Deeds {...props} />}>
        <ReportingLine duties={duties} />
        {duties.heard.map(({ periodId, voices }) => (
          <div key={periodId}>
            <p className="sheet__burden">{t('voicesOf', { period: words.period(periodId) })}</p>
            <VoiceWords voices={voices} />
          </div>
        ))}
        {duties.disputes.length > 0 && <DisputeList disputes={duties.disputes} ofItem />}
      </Section>
      {duties.blockages.length > 0 && (
        <Section title={t('blockages')}>
          <BlockageList blockages={duties.blockages} ofItem />
        </Section>
      )}
    </>
  )
}

function ReportingLine({ duties }: { readonly duties: Duties }) {
  const t = useText(messages)
  const words = useWords()
  const { reporting, acceptorUnitName, nextDue, changes } = duties
  if (!reporting) return <p>{t('nobodyReports')}</p>
  const acceptor = acceptorUnitName === null ? t('withCoordinator') : t('officeOf', { unit: acceptorUnitName })
  return (
    <>
      <p>
        {t('reportsTo', { unit: reporting.unitName, acceptor })}
        {nextDue &&
          ` · ${t('nextDue', { period: words.period(nextDue.periodId), moment: words.moment(nextDue.dueAt) })}`}
      </p>
      <p className="ask__facts">{t(`basis_${reporting.basis}`)}</p>
      {changes.map(({ changeId, fromDate: day, fromUnitName, toUnitName: to, reason, madeByName: who }) => (
        <p key={changeId} className="ask__facts">
          {t('changed', { day, from: fromUnitName ?? '—', to, reason, who })}
        </p>
      ))}
    </>
  )
}

function Deeds({ itemId, title, duties }: PartsProps) {
  const t = useText(messages)
  const [open, setOpen] = useState<'choose' | 'dispute' | 'raise' | null>(null)
  const close = () => setOpen(null)
  const { reporting, choices, mayDispute, mayRaise } = duties
  return (
    <span className="matters__deeds no-print">
      {choices.length > 0 && <Button onClick={() => setOpen('choose')}>{t('choose')}</Button>}
      {mayRaise && <Button onClick={() => setOpen('raise')}>{t('raise')}</Button>}
      {mayDispute && <Button onClick={() => setOpen('dispute')}>{t('notOurs')}</Button>}
      {open === 'choose' && (
        <ChooseReportingDialog itemId={itemId} title={title} leads={duties.choices} onClose={close} />
      )}
      {open === 'dispute' && reporting && (
        <NotOursDialog itemId={itemId} unitId={reporting.unitId} title={title} onClose={close} />
      )}
      {open === 'raise' && reporting && (
        <RaiseBlockageDialog itemId={itemId} unitId={reporting.unitId} title={title} onClose={close} />
      )}
    </span>
  )
}
