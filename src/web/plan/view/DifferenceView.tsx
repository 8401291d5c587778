import type { WireDifference } from '#adapters/http/contract/plan'
import { useText, useMarks } from '#web/kit'
import { planMessages } from '../messages.ts'
import { useFieldText } from './use-field-text.ts'

/** What differs between two versions: added, taken out, changed field by field. */
export function DifferenceView({ difference }: { readonly difference: WireDifference }) {
  const t = useText(planMessages)
  const { added, removed, changed, unchanged, meta, units } = difference
  const marks = useMarks()
  const same =
    added.length + removed.length + changed.length + meta.length + units.added.length + units.removed.length === 0
  if (same) return <p>{t('differenceNone')}</p>
  return (
    <div className="difference">
      <p className="difference__sum">
        {[
          t('added', { count: added.length }),
          t('removed', { count: removed.length }),
          t('changed', { count: changed.length }),
          t('unchanged', { count: unchanged }),
        ].join(' · ')}
      </p>
      <Titles sign="＋" items={added} />
      <Titles sign="－" items={removed} />
      <Changes changed={changed} />
      {(units.added.length > 0 || units.removed.length > 0) && (
        <p>
          {t('unit')}
          {marks.colon}
          {[...units.added.map((name) => `＋${name}`), ...units.removed.map((name) => `－${name}`)].join('　')}
        </p>
      )}
    </div>
  )
}

function Titles({ sign, items }: { readonly sign: string; readonly items: WireDifference['added'] }) {
  if (items.length === 0) return null
  return (
    <ul className={sign === '＋' ? 'difference__added' : 'difference__removed'}>
      {items.map((item) => (
        <li key={item.itemId}>
          {sign} {item.title} <span className="chip">{item.path}</span>
        </li>
      ))}
    </ul>
  )
}

function Changes({ changed }: { readonly changed: WireDifference['changed'] }) {
  const t = useText(planMessages)
  const { labelOf, textOf } = useFieldText()
  if (changed.length === 0) return null
  return (
    <table className="table difference__changes">
      <tbody>
        {changed.flatMap((item) =>
          tellingChanges(item).map((change, at) => (
            <tr key={`${item.itemId} ${change.field}`}>
              <td className="difference__title">{at === 0 && item.title}</td>
              <td className="difference__field">{labelOf(change.field)}</td>
              <td>
                <del title={t('was')}>{textOf(change.before)}</del>
              </td>
              <td>
                <ins title={t('is')}>{textOf(change.after)}</ins>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

/** The words of the sentence are shown only where no field says what changed in them. */
function tellingChanges({ changes }: WireDifference['changed'][number]) {
  const fields = changes.filter((change) => change.field !== 'quote')
  return fields.length > 0 ? fields : changes
}
