import { type ChangeEvent, type FormEvent, useState } from 'react'
import { reportingContract, type Series } from '#adapters/http/contract/reporting'
import { useAction, useText, useMarks } from '#web/kit'
import { Button, ErrorNote, TextArea, TextField } from '#web/ui'
import { type BadRow, readReleaseTable, type ReleaseRow } from './release-table.ts'
import { releaseMessages as messages } from './release-messages.ts'
import { shown, useWords } from './words.ts'

/** Takes in one release: its source, and its figures as a pasted table that is read while it is typed. */
export function ReleaseForm({ series }: { readonly series: readonly Series[] }) {
  const t = useText(messages)
  const words = useWords()
  const take = useAction(reportingContract.importReleases)
  const [source, setSource] = useState<Source>({ body: '', document: '', releasedOn: words.today })
  const [table, setTable] = useState('')
  const { rows, bad } = readReleaseTable(table, series)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const figures = rows.map(({ title: _title, ...figure }) => figure)
    take.mutate({ body: { ...source, figures } }, { onSuccess: () => setTable('') })
  }
  return (
    <form className="release" onSubmit={submit}>
      <SourceFields source={source} onChange={setSource} />
      <TextArea
        label={t('paste')}
        hint={t('pasteHint')}
        rows={5}
        value={table}
        onChange={(event) => setTable(event.target.value)}
      />
      {bad.length > 0 && <BadRows bad={bad} />}
      {rows.length > 0 && (
        <ul className="release__rows">
          {rows.map((row) => (
            <li key={`${row.itemId} ${row.periodId}`}>
              {row.title} · {words.period(row.periodId)} · <b className="figure">{shown(row.value)}</b>{' '}
              {row.estimate && <span className="chip">{t('estimate')}</span>}
              <Judged {...row} />
            </li>
          ))}
        </ul>
      )}
      <ErrorNote error={take.error} />
      {take.data && table === '' && <p className="note note--done">{t('taken', { count: take.data.imported })}</p>}
      <div className="page__actions">
        <Button look="primary" type="submit" disabled={rows.length === 0 || bad.length > 0 || take.isPending}>
          {t('take')}
        </Button>
        {rows.length > 0 && <span className="sheet__burden">{t('rows', { count: rows.length })}</span>}
      </div>
    </form>
  )
}

/** Points and place, where the body gives them. */
export function Judged({ score, rank, rankOf }: Pick<ReleaseRow, 'score' | 'rank' | 'rankOf'>) {
  const t = useText(messages)
  const place = rank === null ? '' : rankOf === null ? t('rank', { rank }) : t('rankOf', { rank, of: rankOf })
  const words = [score === null ? '' : t('score', { score: shown(score) }), place].filter((part) => part !== '')
  return words.length > 0 && <small className="nowrap"> {words.join(' · ')}</small>
}

interface Source {
  readonly body: string
  readonly document: string
  readonly releasedOn: string
}

function SourceFields({ source, onChange }: { readonly source: Source; readonly onChange: (source: Source) => void }) {
  const t = useText(messages)
  const { today } = useWords()
  const field = (name: keyof Source) => ({
    label: t(name),
    value: source[name],
    required: true,
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange({ ...source, [name]: event.target.value }),
  })
  return (
    <div className="release__source">
      <TextField hint={t('bodyHint')} {...field('body')} />
      <TextField {...field('document')} />
      <TextField type="date" max={today} {...field('releasedOn')} />
    </div>
  )
}

function BadRows({ bad }: { readonly bad: readonly BadRow[] }) {
  const t = useText(messages)
  const marks = useMarks()
  return (
    <div className="note note--error" role="alert">
      <p>{t('badRows', { count: bad.length })}</p>
      <ul>
        {bad.map(({ line, fault, text }) => (
          <li key={line}>
            {t('line', { line })}
            {marks.colon}
            {t(fault, { name: text, text })}
          </li>
        ))}
      </ul>
    </div>
  )
}
