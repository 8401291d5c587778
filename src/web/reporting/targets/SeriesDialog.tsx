import { useState } from 'react'
import { type OfficialSeriesEntry, reportingContract as contract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { targetMessages as messages } from './messages.ts'

interface SeriesDialogProps {
  /** null = a new one. */
  readonly entry: OfficialSeriesEntry | null
  readonly onClose: () => void
}

interface Typed {
  readonly names: string
  readonly except: string
  readonly origin: OfficialSeriesEntry['origin']
  readonly frequency: OfficialSeriesEntry['frequency']
  readonly monthsAfter: string
  readonly day: string
  readonly januaryWithFebruary: boolean
}

const ORIGINS = ['statutory', 'official'] as const
const FREQUENCIES = ['month', 'quarter', 'halfYear', 'year'] as const

function typedOf(entry: OfficialSeriesEntry | null): Typed {
  if (entry === null)
    return {
      ...{ names: '', except: '', origin: 'official', frequency: 'month', monthsAfter: '1', day: '20' },
      januaryWithFebruary: false,
    }
  const { names, except, monthsAfter, day, ...rest } = entry
  return {
    ...{ origin: rest.origin, frequency: rest.frequency, januaryWithFebruary: rest.januaryWithFebruary },
    ...{ names: names.join('、'), except: except.join('、'), monthsAfter: String(monthsAfter), day: String(day) },
  }
}

const wordsIn = (text: string): string[] => text.split(/[、,，\n]/).filter((word) => word.trim() !== '')

/** One entry of the list of official series. */
export function SeriesDialog({ entry, onClose }: SeriesDialogProps) {
  const t = useText(messages)
  const change = useAction(contract.changeOfficialSeries)
  const [typed, setTyped] = useState(() => typedOf(entry))
  const save = () => {
    const { names, except, monthsAfter, day, ...rest } = typed
    const next = {
      ...rest,
      names: wordsIn(names),
      except: wordsIn(except),
      monthsAfter: Number(monthsAfter),
      day: Number(day),
    }
    change.mutate({ body: { name: entry?.names[0] ?? '', entry: next } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={t(entry === null ? 'addSeries' : 'changeRow')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={typed.names.trim() === '' || change.isPending} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <SeriesFields typed={typed} onChange={setTyped} />
      <ErrorNote error={change.error} />
    </Dialog>
  )
}

function SeriesFields({ typed, onChange }: { readonly typed: Typed; readonly onChange: (typed: Typed) => void }) {
  const t = useText(messages)
  const text = (name: 'names' | 'except' | 'monthsAfter' | 'day', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      figure={name === 'monthsAfter' || name === 'day'}
      value={typed[name]}
      onChange={(event) => onChange({ ...typed, [name]: event.target.value })}
    />
  )
  const choose = <V extends string>(values: readonly V[], value: string): V | undefined =>
    values.find((one) => one === value)
  return (
    <>
      {text('names', t('seriesNames'), t('seriesNamesHint'))}
      {text('except', t('seriesExcept'))}
      <SelectField
        label={t('seriesOrigin')}
        value={typed.origin}
        options={ORIGINS.map((value) => ({ value, label: t(value) }))}
        onChange={(event) => onChange({ ...typed, origin: choose(ORIGINS, event.target.value) ?? 'official' })}
      />
      <SelectField
        label={t('frequency')}
        value={typed.frequency}
        options={FREQUENCIES.map((value) => ({ value, label: t(value) }))}
        onChange={(event) => onChange({ ...typed, frequency: choose(FREQUENCIES, event.target.value) ?? 'month' })}
      />
      {text('monthsAfter', t('monthsAfter'))}
      {text('day', t('day'))}
      <label>
        <input
          type="checkbox"
          checked={typed.januaryWithFebruary}
          onChange={(event) => onChange({ ...typed, januaryWithFebruary: event.target.checked })}
        />{' '}
        {t('januaryTogether')}
      </label>
    </>
  )
}
