import { type FormEvent, useState } from 'react'
import type { ItemView } from '#adapters/http/contract/insight'
import { reportingContract } from '#adapters/http/contract/reporting'
import { holds, useAction, useMe, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextArea } from '#web/ui'
import { figureMessages as messages } from './figure-messages.ts'
import { shown, useWords } from './words.ts'

const COMPLETION = 'completion'

/** What of an item nobody outside the unit vouches for yet: counted figures by their period, newest first, and a claimed completion. */
export function unverifiedOf(view: ItemView): readonly string[] {
  const figures = view.history.filter((entry) => entry.accumulated !== null && entry.verifiedBy === null)
  const isClaimed = view.nodes.some((node) => node.doneOn !== null && !node.verified)
  return [...new Set(figures.map((entry) => entry.figurePeriodId)), ...(isClaimed ? [COMPLETION] : [])]
}

/** Records who vouches for a figure or a completion, and on what. */
export function VerifyDialog({ view, onClose }: { readonly view: ItemView; readonly onClose: () => void }) {
  const t = useText(messages)
  const choices = useChoices(view)
  const bases = useBases()
  const verify = useAction(reportingContract.verifyFigure)
  const [what, setWhat] = useState(choices[0]?.value ?? COMPLETION)
  const [basis, setBasis] = useState<string>()
  const [note, setNote] = useState('')
  const chosen = bases.find((one) => one === basis) ?? bases[0] ?? 'document'
  const send = (event: FormEvent) => {
    event.preventDefault()
    const body = { periodId: what === COMPLETION ? null : what, basis: chosen, note }
    verify.mutate({ params: { itemId: view.item.itemId }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('verifyTitle', { title: view.item.title })} onClose={onClose}>
      <form className="section" onSubmit={send}>
        <p className="sheet__burden">{t('verifyText')}</p>
        <SelectField
          label={t('what')}
          value={what}
          options={choices}
          onChange={(event) => setWhat(event.target.value)}
        />
        <SelectField
          label={t('basis')}
          value={chosen}
          options={bases.map((one) => ({ value: one, label: t(one) }))}
          onChange={(event) => setBasis(event.target.value)}
        />
        <TextArea
          label={t('note')}
          hint={t('noteHint')}
          value={note}
          required
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
        />
        <ErrorNote error={verify.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={verify.isPending || note.trim() === ''}>
            {t('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function useChoices(view: ItemView): readonly { readonly value: string; readonly label: string }[] {
  const t = useText(messages)
  const words = useWords()
  const unit = view.line.target?.unit ?? ''
  return unverifiedOf(view).map((value) => {
    if (value === COMPLETION) return { value, label: t('completion') }
    const accumulated = view.history.find(
      (one) => one.figurePeriodId === value && one.accumulated !== null,
    )?.accumulated
    const figure = accumulated == null ? '' : `${shown(accumulated)}${unit}`
    return { value, label: t('figureOf', { period: words.period(value), figure }) }
  })
}

/** Each vouches as what he is; a document of the recognising body can be entered by both. */
function useBases(): readonly ('inspector' | 'coordinator' | 'document')[] {
  const { data: me } = useMe()
  const own = (['inspector', 'coordinator'] as const).filter((role) => me !== undefined && holds(me, role))
  return [...own, 'document']
}
