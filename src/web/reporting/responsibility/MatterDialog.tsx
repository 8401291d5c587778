import { type FormEvent, type ReactNode, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextArea } from '#web/ui'
import { responsibilityMessages as messages } from './messages.ts'

interface MatterDialogProps {
  readonly title: string
  /** What the words are. */
  readonly label: string
  readonly submit: string
  /** A unit to choose: its label, what an empty choice means, and which units there are (all by default). */
  readonly unit?: {
    readonly label: string
    readonly empty: string
    readonly isNeeded?: boolean
    readonly options?: readonly { readonly value: string; readonly label: string }[]
    readonly start?: string
  }
  readonly error: Error | null
  readonly isBusy: boolean
  readonly onSubmit: (said: { readonly words: string; readonly unitId: string | null }) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** One act with its words, and a unit where one is to be named. What was typed stays when it is refused. */
export function MatterDialog({ unit, error, isBusy, onSubmit, onClose, children, ...rest }: MatterDialogProps) {
  const t = useText(messages)
  const all = useSingleUnits()
  const [words, setWords] = useState('')
  const [unitId, setUnitId] = useState(unit?.start ?? '')
  const isMissing = words.trim() === '' || (unit?.isNeeded === true && unitId === '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit({ words, unitId: unitId === '' ? null : unitId })
  }
  return (
    <Dialog title={rest.title} onClose={onClose}>
      <form className="section" onSubmit={send}>
        {children}
        {unit && (
          <SelectField
            label={unit.label}
            options={[{ value: '', label: unit.empty }, ...(unit.options ?? all)]}
            value={unitId}
            onChange={(event) => setUnitId(event.target.value)}
          />
        )}
        <TextArea
          label={rest.label}
          value={words}
          required
          maxLength={1000}
          onChange={(event) => setWords(event.target.value)}
        />
        <ErrorNote error={error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={isBusy || isMissing}>
            {rest.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Units that can answer for something: groups cannot. */
function useSingleUnits(): readonly { readonly value: string; readonly label: string }[] {
  const units = useEndpoint(organisationContract.units)
  const single = units.data?.units.filter((one) => one.kind !== 'group') ?? []
  return single.map(({ unitId, name }) => ({ value: unitId, label: name }))
}
