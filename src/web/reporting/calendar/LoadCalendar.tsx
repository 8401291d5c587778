import { useState } from 'react'
import { type CalendarChange, reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText, When } from '#web/kit'
import { Button, ErrorNote, TextField } from '#web/ui'
import { calendarMessages as messages } from './calendar-messages.ts'
import { MovedList } from './MovedList.tsx'

/** Loads a year from a file: it is read on trial, what would change is shown, then it is loaded. */
export function LoadCalendar() {
  const t = useText(messages)
  const [file, setFile] = useState<File | null>(null)
  const trial = useAction(reportingContract.previewCalendar)
  const load = useAction(reportingContract.loadCalendar)
  const choose = (chosen: File | null) => {
    setFile(chosen)
    load.reset()
    trial.reset()
    if (chosen) trial.mutate({ file: chosen })
  }
  const found = trial.data
  return (
    <div className="load-calendar">
      <p>{t('loadText')}</p>
      <TextField
        label={t('file')}
        type="file"
        accept=".xlsx,.csv,.json"
        onChange={(event) => choose(event.target.files?.[0] ?? null)}
      />
      {found && !load.data && <Change change={found} />}
      {found && found.problems.length === 0 && !load.data && file && (
        <Button look="primary" disabled={load.isPending} onClick={() => load.mutate({ file })}>
          {t('load', { years: found.years.join('、') })}
        </Button>
      )}
      {load.data && (
        <>
          <p role="status">{t('loadedDone', { years: load.data.years.join('、') })}</p>
          <MovedList moved={load.data.moved} />
        </>
      )}
      <ErrorNote error={trial.error ?? load.error} />
    </div>
  )
}

function Change({ change: { days, moved, problems } }: { readonly change: CalendarChange }) {
  const t = useText(messages)
  if (problems.length > 0) {
    return (
      <div className="note note--error">
        <p>{t('faulty', { count: problems.length })}</p>
        <ul>
          {problems.map(({ row, title }) => (
            <li key={row}>{title}</li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <>
      <p>{days.length === 0 ? t('noChanges') : t('changes', { count: days.length })}</p>
      <ul className="load-calendar__days">
        {days.map(({ date, work, name }) => (
          <li key={date}>
            <When at={date} /> {t(work ? 'dayWorked' : 'dayOff')} {name}
          </li>
        ))}
      </ul>
      <MovedList moved={moved} />
    </>
  )
}
