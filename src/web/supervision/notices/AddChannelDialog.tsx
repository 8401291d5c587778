import { useState } from 'react'
import { type ChannelAddress, channelContract, type NoticeLevel } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { channelMessages as messages } from './messages.ts'

const KINDS = ['mail', 'webhook', 'dingtalk', 'feishu', 'wecom'] as const
const LEVELS = ['reminder', 'urging', 'warning'] as const

const EMPTY = {
  ...{ kind: 'mail' as (typeof KINDS)[number], name: '', fromLevel: 'reminder' as NoticeLevel, allowPrivate: false },
  ...{ url: '', secret: '', host: '', port: '465', isTls: true, from: '', user: '', password: '' },
}
type Fields = typeof EMPTY

function addressOf({ kind, url, secret, host, port, isTls, from, user, password }: Fields): ChannelAddress {
  if (kind === 'mail') return { kind, host, port: Number(port), isTls, from, user, password }
  return kind === 'wecom' ? { kind, url } : { kind, url, secret }
}

/** A channel being set up: what it is, where it leads, from which level on. */
export function AddChannelDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(messages)
  const [fields, setFields] = useState(EMPTY)
  const add = useAction(channelContract.addChannel)
  const set = (part: Partial<Fields>) => setFields({ ...fields, ...part })
  const { name, fromLevel, allowPrivate } = fields
  const send = () =>
    add.mutate({ body: { name, fromLevel, allowPrivate, address: addressOf(fields) } }, { onSuccess: onClose })
  return (
    <Dialog
      title={t('addTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={add.isPending} onClick={send}>
            {t('save')}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('kind')}
        value={fields.kind}
        options={KINDS.map((value) => ({ value, label: t(value) }))}
        onChange={(event) => set({ kind: KINDS.find((one) => one === event.target.value) ?? 'mail' })}
      />
      <TextField label={t('name')} value={name} onChange={(event) => set({ name: event.target.value })} />
      {fields.kind === 'mail' ? <MailFields fields={fields} set={set} /> : <UrlFields fields={fields} set={set} />}
      <SelectField
        label={t('from')}
        value={fromLevel}
        options={LEVELS.map((value) => ({ value, label: t(value) }))}
        onChange={(event) => set({ fromLevel: LEVELS.find((one) => one === event.target.value) ?? 'reminder' })}
      />
      <Check label={t('allowPrivate')} checked={allowPrivate} onChange={(on) => set({ allowPrivate: on })} />
      <ErrorNote error={add.error} />
    </Dialog>
  )
}

interface PartProps {
  readonly fields: Fields
  readonly set: (part: Partial<Fields>) => void
}

function MailFields({ fields, set }: PartProps) {
  const t = useText(messages)
  return (
    <>
      <TextField label={t('host')} value={fields.host} onChange={(event) => set({ host: event.target.value })} />
      <TextField label={t('port')} figure value={fields.port} onChange={(event) => set({ port: event.target.value })} />
      <Check label={t('isTls')} checked={fields.isTls} onChange={(isTls) => set({ isTls })} />
      <TextField
        label={t('sender')}
        type="email"
        value={fields.from}
        onChange={(event) => set({ from: event.target.value })}
      />
      <TextField
        label={t('user')}
        autoComplete="off"
        value={fields.user}
        onChange={(event) => set({ user: event.target.value })}
      />
      <TextField
        label={t('password')}
        hint={t('secretHint')}
        type="password"
        autoComplete="new-password"
        value={fields.password}
        onChange={(event) => set({ password: event.target.value })}
      />
    </>
  )
}

function UrlFields({ fields, set }: PartProps) {
  const t = useText(messages)
  return (
    <>
      <TextField
        label={t('url')}
        hint={t('urlHint')}
        type="url"
        autoComplete="off"
        value={fields.url}
        onChange={(event) => set({ url: event.target.value })}
      />
      {fields.kind !== 'wecom' && (
        <TextField
          label={t('secret')}
          hint={t('secretHint')}
          type="password"
          autoComplete="new-password"
          value={fields.secret}
          onChange={(event) => set({ secret: event.target.value })}
        />
      )}
    </>
  )
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
