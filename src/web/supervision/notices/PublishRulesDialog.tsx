import { useState } from 'react'
import { noticeContract, type Rules, type RulesView } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextField } from '#web/ui'
import { noticeMessages as messages } from './messages.ts'
import { hoursOf } from './hours.ts'

const GROUPS = ['sheet', 'order', 'problem'] as const
const LEVELS = ['reminder', 'urging', 'warning'] as const

/** The rule set being written: what stands in force, or what is proposed, to be changed and published. */
export function PublishRulesDialog({ view, onClose }: { readonly view: RulesView; readonly onClose: () => void }) {
  const t = useText(messages)
  const [levels, setLevels] = useState<Rules['levels']>((view.rules ?? view.proposed).levels)
  const [hours, setHours] = useState((view.rules ?? view.proposed).hours.join(', '))
  const publish = useAction(noticeContract.publishRules)
  const send = () =>
    publish.mutate(
      { body: { version: view.rules?.version ?? 0, levels, hours: hoursOf(hours) } },
      { onSuccess: onClose },
    )
  return (
    <Dialog
      title={t('publish')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={publish.isPending} onClick={send}>
            {t('publish')}
          </Button>
        </>
      }
    >
      <p className="notice__lead">{t('publishHint')}</p>
      {GROUPS.map((group) => (
        <fieldset key={group} className="rule-days">
          <legend>{t(group)}</legend>
          {LEVELS.map((level) => (
            <TextField
              key={level}
              label={t(level)}
              type="number"
              value={levels[group][level]}
              onChange={(event) =>
                setLevels({ ...levels, [group]: { ...levels[group], [level]: Math.trunc(Number(event.target.value)) } })
              }
            />
          ))}
        </fieldset>
      ))}
      <TextField label={t('hours')} value={hours} onChange={(event) => setHours(event.target.value)} />
      <ErrorNote error={publish.error} />
    </Dialog>
  )
}
