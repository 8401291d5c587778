import { type ChangeEvent, type FormEvent, useId, useState } from 'react'
import type { OutputOf } from '#adapters/http/contract/kit'
import { reconciliationContract, type ReconciliationPage, type Side } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, Section, TextArea } from '#web/ui'
import { reconciliationMessages as messages } from './messages.ts'

interface SideEntryProps {
  readonly page: ReconciliationPage
  readonly side: Side
}

/** Figures of one side, pasted from a sheet or uploaded; rows that cannot be read are named, and nothing is taken. */
export function SideEntry({ page, side }: SideEntryProps) {
  const t = useText(messages)
  const file = useId()
  const [table, setTable] = useState('')
  const take = useAction(reconciliationContract.importFigures)
  const { reconciliationId, firstUnitName, secondUnitName } = page.round
  const send = (sheet: File) =>
    take.mutate(
      { params: { reconciliationId, side }, file: sheet },
      { onSuccess: ({ findings }) => findings.length === 0 && setTable('') },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(new File([table], 'pasted.csv', { type: 'text/csv' }))
  }
  const upload = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? []
    if (chosen) send(chosen)
    target.value = ''
  }
  const findings = take.data?.findings ?? []
  return (
    <div className="no-print">
      <Section title={t('enter', { side: side === 'first' ? firstUnitName : secondUnitName })}>
        <form className="reconciliation__entry" onSubmit={submit}>
          <TextArea
            label={t('paste')}
            hint={t('pasteHint')}
            rows={4}
            value={table}
            onChange={(event) => setTable(event.target.value)}
          />
          <p className="page__actions">
            <Button look="primary" type="submit" disabled={table.trim() === '' || take.isPending}>
              {t('take')}
            </Button>
            <label className="button button--plain" htmlFor={file}>
              {t('upload')}
            </label>
            <input id={file} className="visually-hidden" type="file" accept=".xlsx,.csv,.txt" onChange={upload} />
            {take.data && findings.length === 0 && (
              <span className="note note--done" role="status">
                {t('taken', { count: take.data.entered })}
              </span>
            )}
          </p>
          <ErrorNote error={take.error} />
          {findings.length > 0 && <BadRows findings={findings} />}
        </form>
      </Section>
    </div>
  )
}

type Finding = OutputOf<typeof reconciliationContract.importFigures>['findings'][number]

/** So many rows that cannot be read are named. */
const MOST_NAMED = 20

function BadRows({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText(messages)
  return (
    <div className="note note--error" role="alert">
      <p>{t('nothingTaken', { count: findings.length })}</p>
      <ul>
        {findings.slice(0, MOST_NAMED).map(({ row, fault, text }) => (
          <li key={row}>{t('row', { row, fault: t(fault, { text }) })}</li>
        ))}
      </ul>
    </div>
  )
}
