import './targets.css'
import type { Said, SheetLine } from '#adapters/http/contract/reporting'
import { dec, parseDecimal, parsePeriod } from '#core/kit'
import { useText } from '#web/kit'
import { TextArea, TextField } from '#web/ui'
import type { Drafts } from '../use-drafts.ts'
import { rounded } from '../rounded.ts'
import { targetMessages as messages } from './messages.ts'

type Parts = NonNullable<Said['parts']>

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

/** The share that two typed parts give; empty while it cannot be told. */
function shareText({ numerator, denominator }: Parts, unit: string): string {
  const [part, whole] = [parseDecimal(numerator), parseDecimal(denominator)]
  if (!part || !whole || whole.lte(0)) return ''
  return `= ${rounded(
    part
      .times(unit === '‰' ? 1000 : dec(100))
      .dividedBy(whole)
      .toFixed(),
  )}${unit}`
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
      <output className="ask__unit">{shareText(parts, target?.unit ?? '')}</output>
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
