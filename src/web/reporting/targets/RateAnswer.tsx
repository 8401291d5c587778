import './targets.css'
import { lazy, Suspense } from 'react'
import type { Said, SheetLine } from '#adapters/http/contract/reporting'
import { parsePeriod } from '#core/kit'
import { useText } from '#web/kit'
import { TextArea, TextField } from '#web/ui'
import type { Drafts } from '../use-drafts.ts'
import { targetMessages as messages } from './messages.ts'

type Parts = NonNullable<Said['parts']>

/** Reckoning comes once there is something to reckon with. */
const RateShare = lazy(async () => ({ default: (await import('./RateShare.tsx')).RateShare }))

interface RateProps {
  readonly line: SheetLine
  readonly drafts: Drafts
}

/** What the form of a rate begins with: the keeper and document of the last report, the last day of the period. */
function partsOf({ line, drafts }: RateProps): Parts {
  const { parts } = drafts.said(line)
  if (parts) return parts
  const asOf = parsePeriod(line.figurePeriodId)?.last ?? ''
  const last = line.last?.parts
  const known = { keptBy: last?.keptBy ?? line.unitName, document: last?.document ?? '' }
  return { numerator: '', denominator: last?.denominator ?? '', ...known, asOf, uncovered: [] }
}

function useParts(props: RateProps) {
  const parts = partsOf(props)
  const change = (part: Partial<Parts>) =>
    props.drafts.change(props.line, { figure: null, parts: { ...parts, ...part } })
  return { parts, change }
}

/** A rate is answered by its two parts; the percentage follows. */
export function RateAnswer(props: RateProps) {
  const t = useText(messages)
  const { parts, change } = useParts(props)
  const { title, target } = props.line.item
  const field = (name: 'numerator' | 'denominator', label: string) => (
    <input
      className="input input--figure"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      placeholder={t(name)}
      value={parts[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  )
  return (
    <div className="rate">
      {field('numerator', t('numeratorOf', { title }))}
      <span aria-hidden="true">÷</span>
      {field('denominator', t('denominatorOf', { title }))}
      <output className="ask__unit">
        <Suspense>
          {parts.numerator !== '' && parts.denominator !== '' && <RateShare parts={parts} unit={target?.unit ?? ''} />}
        </Suspense>
      </output>
    </div>
  )
}

/** Where the parts come from, and who is not covered; asked at once where nothing is known from last time. */
export function RateSource(props: RateProps) {
  const t = useText(messages)
  const { parts, change } = useParts(props)
  const text = (name: 'keptBy' | 'document', hint?: string) => (
    <TextField
      label={t(name)}
      hint={hint}
      value={parts[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  )
  return (
    <>
      {text('keptBy')}
      {text('document', t('documentHint'))}
      <TextField
        label={t('asOf')}
        type="date"
        value={parts.asOf}
        onChange={(event) => change({ asOf: event.target.value })}
      />
      <TextArea
        label={t('uncovered')}
        hint={t('uncoveredHint')}
        rows={2}
        value={parts.uncovered.join('\n')}
        onChange={(event) => change({ uncovered: event.target.value.split('\n') })}
      />
    </>
  )
}
