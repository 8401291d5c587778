import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  reconciliationContract,
  type ReconciliationPage as PageData,
  type Side,
} from '#adapters/http/contract/reporting'
import { periodName, useAction, useEndpoint, useLanguage, useText, When } from '#web/kit'
import { Button, Dialog, ErrorNote, Loaded, Page, Section } from '#web/ui'
import '../reporting.css'
import './reconciliation.css'
import { LineTable } from './LineTable.tsx'
import { reconciliationMessages as messages } from './messages.ts'
import { SideEntry } from './SideEntry.tsx'

const route = getRouteApi('/frame/reconciliations/$reconciliationId')

/** One round: both sides' figures, what is to be settled and by whom, and everything that was done. */
export function ReconciliationPage() {
  const { reconciliationId } = route.useParams()
  const t = useText(messages)
  const page = useEndpoint(reconciliationContract.reconciliation, { params: { reconciliationId } })
  return (
    <Loaded query={page} title={t('reconciliations')}>
      {(data) => <Round page={data} />}
    </Loaded>
  )
}

function Round({ page }: { readonly page: PageData }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { round, lines, may } = page
  const open = lines.filter(({ standing }) => standing === 'open')
  const rest = lines.filter(({ standing }) => standing !== 'open')
  const count = (standing: string) => lines.filter((line) => line.standing === standing).length
  const lead = t('pageLead', {
    ...{ first: round.firstUnitName, second: round.secondUnitName, period: periodName(round.periodId, language) },
    ...{ keys: lines.length, agreed: count('agreed'), settled: count('settled'), unsettled: open.length },
  })
  return (
    <Page title={round.name} lead={lead} actions={<Deeds page={page} unsettled={open.length} />}>
      <p className="no-print">
        <Link to="/reconciliations">{t('reconciliations')}</Link>　{t('dueOn')} <When at={round.dueOn} />
        {'　'}
        {t(round.state === 'open' ? 'roundOpen' : 'roundClosed')}
      </p>
      <Section title={t('differences')} aside={<small>{round.figureUnit}</small>}>
        {open.length === 0 ? <p>{t('noDifferences')}</p> : <LineTable page={page} lines={open} />}
      </Section>
      {may.enter.map((side) => (
        <SideEntry key={side} page={page} side={side} />
      ))}
      {rest.length > 0 && (
        <Section title={t('agreements')} aside={<small>{rest.length}</small>}>
          <LineTable page={page} lines={rest} />
        </Section>
      )}
      <History page={page} />
    </Page>
  )
}

function Deeds({ page, unsettled }: { readonly page: PageData; readonly unsettled: number }) {
  const t = useText(messages)
  const [asking, setAsking] = useState(false)
  const close = useAction(reconciliationContract.closeReconciliation)
  const { reconciliationId } = page.round
  return (
    <>
      <Button look="quiet" onClick={() => window.print()}>
        {t('print')}
      </Button>
      {page.may.close && (
        <Button look="primary" onClick={() => setAsking(true)}>
          {t('close')}
        </Button>
      )}
      {asking && (
        <Dialog
          title={t('close')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
              <Button
                look="primary"
                disabled={close.isPending}
                onClick={() => close.mutate({ params: { reconciliationId } }, { onSuccess: () => setAsking(false) })}
              >
                {t('close')}
              </Button>
            </>
          }
        >
          <p>{t('closeText', { count: unsettled })}</p>
          <ErrorNote error={close.error} />
        </Dialog>
      )}
    </>
  )
}

function History({ page }: { readonly page: PageData }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const nameOf = (side: Side | null) =>
    side === null ? '' : side === 'first' ? page.round.firstUnitName : page.round.secondUnitName
  const words = ({ act, side, key, value, reason }: PageData['history'][number]): string => {
    const named = { side: nameOf(side), key, value: value ?? '', reason }
    if (act === 'propose') return t('proposed', named)
    if (act === 'sign') return t('signed', named)
    if (reason !== '') return t('cameOver', { ...named, period: periodName(reason, language) })
    return t(value === null ? 'tookBack' : 'entered', named)
  }
  return (
    <Section title={t('history')} aside={<small>{page.history.length}</small>}>
      <ul className="reconciliation__history">
        {page.history.map((one, index) => (
          <li key={`${one.at} ${index}`}>
            <span>{words(one)}</span>
            <small>
              {one.byName}　<When at={one.at} />
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
