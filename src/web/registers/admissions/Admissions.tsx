import { useState } from 'react'
import { type Admission, registersContract as contract } from '#adapters/http/contract/registers'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, ReasonDialog } from '#web/ui'
import { admissionMessages as messages } from './messages.ts'

/** What is to come on to a list or to leave it: who asked when and why, what became of it, and the decision where the reader has it. */
export function Admissions({ admissions }: { readonly admissions: readonly Admission[] }) {
  return (
    <ul className="lines">
      {admissions.map((one) => (
        <AdmissionLine key={one.admissionId} admission={one} />
      ))}
    </ul>
  )
}

function AdmissionLine({ admission }: { readonly admission: Admission }) {
  const t = useText(messages)
  const { decision, askedByName, askedAt, reason, mayDecide, admissionId } = admission
  const state = t(decision === null ? 'waiting' : decision.approved ? 'approved' : 'refused')
  const words = useAdmissionWords()(admission)
  return (
    <li>
      <span>
        <b>{words}</b> <span className="chip">{state}</span>
      </span>
      <small>{t('asked', { name: askedByName, at: askedAt, reason })}</small>
      {decision && (
        <small>
          {[t('decided', { name: decision.byName, at: decision.at, state }), decision.note].filter(Boolean).join('　')}
        </small>
      )}
      {mayDecide && <Decision admissionId={admissionId} words={words} />}
    </li>
  )
}

/** What is asked, in words: “第3条移出”, “并列入政策清单”. */
export function useAdmissionWords(): (admission: Admission) => string {
  const t = useText(messages)
  return ({ deed, of, rowNo }) => {
    if (of.what === 'placement') return t(deed === 'remove' ? 'itemOut' : 'itemIn', { list: t(of.list) })
    if (of.body) return t('newRow', { words: Object.values(of.body.values)[0] ?? '' })
    return t(deed === 'remove' ? 'rowOut' : 'rowBack', { no: rowNo ?? '' })
  }
}

function Decision({ admissionId, words }: { readonly admissionId: string; readonly words: string }) {
  const t = useText(messages)
  const decide = useAction(contract.decideAdmission)
  const [isRefusing, setRefusing] = useState(false)
  return (
    <span className="no-print">
      <Button
        disabled={decide.isPending}
        onClick={() => decide.mutate({ params: { admissionId }, body: { approve: true, note: '' } })}
      >
        {t('approve')}
      </Button>{' '}
      <Button look="quiet" disabled={decide.isPending} onClick={() => setRefusing(true)}>
        {t('refuse')}
      </Button>
      {isRefusing ? (
        <ReasonDialog
          title={words}
          label={t('note')}
          confirm={t('refuse')}
          action={decide}
          input={(note) => ({ params: { admissionId }, body: { approve: false, note } })}
          onClose={() => setRefusing(false)}
        />
      ) : (
        <ErrorNote error={decide.error} />
      )}
    </span>
  )
}
