import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { reportingContract as contract, type TargetView } from '#adapters/http/contract/reporting'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, Section, SelectField, TextField } from '#web/ui'
import { shown, useWords } from '../words.ts'
import { targetMessages as messages } from './messages.ts'

interface ComparisonPartProps {
  readonly view: TargetView
  readonly comparison: NonNullable<TargetView['comparison']>
}

/** What a relative target is compared with, date by date: met or not only where both are known. */
export function ComparisonPart({ view, comparison }: ComparisonPartProps) {
  const t = useText(messages)
  const words = useWords()
  const [isLinking, setLinking] = useState(false)
  const { counterpart, dates } = comparison
  return (
    <Section title={t('counterpart')}>
      {comparison.words !== null && <p>{t('counterpartWords', { words: comparison.words })}</p>}
      {counterpart === null ? (
        <p className="note">{t('counterpartNone')}</p>
      ) : counterpart.itemId === null ? (
        <p>{counterpart.title}</p>
      ) : (
        <p>
          <Link to="/items/$itemId" params={{ itemId: counterpart.itemId }}>
            {counterpart.title}
          </Link>
        </p>
      )}
      {dates.length > 0 && (
        <ol className="lines">
          {dates.map(({ periodId, own, other }) => (
            <li key={periodId}>
              <span>{words.period(periodId)}</span>
              <span className="figure">
                {shown(own)} ／ {other === null ? t('otherUnknown') : shown(other)}
              </span>
            </li>
          ))}
        </ol>
      )}
      {view.may.state && (
        <div className="page__actions no-print">
          <Button look="quiet" onClick={() => setLinking(true)}>
            {t('linkCounterpart')}
          </Button>
        </div>
      )}
      {isLinking && <LinkDialog itemId={view.itemId} onClose={() => setLinking(false)} />}
    </Section>
  )
}

/** Links a relative target with an indicator that comes by release, or with a series of others. */
function LinkDialog({ itemId, onClose }: { readonly itemId: string; readonly onClose: () => void }) {
  const t = useText(messages)
  const state = useAction(contract.stateTargetFact)
  const series = useEndpoint(contract.series)
  const comparisons = useEndpoint(contract.comparisons)
  const [own, setOwn] = useState('')
  const [other, setOther] = useState('')
  const [document, setDocument] = useState('')
  const none = { value: '', label: t('nothing') }
  const released = (series.data?.series ?? []).filter((one) => one.itemId !== itemId)
  const fact = { kind: 'counterpart', itemId: own || null, seriesId: own ? null : other || null } as const
  const save = () => state.mutate({ params: { itemId }, body: { fact, document } }, { onSuccess: onClose })
  return (
    <Dialog
      title={t('linkCounterpart')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={(own === '' && other === '') || state.isPending} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('ownIndicator')}
        value={own}
        options={[none, ...released.map((one) => ({ value: one.itemId, label: one.title }))]}
        onChange={(event) => setOwn(event.target.value)}
      />
      <SelectField
        label={t('ownSeries')}
        value={other}
        disabled={own !== ''}
        options={[
          none,
          ...(comparisons.data?.comparisons ?? []).map((one) => ({ value: one.seriesId, label: one.name })),
        ]}
        onChange={(event) => setOther(event.target.value)}
      />
      <TextField label={t('document')} value={document} onChange={(event) => setDocument(event.target.value)} />
      <ErrorNote error={state.error} />
    </Dialog>
  )
}
