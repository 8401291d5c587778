import { useState } from 'react'
import { divide } from '#core/insight'
import { dec, decimalText } from '#core/kit'
import type { ScheduleView } from '#adapters/http/contract/insight'
import { useLanguage, useText } from '#web/kit'
import { Button, SelectField } from '#web/ui'
import { periodName, shown } from '../figures.ts'
import { FigureFields } from './FigureFields.tsx'
import { ProposeForm } from './ProposeForm.tsx'
import { inPerCent, stepsOf, sumOf } from './schedule-drafts.ts'
import { scheduleMessages as messages } from './schedule-messages.ts'

interface PeriodTargetsEditorProps {
  readonly view: ScheduleView
  /** The way that the figures have to add up to. */
  readonly length: string
  readonly onDone: () => void
}

type Kind = 'dekad' | 'month'

/** Divides the way over dekads or months: taken from the trajectory, evenly, or by hand; the sum is told as it is typed. */
export function PeriodTargetsEditor({ view, length, onDone }: PeriodTargetsEditorProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const present = view.periodTargets.table
  const [kind, setKind] = useState<Kind>(present?.kind ?? 'month')
  const [amounts, setAmounts] = useState<readonly string[]>(
    () => present?.rows.map(({ planned }) => planned) ?? fromWay(view, kind),
  )
  const choose = (next: Kind) => {
    setKind(next)
    setAmounts(fromWay(view, next))
  }
  const kinds: readonly Kind[] = view.item.frequency === 'dekad' ? ['dekad', 'month'] : ['month']
  const periods = (view.trajectory?.rows[kind] ?? []).map(({ periodId }) => periodId)
  const body = { kind, amounts: periods.map((periodId, index) => ({ periodId, amount: amounts[index] ?? '' })) }
  return (
    <div className="editor-box no-print">
      <div className="toolbar">
        <SelectField
          label={t('period')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(value) }))}
          onChange={(event) => choose(event.target.value === 'dekad' ? 'dekad' : 'month')}
        />
        <Button look="quiet" onClick={() => setAmounts(fromWay(view, kind))}>
          {t('fromWay')}
        </Button>
        <Button look="quiet" onClick={() => setAmounts(evenly(view, length, periods.length))}>
          {t('evenly')}
        </Button>
      </div>
      <FigureFields
        legend={t('amountsTitle')}
        labels={periods.map((periodId) => periodName(periodId, language))}
        values={amounts}
        onChange={setAmounts}
      />
      <SumNote sum={sumOf(amounts)} length={length} unit={view.item.target?.unit ?? ''} />
      <ProposeForm
        itemId={view.item.itemId}
        today={view.today}
        body={{ part: 'periodTargets', ...body }}
        onDone={onDone}
      />
    </div>
  )
}

function SumNote({ sum, length, unit }: { readonly sum: string; readonly length: string; readonly unit: string }) {
  const t = useText(messages)
  const rest = dec(length).minus(sum)
  const told = t('sumOf', { sum: `${shown(sum)}${unit}`, all: `${shown(length)}${unit}` })
  const difference = t(rest.gt(0) ? 'sumMissing' : 'sumOver', { rest: `${shown(decimalText(rest.abs()))}${unit}` })
  return (
    <p className="note" role="status">
      {rest.isZero() ? told : `${told}　${difference}`}
    </p>
  )
}

/** What the present trajectory adds in each period. */
function fromWay({ trajectory }: ScheduleView, kind: Kind): readonly string[] {
  if (trajectory === null) return []
  const asked = trajectory.rows[kind].map((row) => row.asked)
  return stepsOf(asked, trajectory.ends ?? inPerCent)
}

/** The way in equal parts, whole things in whole numbers. */
function evenly({ trajectory }: ScheduleView, length: string, count: number): readonly string[] {
  const whole = dec(length)
  const places = trajectory?.ends?.counted ? 0 : Math.max(2, whole.decimalPlaces())
  const weights = Array.from({ length: count }, () => dec(1))
  return divide(whole, weights, places).map(decimalText)
}
