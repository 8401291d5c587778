import { type FormEvent, useState } from 'react'
import { registerContract, successionContract } from '#adapters/http/contract/organisation'
import type { OutputOf } from '#adapters/http/contract/kit'
import { useAction, useEndpoint, useMe } from '#web/kit'
import { Button, Dialog, ErrorNote, Loaded, SelectField, TextField } from '#web/ui'
import { roleWords, useSuccessionText } from './role-words.ts'
import { InHandList } from './SuccessionsPage.tsx'

interface MakeProps {
  /** The reader's own account. */
  readonly self: string
  readonly mayForOthers: boolean
  readonly onClose: () => void
}

/** Draws a handover up: whose, to whom, on which day, what passes; what is open is shown and goes along. */
export function HandoverDialog({ self, mayForOthers, onClose }: MakeProps) {
  const t = useSuccessionText()
  const [from, setFrom] = useState(self)
  const holding = useEndpoint(successionContract.holding, { params: { accountId: from } })
  return (
    <Dialog title={t('handOver')} onClose={onClose}>
      {mayForOthers && <PersonField label={t('whose')} value={from} onChange={setFrom} />}
      <Loaded query={holding}>
        {(held) => <HandoverForm key={from} from={from} holding={held} onClose={onClose} />}
      </Loaded>
    </Dialog>
  )
}

interface HandoverFormProps {
  readonly from: string
  readonly holding: OutputOf<typeof successionContract.holding>
  readonly onClose: () => void
}

function HandoverForm({ from, holding, onClose }: HandoverFormProps) {
  const t = useSuccessionText()
  const today = useMe().data?.region.today ?? ''
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set([...holding.roles.map(({ grantId }) => grantId), ...holding.posts.map(({ postId }) => postId)]),
  )
  const [said, setSaid] = useState({ to: '', onDate: today, note: '' })
  const make = useAction(successionContract.makeHandover)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const grantIds = holding.roles.flatMap(({ grantId }) => (chosen.has(grantId) ? [grantId] : []))
    const postIds = holding.posts.flatMap(({ postId }) => (chosen.has(postId) ? [postId] : []))
    const { to: toAccountId, onDate, note } = said
    make.mutate({ body: { fromAccountId: from, toAccountId, onDate, note, grantIds, postIds } }, { onSuccess: onClose })
  }
  const choices = [
    ...holding.roles.map((role) => ({ id: role.grantId, label: roleWords(role, t) })),
    ...holding.posts.map(({ postId, unitName, title }) => ({ id: postId, label: `${unitName} ${title}` })),
  ]
  return (
    <form onSubmit={submit} className="org-form">
      <PersonField label={t('successor')} value={said.to} except={from} onChange={(to) => setSaid({ ...said, to })} />
      <TextField
        label={t('onDate')}
        hint={t('onDateHint')}
        type="date"
        value={said.onDate}
        required
        onChange={(event) => setSaid({ ...said, onDate: event.target.value })}
      />
      <Passing choices={choices} chosen={chosen} onChange={setChosen} />
      <TextField
        label={t('note')}
        hint={t('noteHint')}
        value={said.note}
        onChange={(event) => setSaid({ ...said, note: event.target.value })}
      />
      <details open>
        <summary>{t('inHand', { count: holding.inHand.length })}</summary>
        <InHandList inHand={holding.inHand} />
      </details>
      <p className="quiet">{t('inHandHint')}</p>
      <ErrorNote error={make.error} />
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" type="submit" disabled={make.isPending || said.to === ''}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}

interface PassingProps {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

function Passing({ choices, chosen, onChange }: PassingProps) {
  const t = useSuccessionText()
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <fieldset className="org-choices">
      <legend>{t('whatPasses')}</legend>
      {choices.length === 0 && <p className="quiet">{t('nothingHeld')}</p>}
      {choices.map(({ id, label }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

interface PersonFieldProps {
  readonly label: string
  readonly value: string
  readonly except?: string
  readonly onChange: (accountId: string) => void
}

/** A choice among everybody with an account. */
export function PersonField({ label, value, except, onChange }: PersonFieldProps) {
  const t = useSuccessionText()
  const { data } = useEndpoint(registerContract.colleagues)
  const options = (data?.colleagues ?? [])
    .filter(({ accountId }) => accountId !== except)
    .map(({ accountId, displayName, unitNames }) => ({
      value: accountId,
      label: [displayName, ...unitNames].join(' · '),
    }))
  return (
    <SelectField
      label={label}
      value={value}
      required
      options={[{ value: '', label: t('choose') }, ...options]}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
