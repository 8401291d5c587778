import { type FormEvent, useState } from 'react'
import { type FinalAccount, planContract } from '#adapters/http/contract/plan'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, Section, SelectField, TextField } from '#web/ui'
import { yearsMessages as messages } from './messages.ts'

/** What was put right in a closed account: asked with a reason, decided by somebody else. */
export function AccountCorrections({ account }: { readonly account: FinalAccount }) {
  const t = useText(messages)
  const decide = useAction(planContract.decideAccountCorrection)
  const closed = account.parts.flatMap((part) => (part.closed ? part.lines : []))
  if (closed.length === 0) return null
  const titles = new Map(closed.map(({ itemId, title }) => [itemId, title]))
  return (
    <Section title={t('corrections')}>
      <ul className="account__corrections">
        {account.corrections.map(({ correctionId, itemId, oldValue, newValue, reason, ...one }) => (
          <li key={correctionId}>
            <span>
              {t('correctionLine', { title: titles.get(itemId) ?? '', old: oldValue ?? '—', value: newValue, reason })}
            </span>
            <small>
              {one.madeByName}　{t(one.approvedAt ? 'approved' : one.refusedAt ? 'refused' : 'waiting')}
            </small>
            {account.may.keep && !one.approvedAt && !one.refusedAt && (
              <span className="account__deeds no-print">
                {([true, false] as const).map((approve) => (
                  <Button
                    key={String(approve)}
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ params: { correctionId }, body: { approve } })}
                  >
                    {t(approve ? 'approve' : 'refuse')}
                  </Button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={decide.error} />
      {account.may.keep && <CorrectionForm planId={account.planId} lines={closed} />}
    </Section>
  )
}

interface CorrectionFormProps {
  readonly planId: string
  readonly lines: FinalAccount['parts'][number]['lines']
}

function CorrectionForm({ planId, lines }: CorrectionFormProps) {
  const t = useText(messages)
  const [said, setSaid] = useState({ itemId: '', newValue: '', reason: '' })
  const correct = useAction(planContract.correctFinalAccount)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    correct.mutate(
      { params: { planId }, body: said },
      { onSuccess: () => setSaid({ itemId: '', newValue: '', reason: '' }) },
    )
  }
  return (
    <form className="account__form no-print" onSubmit={submit}>
      <SelectField
        label={t('item')}
        value={said.itemId}
        options={[{ value: '', label: '' }, ...lines.map(({ itemId, title }) => ({ value: itemId, label: title }))]}
        onChange={(event) => setSaid({ ...said, itemId: event.target.value })}
      />
      <TextField
        label={t('newValue')}
        figure
        value={said.newValue}
        onChange={(event) => setSaid({ ...said, newValue: event.target.value })}
      />
      <TextField
        label={t('reason')}
        value={said.reason}
        onChange={(event) => setSaid({ ...said, reason: event.target.value })}
      />
      <Button type="submit" disabled={correct.isPending || Object.values(said).some((words) => words.trim() === '')}>
        {t('correct')}
      </Button>
      <ErrorNote error={correct.error} />
    </form>
  )
}
