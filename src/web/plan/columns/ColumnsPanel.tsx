import { useState } from 'react'
import { planContract, type WireColumnUse, type WireTableLook } from '#adapters/http/contract/plan'
import { call, useLanguage, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { columnsMessages } from './messages.ts'
import { statedColumns } from './stated-columns.ts'

interface ColumnsPanelProps {
  readonly file: File
  readonly tables: readonly WireTableLook[]
  /** Loads the file with the columns as they stand; the text goes to the server beside the file. */
  readonly onLoad: (columns: string) => void
  readonly onCancel: () => void
}

/** What each column of a dropped table holds: as recognised or remembered, with its first rows, to be changed before it is loaded. */
export function ColumnsPanel({ file, tables, onLoad, onCancel }: ColumnsPanelProps) {
  const t = useText(columnsMessages)
  const { looks, error, change } = useLooks(file, tables)
  const tasks = looks.reduce((sum, look) => sum + look.tasks, 0)
  return (
    <section className="columns" aria-label={t('columnsTitle')}>
      <h2 className="columns__title">{t('columnsTitle')}</h2>
      <p className="columns__lead">{t('columnsLead', { name: file.name })}</p>
      {looks.map((look, at) => (
        <TableColumns
          key={`${look.sheet} ${look.headKey}`}
          look={look}
          onChange={(letters, use) => change(at, letters, use)}
        />
      ))}
      <ErrorNote error={error} />
      <div className="columns__actions">
        <Button look="primary" disabled={tasks === 0} onClick={() => onLoad(JSON.stringify(statedColumns(looks)))}>
          {t('columnsLoad', { count: tasks })}
        </Button>
        <Button onClick={onCancel}>{t('columnsCancel')}</Button>
        {tasks === 0 && <span role="status">{t('columnsNoTask')}</span>}
      </div>
    </section>
  )
}

/** The tables as they stand; a change asks the server again what the rows become. */
function useLooks(file: File, tables: readonly WireTableLook[]) {
  const [looks, setLooks] = useState(tables)
  const [error, setError] = useState<Error | null>(null)
  const change = async (at: number, letters: string, use: WireColumnUse) => {
    const stated = looks.map((look, index) => (index === at ? withUse(look, letters, use) : look))
    setLooks(stated)
    setError(null)
    try {
      const body = { columns: JSON.stringify(statedColumns(stated)) }
      const { tables: fresh } = await call(planContract.lookAtTables, { file, body })
      setLooks((now) => (now === stated ? fresh : now))
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    }
  }
  return { looks, error, change: (at: number, letters: string, use: WireColumnUse) => void change(at, letters, use) }
}

function withUse(look: WireTableLook, letters: string, use: WireColumnUse): WireTableLook {
  return { ...look, columns: look.columns.map((column) => (column.letters === letters ? { ...column, use } : column)) }
}

interface TableColumnsProps {
  readonly look: WireTableLook
  readonly onChange: (letters: string, use: WireColumnUse) => void
}

function TableColumns({ look, onChange }: TableColumnsProps) {
  const t = useText(columnsMessages)
  return (
    <>
      <h3 className="columns__sheet">
        {t('columnsSheet', { sheet: look.sheet, row: look.headRow, tasks: look.tasks })}
        {look.remembered && <span className="chip">{t('columnsRemembered')}</span>}
      </h3>
      <table className="columns__table">
        <thead>
          <tr>
            <th scope="col">{t('columnsColumn')}</th>
            <th scope="col">{t('columnsUse')}</th>
            <th scope="col">{t('columnsSamples')}</th>
          </tr>
        </thead>
        <tbody>
          {look.columns.map(({ letters, head, use, samples }) => (
            <tr key={letters} className={use === 'none' ? 'is-unused' : undefined}>
              <th scope="row">
                <span className="columns__letters">{letters}</span> {head.replace(/\s+/g, ' ') || t('columnsNoHead')}
              </th>
              <td>
                <UseSelect
                  label={t('columnsUseOf', { column: `${letters} ${head}` })}
                  use={use}
                  onChange={(to) => onChange(letters, to)}
                />
              </td>
              <td>
                <div className="columns__samples">
                  {samples.map((sample, at) => (
                    // Samples have no name of their own; their row is their place.
                    <span key={at} className="columns__sample">
                      {sample.replace(/\s+/g, ' ') || '—'}
                    </span>
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Faults look={look} />
    </>
  )
}

const words = {
  ...{ number: 'useNumber', group: 'useGroup', title: 'useTitle', goal: 'useGoal', measures: 'useMeasures' },
  ...{ lead: 'useLead', responsible: 'useResponsible', support: 'useSupport', participate: 'useParticipate' },
  ...{ leader: 'useLeader', person: 'usePerson', due: 'useDue', none: 'useNone' },
} as const satisfies Record<WireColumnUse, keyof typeof columnsMessages>
const USES = Object.keys(words) as readonly (keyof typeof words)[]

interface UseSelectProps {
  readonly label: string
  readonly use: WireColumnUse
  readonly onChange: (use: WireColumnUse) => void
}

function UseSelect({ label, use, onChange }: UseSelectProps) {
  const t = useText(columnsMessages)
  return (
    <select
      className="input"
      aria-label={label}
      value={use}
      onChange={(event) => onChange(USES.find((one) => one === event.target.value) ?? use)}
    >
      {USES.map((one) => (
        <option key={one} value={one}>
          {t(words[one])}
        </option>
      ))}
    </select>
  )
}

/** Rows that become no task, or whose date is open: named, because nothing may be lost unseen. */
function Faults({ look: { faults } }: { readonly look: WireTableLook }) {
  const t = useText(columnsMessages)
  const { language } = useLanguage()
  if (faults.length === 0) return null
  return (
    <details className="columns__faults" open={faults.length <= 5}>
      <summary>{t('columnsFaults', { count: faults.length })}</summary>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.number} ${fault.words.en}`}>{fault.words[language]}</li>
        ))}
      </ul>
    </details>
  )
}
