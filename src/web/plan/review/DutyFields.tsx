import { useId, useState } from 'react'
import type { WireItem } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { choices, fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import type { ItemFieldsProps } from './ItemEditor.tsx'
import { LiveField } from './LiveField.tsx'
import { useReview } from './review-context.ts'

type Duty = WireItem['duties'][number]

/** Who is on duty and in which role; of several leads the first reports. */
export function DutyFields({ item, revision, change }: ItemFieldsProps) {
  const t = useText(planMessages)
  const set = (duties: readonly Duty[]) => void change((now) => ({ ...now, duties }), revision)
  const reporter = reporterAmong(item.duties)
  return (
    <div className="editor__part">
      <span className="editor__label">{t('duties')}</span>
      <ul className="duties">
        {item.duties.map((duty, at) => (
          <DutyLine
            key={duty.unit}
            duty={duty}
            reports={duty === reporter}
            onRole={(role) => set(item.duties.with(at, { ...duty, role }))}
            onFirst={() => set([duty, ...item.duties.filter((other) => other !== duty)])}
            onRemove={() => set(item.duties.filter((other) => other !== duty))}
          />
        ))}
      </ul>
      <NewDuty
        onAdd={(unit) => set([...item.duties, { unit, role: item.duties.length === 0 ? 'lead' : 'responsible' }])}
      />
      <label className="editor__check">
        <input
          type="checkbox"
          checked={item.openList}
          onChange={(event) => {
            const openList = event.target.checked
            void change((now) => ({ ...now, openList }), revision)
          }}
        />
        {t('openList')}
      </label>
      <div className="editor__grid">
        <LiveField
          label={t('leaderInCharge')}
          value={item.leaderInCharge ?? ''}
          revision={revision}
          onCommit={(text, base) => change((now) => ({ ...now, leaderInCharge: text.trim() || null }), base)}
        />
        <LiveField
          label={t('responsiblePerson')}
          value={item.responsiblePerson ?? ''}
          revision={revision}
          onCommit={(text, base) => change((now) => ({ ...now, responsiblePerson: text.trim() || null }), base)}
        />
      </div>
    </div>
  )
}

function reporterAmong(duties: readonly Duty[]): Duty | undefined {
  return duties.find((duty) => duty.role === 'lead') ?? duties.find((duty) => duty.role === 'responsible')
}

interface DutyLineProps {
  readonly duty: Duty
  readonly reports: boolean
  readonly onRole: (role: Duty['role']) => void
  readonly onFirst: () => void
  readonly onRemove: () => void
}

function DutyLine({ duty, reports, onRole, onFirst, onRemove }: DutyLineProps) {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  return (
    <li>
      <select
        className="input"
        aria-label={duty.unit}
        value={duty.role}
        onChange={(event) => onRole(choices.role.find((role) => role === event.target.value) ?? duty.role)}
      >
        {choices.role.map((role) => (
          <option key={role} value={role}>
            {words(role)}
          </option>
        ))}
      </select>
      <span className="duties__unit">{duty.unit}</span>
      {reports ? (
        <span className="chip">{t('reportsIt')}</span>
      ) : (
        duty.role === 'lead' && (
          <Button look="quiet" onClick={onFirst}>
            {t('letReport')}
          </Button>
        )
      )}
      <Button look="quiet" aria-label={`${t('remove')} ${duty.unit}`} onClick={onRemove}>
        ×
      </Button>
    </li>
  )
}

function NewDuty({ onAdd }: { readonly onAdd: (unit: string) => void }) {
  const t = useText(planMessages)
  const { state } = useReview()
  const [name, setName] = useState('')
  const list = useId()
  const add = () => {
    if (name.trim() === '') return
    onAdd(name.trim())
    setName('')
  }
  return (
    <div className="duties__new">
      <input
        className="input"
        list={list}
        aria-label={t('addDuty')}
        placeholder={t('addDuty')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <datalist id={list}>
        {entriesOf(state.rows, 'unit').map((unit) => (
          <option key={unit.entryId} value={unit.body.name} />
        ))}
      </datalist>
      <Button look="quiet" disabled={name.trim() === ''} onClick={add}>
        {t('addDuty')}
      </Button>
    </div>
  )
}
