import { type FormEvent, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { type DomainList, type ListField, registersContract as contract } from '#adapters/http/contract/registers'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import { ItemChoice } from './ItemChoice.tsx'
import { listMessages as messages } from './messages.ts'
import type { Row } from './RowTable.tsx'

interface RowDialogProps {
  readonly list: DomainList
  /** null = a new one. */
  readonly row: Row | null
  readonly onClose: () => void
}

/** What the dialog says of a row. */
interface Said {
  readonly values: Readonly<Record<string, string>>
  readonly unitId: string | null
  readonly itemId: string | null
  readonly reason: string
}

/** A row of a list with the reason of the change. What was typed stays when it is refused. */
export function RowDialog({ list, row, onClose }: RowDialogProps) {
  const t = useText(messages)
  const deeds = useRowDeeds(list, row, onClose)
  const [said, setSaid] = useState<Said>({
    ...{ values: row?.values ?? {}, unitId: row?.unitId ?? null, itemId: row?.itemId ?? null, reason: '' },
  })
  const isRemoved = row !== null && row.removedAt !== null
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isRemoved) deeds.remove(said.reason, true)
    else deeds.save(said)
  }
  const { name } = list
  return (
    <Dialog title={row === null ? t('newRow', { name }) : t('rowOf', { name, no: row.rowNo })} onClose={onClose}>
      <form className="section" onSubmit={send}>
        {!isRemoved && <RowFields list={list} row={row} said={said} onSay={setSaid} />}
        <TextArea
          label={t('reason')}
          required
          maxLength={300}
          value={said.reason}
          onChange={(event) => setSaid({ ...said, reason: event.target.value })}
        />
        <p className="note">{t('needsApproval')}</p>
        <ErrorNote error={deeds.error} />
        <div className="dialog__actions">
          {row !== null && !isRemoved && (
            <Button look="danger" disabled={deeds.isBusy} onClick={() => deeds.remove(said.reason, false)}>
              {t('remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={deeds.isBusy}>
            {t(isRemoved ? 'restore' : 'save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function useRowDeeds({ listId }: DomainList, row: Row | null, onClose: () => void) {
  const add = useAction(contract.addRow)
  const change = useAction(contract.changeRow)
  const removal = useAction(contract.removeRow)
  const then = { onSuccess: onClose }
  return {
    error: add.error ?? change.error ?? removal.error,
    isBusy: add.isPending || change.isPending || removal.isPending,
    save: ({ values, ...rest }: Said) => {
      const body = { ...rest, values: { ...values } }
      if (row === null) add.mutate({ params: { listId }, body }, then)
      else change.mutate({ params: { rowId: row.rowId }, body: { ...body, revision: row.revision } }, then)
    },
    remove: (reason: string, restore: boolean) => {
      if (row === null) return
      removal.mutate({ params: { rowId: row.rowId }, body: { reason, restore } }, then)
    },
  }
}

interface RowFieldsProps {
  readonly list: DomainList
  readonly row: Row | null
  readonly said: Said
  readonly onSay: (said: Said) => void
}

function RowFields({ list, row, said, onSay }: RowFieldsProps) {
  const t = useText(messages)
  const units = useEndpoint(organisationContract.units)
  const options = (units.data?.units ?? [])
    .filter(({ kind }) => kind !== 'group')
    .map(({ unitId, name }) => ({ value: unitId, label: name }))
  return (
    <>
      {list.fields
        .filter(({ ended }) => !ended)
        .map((field) => (
          <ValueField
            key={field.key}
            field={field}
            value={said.values[field.key] ?? ''}
            onType={(value) => onSay({ ...said, values: { ...said.values, [field.key]: value } })}
          />
        ))}
      <SelectField
        label={t('unit')}
        options={[{ value: '', label: t('noUnit') }, ...options]}
        value={said.unitId ?? ''}
        onChange={(event) => onSay({ ...said, unitId: event.target.value || null })}
      />
      <ItemChoice
        chosen={row?.itemId && row.itemTitle !== null ? { itemId: row.itemId, title: row.itemTitle } : null}
        itemId={said.itemId}
        planId={list.planId}
        onChoose={(itemId) => onSay({ ...said, itemId })}
      />
    </>
  )
}

interface ValueFieldProps {
  readonly field: ListField
  readonly value: string
  readonly onType: (value: string) => void
}

function ValueField({ field: { label, kind, unit, choices, required }, value, onType }: ValueFieldProps) {
  const t = useText(messages)
  const shared = { label: unit === '' ? label : `${label}（${unit}）`, required, value }
  const words = kind === 'yesNo' ? [] : choices
  if (kind === 'choice' || kind === 'yesNo') {
    const known = words.map((choice) => ({ value: choice, label: choice }))
    const yesNo = [
      { value: '1', label: t('yes') },
      { value: '0', label: t('not') },
    ]
    const options = kind === 'yesNo' ? yesNo : known
    // A word that is not offered any more stays until another is chosen.
    const old = value === '' || options.some((one) => one.value === value) ? [] : [{ value, label: value }]
    return (
      <SelectField
        {...shared}
        options={[{ value: '', label: '' }, ...options, ...old]}
        onChange={(event) => onType(event.target.value)}
      />
    )
  }
  const onChange = (event: { target: { value: string } }) => onType(event.target.value)
  if (kind === 'text') return <TextArea {...shared} maxLength={1000} rows={2} onChange={onChange} />
  return (
    <TextField {...shared} figure={kind === 'decimal'} type={kind === 'day' ? 'date' : 'text'} onChange={onChange} />
  )
}
