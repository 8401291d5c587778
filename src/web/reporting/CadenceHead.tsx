import { type FormEvent, useState } from 'react'
import { type Act, type Cadence, reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextField } from '#web/ui'
import { acts, draftsOf, wantedActs } from './act-form.ts'
import { useRuleWords } from './act-words.ts'
import { TwinNote } from './asks/TwinNote.tsx'
import { ActFields } from './ActFields.tsx'
import { OpeningField } from './OpeningField.tsx'
import { rhythmMessages as messages } from './rhythm-messages.ts'
import { useWords } from './words.ts'

interface CadenceHeadProps {
  readonly cadence: Cadence
  /** The period that opens by itself next. */
  readonly opensNext: { readonly periodId: string; readonly day: string } | null
  readonly mayRun: boolean
}

/** What a cadence does and when, in words; whoever runs it changes or ends it here. */
export function CadenceHead({ cadence, opensNext, mayRun }: CadenceHeadProps) {
  const t = useText(messages)
  const [open, setOpen] = useState<'change' | 'end' | null>(null)
  const scope = cadence.campaignName ?? (cadence.list === null ? null : t(cadence.list))
  return (
    <div className="rhythm">
      <dl className="rhythm__acts">
        {scope !== null && (
          <>
            <dt>{t('scope')}</dt>
            <dd>{scope}</dd>
          </>
        )}
        {acts.map((act) => (
          <ActWords key={act} act={act} cadence={cadence} />
        ))}
        <OpeningWords cadence={cadence} opensNext={opensNext} />
      </dl>
      {cadence.endsOn !== null && <p className="sheet__due">{t('ended', { day: cadence.endsOn })}</p>}
      {mayRun && cadence.endsOn === null && (
        <div className="rhythm__deeds no-print">
          <Button look="quiet" onClick={() => setOpen('change')}>
            {t('change')}
          </Button>
          <Button look="quiet" onClick={() => setOpen('end')}>
            {t('end')}
          </Button>
        </div>
      )}
      {open === 'change' && <ChangeDialog cadence={cadence} onClose={() => setOpen(null)} />}
      {open === 'end' && <EndDialog cadence={cadence} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** Which period opens by itself next, and when; nothing where nothing is dispatched any more. */
function OpeningWords({ cadence, opensNext }: Pick<CadenceHeadProps, 'cadence' | 'opensNext'>) {
  const t = useText(messages)
  const words = useWords()
  if (cadence.endsOn !== null || !settledActs(cadence).some(({ act }) => act === 'dispatch')) return null
  const none = t(cadence.opensByItself ? 'opensNoMore' : 'opensByHand')
  return (
    <>
      <dt>{t('opening')}</dt>
      <dd>
        {opensNext
          ? t('opensNext', { period: words.period(opensNext.periodId), day: words.moment(opensNext.day) })
          : none}
      </dd>
    </>
  )
}

/** The rule in force, and what has been settled for a day to come. */
function ActWords({ act, cadence }: { readonly act: Act; readonly cadence: Cadence }) {
  const t = useText(messages)
  const ruleWords = useRuleWords()
  const { today } = useWords()
  const own = cadence.acts.filter((version) => version.act === act)
  const inForce = own.filter(({ fromDay }) => fromDay <= today).at(-1)
  const toCome = own.filter(({ fromDay }) => fromDay > today)
  if (!inForce?.rule && toCome.length === 0) return null
  return (
    <>
      <dt>{t(act)}</dt>
      <dd>
        {inForce?.rule && <span>{ruleWords(inForce.rule)}</span>}
        {toCome.map(({ fromDay, rule }) => (
          <span key={fromDay} className="rhythm__later">
            {t('fromDay', { day: fromDay })}
            {rule ? ruleWords(rule) : t('notHeld')}
          </span>
        ))}
      </dd>
    </>
  )
}

interface CadenceDialogProps {
  readonly cadence: Cadence
  readonly onClose: () => void
}

function ChangeDialog({ cadence, onClose }: CadenceDialogProps) {
  const t = useText(messages)
  const change = useAction(reportingContract.changeCadence)
  const [name, setName] = useState(cadence.name)
  const [drafts, setDrafts] = useState(() => draftsOf(settledActs(cadence)))
  const [reason, setReason] = useState('')
  const [opensByItself, setOpening] = useState(cadence.opensByItself)
  const { planId, campaignNo, list } = cadence
  // What is asked already is no news; a reason is due where the rhythm begins to ask.
  const asked = settledActs(cadence).some(({ act }) => act === 'dispatch')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { cadenceId } = cadence
    const body = { name, acts: wantedActs(drafts), opensByItself, reason }
    change.mutate({ params: { cadenceId }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('changeTitle', { name: cadence.name })} onClose={onClose}>
      <form className="cadence-form" onSubmit={submit}>
        <p>{t('changeText')}</p>
        <TextField label={t('name')} value={name} required onChange={(event) => setName(event.target.value)} />
        <ActFields drafts={drafts} onChange={setDrafts} />
        <OpeningField value={opensByItself} onChange={setOpening} />
        {!asked && <TwinNote ask={{ planId, campaignNo, list, acts: wantedActs(drafts) }} {...{ reason, setReason }} />}
        <ErrorNote error={change.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={change.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The latest version of each act is what the form starts from. */
function settledActs({ acts: versions }: Cadence) {
  return acts.flatMap((act) => {
    const rule = versions.filter((version) => version.act === act).at(-1)?.rule
    return rule ? [{ act, rule }] : []
  })
}

function EndDialog({ cadence, onClose }: CadenceDialogProps) {
  const t = useText(messages)
  const end = useAction(reportingContract.endCadence)
  const { cadenceId, name } = cadence
  return (
    <Dialog
      title={t('endTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="danger"
            disabled={end.isPending}
            onClick={() => end.mutate({ params: { cadenceId } }, { onSuccess: onClose })}
          >
            {t('end')}
          </Button>
        </>
      }
    >
      <p>{t('endText')}</p>
      <ErrorNote error={end.error} />
    </Dialog>
  )
}
