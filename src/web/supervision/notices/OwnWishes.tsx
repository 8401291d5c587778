import { useState } from 'react'
import { noticeContract, type RulesView } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, Section, TextField } from '#web/ui'
import { hoursOf } from './hours.ts'
import { noticeMessages as messages } from './messages.ts'

/** Where and at which hours the reader wants to hear. */
export function OwnWishes({ preference }: { readonly preference: RulesView['preference'] }) {
  const t = useText(messages)
  const [mail, setMail] = useState(preference.mailAddress ?? '')
  const [hours, setHours] = useState(preference.hours?.join(', ') ?? '')
  const save = useAction(noticeContract.noticePreference)
  const send = () => {
    const wished = hoursOf(hours)
    const body = { mailAddress: mail.trim() === '' ? null : mail.trim(), hours: wished.length === 0 ? null : wished }
    save.mutate({ body })
  }
  return (
    <Section title={t('own')}>
      <div className="wishes">
        <TextField
          label={t('mailAddress')}
          hint={t('mailHint')}
          type="email"
          value={mail}
          onChange={(event) => setMail(event.target.value)}
        />
        <TextField label={t('ownHours')} value={hours} onChange={(event) => setHours(event.target.value)} />
        <Button disabled={save.isPending} onClick={send}>
          {t('save')}
        </Button>
      </div>
      {save.isSuccess && <p className="note note--done">{t('saved')}</p>}
      <ErrorNote error={save.error} />
    </Section>
  )
}
