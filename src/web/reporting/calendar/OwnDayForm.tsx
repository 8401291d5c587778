import { type FormEvent, useState } from 'react'
import { reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, SelectField, TextField } from '#web/ui'
import { calendarMessages as messages } from './calendar-messages.ts'
import { MovedList } from './MovedList.tsx'

/** Sets one day of the region's own, and says which due moments moved with it. */
export function OwnDayForm() {
  const t = useText(messages)
  const [date, setDate] = useState('')
  const [work, setWork] = useState('rest')
  const [name, setName] = useState('')
  const set = useAction(reportingContract.setOwnDay)
  const send = (event: FormEvent) => {
    event.preventDefault()
    set.mutate({ params: { date }, body: { work: work === 'work', name } })
  }
  return (
    <>
      <p>{t('ownText')}</p>
      <form className="toolbar" onSubmit={send}>
        <TextField
          label={t('day')}
          type="date"
          required
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <SelectField
          label={t('arrangement')}
          value={work}
          options={[
            { value: 'rest', label: t('dayOff') },
            { value: 'work', label: t('dayWorked') },
          ]}
          onChange={(event) => setWork(event.target.value)}
        />
        <TextField label={t('name')} maxLength={50} value={name} onChange={(event) => setName(event.target.value)} />
        <Button type="submit" disabled={set.isPending}>
          {t('setDay')}
        </Button>
      </form>
      {set.data && <MovedList moved={set.data.moved} />}
      <ErrorNote error={set.error} />
    </>
  )
}
