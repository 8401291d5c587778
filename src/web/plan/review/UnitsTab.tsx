import { useState } from 'react'
import type { WireEntryRow } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Button, Dialog, Empty } from '#web/ui'
import { choices, fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import { namesIn } from './names-in.ts'
import { LiveField, LiveSelect } from './LiveField.tsx'
import { RemovedEntries } from './RemovedEntries.tsx'
import { useReview } from './review-context.ts'

/** The units that the plan names: kinds, spellings, members of groups; spellings of one unit are merged once for all. */
export function UnitsTab() {
  const t = useText(planMessages)
  const { state, selected } = useReview()
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<readonly string[]>([])
  const [merging, setMerging] = useState<readonly string[] | null>(null)
  const units = entriesOf(state.rows, 'unit')
  const shown = units.filter(
    (unit) =>
      unit.entryId === selected || [unit.body.name, ...unit.body.aliases].some((name) => name.includes(text.trim())),
  )
  const duties = countDuties(entriesOf(state.rows, 'item').map((entry) => entry.body))
  return (
    <>
      <Suggestions onMerge={setMerging} />
      <UnitBar text={text} onText={setText} checked={checked.length} onMerge={() => setMerging(checked)} />
      {shown.length === 0 && <Empty text={t('nothingHere')} />}
      <div className="entries">
        {shown.map((unit) => (
          <UnitLine
            key={unit.entryId}
            row={state.rows.get(unit.entryId)}
            duties={duties.get(unit.body.name) ?? 0}
            checked={checked.includes(unit.entryId)}
            onCheck={(on) =>
              setChecked((before) =>
                on ? [...before, unit.entryId] : before.filter((entryId) => entryId !== unit.entryId),
              )
            }
          />
        ))}
      </div>
      <RemovedEntries matches={(entry) => entry.kind === 'unit'} />
      {merging && (
        <MergeDialog
          ids={merging}
          onClose={() => {
            setMerging(null)
            setChecked([])
          }}
        />
      )}
    </>
  )
}

interface UnitBarProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly checked: number
  readonly onMerge: () => void
}

function UnitBar({ text, onText, checked, onMerge }: UnitBarProps) {
  const t = useText(planMessages)
  const { state, actions, closed, select } = useReview()
  const count = entriesOf(state.rows, 'unit').length
  const add = async () =>
    select(await actions.add({ kind: 'unit', body: { name: `${t('unit')} ${count + 1}`, kind: 'other', aliases: [] } }))
  return (
    <div className="toolbar review__filter">
      <input
        type="search"
        className="input"
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {!closed && (
        <Button look="quiet" onClick={() => void add()}>
          ＋ {t('addUnit')}
        </Button>
      )}
      {checked > 1 && !closed && (
        <Button look="quiet" onClick={onMerge}>
          {t('mergeUnits')} · {t('selected', { count: checked })}
        </Button>
      )}
    </div>
  )
}

function countDuties(items: readonly { readonly duties: readonly { readonly unit: string }[] }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { unit } of items.flatMap((item) => item.duties)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return counts
}

function Suggestions({ onMerge }: { readonly onMerge: (ids: readonly string[]) => void }) {
  const t = useText(planMessages)
  const { state, closed } = useReview()
  const ids = new Map(entriesOf(state.rows, 'unit').map((unit) => [unit.body.name, unit.entryId]))
  const pairs = state.standing.suggestions.flatMap(({ keep, alias }) => {
    const [one, other] = [ids.get(keep), ids.get(alias)]
    return one && other ? [{ keep, alias, pair: [one, other] }] : []
  })
  if (pairs.length === 0 || closed) return null
  return (
    <div className="note suggestions">
      <p>{t('perhapsSame')}</p>
      <ul>
        {pairs.map(({ keep, alias, pair }) => (
          <li key={`${keep} ${alias}`}>
            {keep} = {alias}
            <Button look="quiet" onClick={() => onMerge(pair)}>
              {t('mergeUnits')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface UnitLineProps {
  readonly row: WireEntryRow | undefined
  readonly duties: number
  readonly checked: boolean
  readonly onCheck: (checked: boolean) => void
}

function UnitLine({ row, duties, checked, onCheck }: UnitLineProps) {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  const { selected, select } = useReview()
  if (row?.entry.kind !== 'unit') return null
  const { entryId, body } = row.entry
  return (
    <div className="entries__item">
      <div id={`row-${entryId}`} className={`entry${entryId === selected ? ' is-current' : ''}`}>
        <input
          type="checkbox"
          aria-label={body.name}
          checked={checked}
          onChange={(event) => onCheck(event.target.checked)}
        />
        <button
          type="button"
          className="entry__main"
          aria-expanded={entryId === selected}
          onClick={() => select(entryId)}
        >
          <span className="entry__title">
            {body.name}
            {body.aliases.length > 0 && <span className="entry__aliases">{body.aliases.join('、')}</span>}
          </span>
          <span className="entry__promise">{words(body.kind)}</span>
          <span className="entry__lead">{t('dutiesCount', { count: duties })}</span>
        </button>
      </div>
      {entryId === selected && <UnitEditor row={row} />}
    </div>
  )
}

function UnitEditor({ row }: { readonly row: WireEntryRow }) {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  const { actions, closed } = useReview()
  if (row.entry.kind !== 'unit') return null
  const { entryId, body } = row.entry
  const change = (next: Partial<typeof body>, base: number) =>
    actions.edit(
      entryId,
      (entry) => (entry.kind === 'unit' ? { ...entry, body: { ...entry.body, ...next } } : entry),
      base,
    )
  const shared = { revision: row.revision }
  return (
    <fieldset className="editor" disabled={closed}>
      <div className="editor__grid">
        <LiveField
          {...shared}
          label={t('unit')}
          value={body.name}
          onCommit={(text, base) => change({ name: text.trim() }, base)}
        />
        <LiveSelect
          {...shared}
          label={t('unitKind')}
          value={body.kind}
          options={choices.unitKind.map((value) => ({ value, label: words(value) }))}
          onCommit={(kind, base) => change({ kind }, base)}
        />
        <LiveField
          {...shared}
          label={t('aliases')}
          hint={t('commaList')}
          value={body.aliases.join('、')}
          onCommit={(text, base) => change({ aliases: namesIn(text) }, base)}
        />
        {body.kind === 'group' && (
          <div className="editor__wide">
            <LiveField
              {...shared}
              label={t('members')}
              hint={t('commaList')}
              value={(body.members ?? []).join('、')}
              onCommit={(text, base) => change({ members: namesIn(text) }, base)}
            />
          </div>
        )}
      </div>
      <div className="editor__actions">
        <Button
          look="quiet"
          onClick={() => void actions.edit(entryId, (entry) => ({ ...entry, removedAs: 'deleted' }))}
        >
          {t('delete')}
        </Button>
      </div>
    </fieldset>
  )
}

/** Which name stays; the others become aliases and every duty is renamed. */
function MergeDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useText(planMessages)
  const { state, actions } = useReview()
  const units = entriesOf(state.rows, 'unit').filter((unit) => ids.includes(unit.entryId))
  const [keep, setKeep] = useState(ids[0] ?? '')
  const merge = async () => {
    await actions.merge(
      keep,
      units.map((unit) => unit.entryId).filter((entryId) => entryId !== keep),
    )
    onClose()
  }
  return (
    <Dialog
      title={t('mergeUnits')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" onClick={() => void merge()}>
            {t('merge')}
          </Button>
        </>
      }
    >
      <p>{t('mergeInto')}</p>
      <ul className="choices">
        {units.map((unit) => (
          <li key={unit.entryId}>
            <label>
              <input type="radio" name="keep" checked={keep === unit.entryId} onChange={() => setKeep(unit.entryId)} />
              {unit.body.name}
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
