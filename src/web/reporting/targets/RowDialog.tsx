import { type ChangeEvent, useState } from 'react'
import { type RecognisedRow, reportingContract as contract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { useWords } from '../words.ts'
import { targetMessages as messages } from './messages.ts'

interface RowDialogProps {
  readonly itemId: string
  /** null = a new one. */
  readonly row: RecognisedRow | null
  readonly onClose: () => void
}

type Said = Pick<RecognisedRow, 'body' | 'document' | 'filedOn' | 'admittedOn' | 'recognisedOn'> & {
  readonly name: string
  readonly disclosure: 'public' | 'internal' | 'restricted'
}

const CLASSES = ['internal', 'restricted', 'public'] as const

function saidOf(row: RecognisedRow | null, today: string): Said {
  if (row === null)
    return {
      name: '',
      disclosure: 'internal',
      body: '',
      document: '',
      filedOn: today,
      admittedOn: null,
      recognisedOn: null,
    }
  const { name, body, document, filedOn, admittedOn, recognisedOn } = row
  const disclosure = CLASSES.find((one) => one === row.disclosure) ?? 'internal'
  return { name: name ?? '', disclosure, body, document, filedOn, admittedOn, recognisedOn }
}

/** One thing that another body decides on: its name, the body, the days and the document. */
export function RowDialog({ itemId, row, onClose }: RowDialogProps) {
  const t = useText(messages)
  const { today } = useWords()
  const [said, setSaid] = useState(() => saidOf(row, today))
  const add = useAction(contract.addRecognition)
  const change = useAction(contract.changeRecognition)
  const save = () =>
    row === null
      ? add.mutate({ params: { itemId }, body: said }, { onSuccess: onClose })
      : change.mutate(
          { params: { rowId: row.rowId }, body: { ...said, revision: row.revision } },
          { onSuccess: onClose },
        )
  return (
    <Dialog
      title={t(row === null ? 'addRow' : 'changeRow')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={add.isPending || change.isPending} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <RowFields said={said} onChange={setSaid} />
      <ErrorNote error={add.error ?? change.error} />
    </Dialog>
  )
}

function RowFields({ said, onChange }: { readonly said: Said; readonly onChange: (said: Said) => void }) {
  const t = useText(messages)
  const { today } = useWords()
  const text = (name: 'name' | 'body' | 'document', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={said[name]}
      onChange={(event) => onChange({ ...said, [name]: event.target.value })}
    />
  )
  const day = (name: 'filedOn' | 'admittedOn' | 'recognisedOn') => (
    <TextField
      label={t(name)}
      type="date"
      max={today}
      value={said[name] ?? ''}
      onChange={(event: ChangeEvent<HTMLInputElement>) =>
        onChange({ ...said, [name]: event.target.value === '' && name !== 'filedOn' ? null : event.target.value })
      }
    />
  )
  return (
    <>
      {text('name', t('name'))}
      {text('body', t('decidingBody'))}
      {day('filedOn')}
      {day('admittedOn')}
      {day('recognisedOn')}
      {text('document', t('document'), t('documentHint'))}
      <SelectField
        label={t('disclosure')}
        value={said.disclosure}
        options={CLASSES.map((value) => ({ value, label: t(value) }))}
        onChange={(event) =>
          onChange({ ...said, disclosure: CLASSES.find((one) => one === event.target.value) ?? 'internal' })
        }
      />
    </>
  )
}
