import { type FormEvent, useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import type { DomainList, FieldAsked } from '#adapters/http/contract/registers'
import { useEndpoint, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { FieldsEditor } from './FieldsEditor.tsx'
import { listMessages as messages } from './messages.ts'

/** What the dialog says of a list. */
interface Said {
  readonly name: string
  readonly family: string
  readonly planId: string | null
  readonly campaignNo: number | null
  readonly fields: FieldAsked[]
  readonly end: boolean
}

interface DefineDialogProps {
  readonly title: string
  /** The list that is changed; its scope stays. */
  readonly list?: DomainList
  readonly error: Error | null
  readonly isBusy: boolean
  readonly onSave: (said: Said) => void
  readonly onClose: () => void
}

const newField: FieldAsked = { label: '', kind: 'text', unit: '', choices: [], required: false }

/** Defines a list by its name, its scope and its fields. What was typed stays when it is refused. */
export function DefineDialog({ title, list, error, isBusy, onSave, onClose }: DefineDialogProps) {
  const t = useText(messages)
  const [said, setSaid] = useState<Said>(() => ({
    ...{ name: list?.name ?? '', family: list?.family ?? '', end: false },
    ...{ planId: list?.planId ?? null, campaignNo: list?.campaignNo ?? null },
    fields: list ? fieldsInUse(list) : [newField],
  }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSave(said)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="section" onSubmit={send}>
        <p>{t('defineText')}</p>
        <TextField
          label={t('name')}
          required
          maxLength={60}
          value={said.name}
          onChange={(event) => setSaid({ ...said, name: event.target.value })}
        />
        <TextField
          label={t('family')}
          hint={t('familyHint')}
          maxLength={60}
          value={said.family}
          onChange={(event) => setSaid({ ...said, family: event.target.value })}
        />
        {!list && <Scope said={said} onChange={(part) => setSaid({ ...said, ...part })} />}
        <FieldsEditor fields={said.fields} onChange={(fields) => setSaid({ ...said, fields })} />
        <Button look="quiet" onClick={() => setSaid({ ...said, fields: [...said.fields, newField] })}>
          {t('addField')}
        </Button>
        <ErrorNote error={error} />
        <div className="dialog__actions">
          {list && (
            <Button look="danger" disabled={isBusy} onClick={() => onSave({ ...said, end: true })}>
              {t('end')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={isBusy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function fieldsInUse({ fields }: DomainList): FieldAsked[] {
  return fields
    .filter(({ ended }) => !ended)
    .map(({ ended: _ended, choices, ...field }) => ({ ...field, choices: [...choices] }))
}

interface ScopeProps {
  readonly said: Said
  readonly onChange: (part: Pick<Said, 'planId' | 'campaignNo'>) => void
}

/** The region's list, or that of one task force of a plan. */
function Scope({ said: { planId, campaignNo }, onChange }: ScopeProps) {
  const t = useText(messages)
  const plans = useEndpoint(planContract.plans)
  const plan = useEndpoint(planContract.plan, { params: { planId: planId ?? '' } }, { enabled: planId !== null })
  const campaigns = plan.data?.campaigns ?? []
  return (
    <>
      <SelectField
        label={t('scope')}
        value={planId ?? ''}
        options={[
          { value: '', label: t('ofRegion') },
          ...(plans.data?.plans ?? []).map((one) => ({ value: one.planId, label: one.title })),
        ]}
        onChange={({ target: { value } }) =>
          onChange(value === '' ? { planId: null, campaignNo: null } : { planId: value, campaignNo: 0 })
        }
      />
      {planId !== null && (
        <SelectField
          label={t('campaign')}
          value={String(campaignNo ?? 0)}
          options={[
            { value: '0', label: t('overall') },
            ...campaigns.map(({ no, name }) => ({ value: String(no), label: name })),
          ]}
          onChange={(event) => onChange({ planId, campaignNo: Number(event.target.value) })}
        />
      )}
    </>
  )
}
