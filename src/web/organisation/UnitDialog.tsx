import { type FormEvent, useState } from 'react'
import { registerContract, type RegisterUnit } from '#adapters/http/contract/organisation'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import { registerMessages as messages } from './register-messages.ts'
import { useKinds } from './use-kinds.ts'

interface UnitDialogProps {
  /** The unit that is edited; not given = a new one. */
  readonly unit?: RegisterUnit
  readonly onClose: () => void
}

/** Adds a unit, or says what it is called from now on, with the reason. */
export function UnitDialog({ unit, onClose }: UnitDialogProps) {
  const t = useText(messages)
  const kinds = useKinds()
  const [said, setSaid] = useState({
    ...{ name: unit?.name ?? '', kind: unit?.kind ?? ('bureau' as RegisterUnit['kind']) },
    ...{ aliases: unit?.aliases.join('\n') ?? '', reason: '' },
  })
  const add = useAction(registerContract.addUnit)
  const edit = useAction(registerContract.editUnit)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const aliases = said.aliases.split('\n').filter((alias) => alias.trim() !== '')
    const body = { ...said, aliases }
    if (!unit) return add.mutate({ body }, { onSuccess: onClose })
    const params = { unitId: unit.unitId }
    edit.mutate({ params, body: { ...body, revision: unit.revision } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t(unit ? 'edit' : 'addUnit')} onClose={onClose}>
      <form onSubmit={submit} className="org-form">
        <TextField
          label={t('name')}
          value={said.name}
          required
          onChange={(event) => setSaid({ ...said, name: event.target.value })}
        />
        <SelectField
          label={t('kind')}
          value={said.kind}
          options={kinds}
          onChange={(event) =>
            setSaid({ ...said, kind: kinds.find(({ value }) => value === event.target.value)?.value ?? said.kind })
          }
        />
        <TextArea
          label={t('aliasesField')}
          hint={t('aliasesHint')}
          value={said.aliases}
          onChange={(event) => setSaid({ ...said, aliases: event.target.value })}
        />
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={said.reason}
          required
          onChange={(event) => setSaid({ ...said, reason: event.target.value })}
        />
        <ErrorNote error={add.error ?? edit.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={add.isPending || edit.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
