import { type KeyboardEvent, lazy, Suspense, useId } from 'react'
import type { Claim } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import type { AskProps } from './AskRow.tsx'
import { canRepeat } from './drafts.ts'
import { reportingMessages as messages } from './messages.ts'
import { focusNextField } from './use-row-keys.ts'

/** Few are asked for a rate or for rows; the others do not load what these take. */
const RateAnswer = lazy(async () => ({ default: (await import('./targets/RateAnswer.tsx')).RateAnswer }))
const VerdictAnswer = lazy(async () => ({ default: (await import('./targets/VerdictAnswer.tsx')).VerdictAnswer }))
const RowsAnswer = lazy(async () => ({ default: (await import('./targets/RowsAnswer.tsx')).RowsAnswer }))

const CLAIMS: readonly Claim[] = ['onPace', 'behind', 'blocked', 'done']

/** The answer itself: a figure or a standing, "no change", and submit once something is there. */
export function AskAnswer({ line, drafts, reporting }: AskProps) {
  const t = useText(messages)
  const { title } = line.item
  // What follows from rows needs nothing typed.
  const ready = (drafts.isFilled(line) || line.item.figureBy === 'rows') && !drafts.isOvertaken(line)
  return (
    <div className="ask__answer">
      {line.item.target ? (
        <Suspense>
          <FigureAnswer line={line} drafts={drafts} reporting={reporting} />
        </Suspense>
      ) : (
        <ClaimChoice line={line} drafts={drafts} />
      )}
      {ready ? (
        <Button
          look="primary"
          disabled={reporting.isBusy}
          aria-label={t('reportFor', { title })}
          onClick={() => void reporting.submit([line])}
        >
          {t('report')}
        </Button>
      ) : (
        canRepeat(line) && (
          <Button
            disabled={reporting.isBusy}
            aria-label={t('noChangeFor', { title })}
            onClick={() => void reporting.noChange([line])}
          >
            {t('noChange')}
          </Button>
        )
      )}
    </div>
  )
}

/** A typed figure, the parts of a rate, or the rows of what another body decides. */
function FigureAnswer(props: AskProps) {
  switch (props.line.item.figureBy) {
    case 'rows':
      return <RowsAnswer line={props.line} />
    case 'parts':
      return <RateAnswer line={props.line} drafts={props.drafts} />
    case 'stated':
      return props.line.item.target?.verdict ? <VerdictAnswer {...props} /> : <FigureField {...props} />
  }
}

function FigureField({ line, drafts, reporting }: AskProps) {
  const { item } = line
  const { figure } = drafts.said(line)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || !drafts.isFilled(line)) return
    event.preventDefault()
    focusNextField(event.currentTarget)
    void reporting.submit([line])
  }
  return (
    <label className="ask__figure">
      <span className="visually-hidden">{item.title}</span>
      <input
        className="input input--figure"
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="send"
        value={figure ?? ''}
        onChange={(event) => drafts.change(line, { figure: event.target.value === '' ? null : event.target.value })}
        onKeyDown={onKeyDown}
      />
      <span className="ask__unit">{item.target?.unit}</span>
    </label>
  )
}

/** The unit's own word on an item; for items without a figure it is the answer. */
export function ClaimChoice({ line, drafts }: Omit<AskProps, 'reporting'>) {
  const t = useText(messages)
  const name = useId()
  const { claim } = drafts.said(line)
  // Beside a figure the unit need not say anything: a second press takes the word back.
  const isOptional = line.item.target !== null
  return (
    <fieldset className="claims">
      <legend className="visually-hidden">
        {t('claim')}: {line.item.title}
      </legend>
      {CLAIMS.map((one) => (
        <label key={one} className="claims__one">
          <input
            type="radio"
            name={name}
            checked={claim === one}
            onChange={() => drafts.change(line, { claim: one, ...(one === 'blocked' ? {} : { blockage: null }) })}
            onClick={() => isOptional && claim === one && drafts.change(line, { claim: null, blockage: null })}
          />
          <span>{t(one)}</span>
        </label>
      ))}
    </fieldset>
  )
}
