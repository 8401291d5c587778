import { useState } from 'react'
import { localDateAt } from '#core/kit'
import { reportingContract as contract, type TargetView } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, Section, TextField } from '#web/ui'
import { shown, useWords } from '../words.ts'
import { targetMessages as messages } from './messages.ts'

type Released = NonNullable<TargetView['released']>

/** A release is out by the end of a day: the midnight at which it is overdue belongs to the next one. */
const lastDayBefore = (dueAt: string, timeZone: string): string =>
  localDateAt(new Date(Date.parse(dueAt) - 1), timeZone)

/** A series that comes by release: its calendar, scores and ranks of outside bodies, and the unit's own estimates apart from both. */
export function ReleasedPart({ view, released }: { readonly view: TargetView; readonly released: Released }) {
  const t = useText(messages)
  const words = useWords()
  const [isStating, setStating] = useState(false)
  const { next, estimates } = released
  return (
    <Section title={t('released')}>
      <p className={next?.isMissing ? 'note note--error' : undefined}>
        {next === null
          ? t('allReleased')
          : t(next.isMissing ? 'missingRelease' : 'nextRelease', {
              period: words.period(next.periodId),
              due: lastDayBefore(next.dueAt, words.timeZone),
            })}
      </p>
      <Measured measured={released.measured} unit={view.unit} />
      {estimates.length > 0 && (
        <>
          <h3>{t('estimates')}</h3>
          <ol className="lines">
            {estimates.map(({ periodId, value, basis, madeAt, madeBy, released: official }) => (
              <li key={`${periodId} ${madeAt}`}>
                <span>
                  {words.period(periodId)}　{t('estimateLine', { value: `${shown(value)}${view.unit}`, basis })}
                </span>
                <small>
                  {[madeBy, ...(official === null ? [] : [t('estimateReleased', { value: shown(official) })])].join(
                    '　',
                  )}
                </small>
              </li>
            ))}
          </ol>
        </>
      )}
      {view.may.estimate && (
        <div className="page__actions no-print">
          <Button look="quiet" onClick={() => setStating(true)}>
            {t('addEstimate')}
          </Button>
        </div>
      )}
      {isStating && (
        <EstimateDialog itemId={view.itemId} periodId={next?.periodId ?? ''} onClose={() => setStating(false)} />
      )}
    </Section>
  )
}

function Measured({ measured, unit }: { readonly measured: Released['measured']; readonly unit: string }) {
  const t = useText(messages)
  const words = useWords()
  if (measured.length === 0) return null
  return (
    <>
      <h3>{t('measured')}</h3>
      <ol className="lines">
        {measured.map(({ periodId, value, score, rank, rankOf }) => (
          <li key={periodId}>
            <span>{words.period(periodId)}</span>
            <span className="figure">
              {[
                `${shown(value)}${unit}`,
                ...(score === null ? [] : [t('measuredLine', { score: shown(score) })]),
                ...(rank === null
                  ? []
                  : [rankOf === null ? t('rankLine', { rank }) : t('rankOfLine', { rank, of: rankOf })]),
              ].join('　')}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

interface EstimateDialogProps {
  readonly itemId: string
  readonly periodId: string
  readonly onClose: () => void
}

function EstimateDialog({ itemId, periodId: first, onClose }: EstimateDialogProps) {
  const t = useText(messages)
  const state = useAction(contract.stateEstimate)
  const [periodId, setPeriodId] = useState(first)
  const [value, setValue] = useState('')
  const [basis, setBasis] = useState('')
  const save = () => state.mutate({ params: { itemId }, body: { periodId, value, basis } }, { onSuccess: onClose })
  return (
    <Dialog
      title={t('addEstimate')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={value === '' || periodId.length < 4 || state.isPending} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('period')}
        hint={t('periodHint')}
        value={periodId}
        onChange={(event) => setPeriodId(event.target.value)}
      />
      <TextField figure label={t('value')} value={value} onChange={(event) => setValue(event.target.value)} />
      <TextField label={t('estimateBasis')} value={basis} onChange={(event) => setBasis(event.target.value)} />
      <ErrorNote error={state.error} />
    </Dialog>
  )
}
