import type { UnitView } from '#adapters/http/contract/organisation'
import { useText, When, useMarks } from '#web/kit'
import { Section } from '#web/ui'
import { registerMessages as messages } from './register-messages.ts'
import { useKinds } from './use-kinds.ts'

const ACTS = {
  add: 'add',
  edit: 'edit',
  end: 'end',
  reopen: 'reopen',
  merge: 'merge',
  members: 'members_',
  post: 'post',
  import: 'import',
} as const
const THINGS = {
  name: 'name',
  kind: 'kind',
  aliases: 'aliasesWord',
  members: 'members_',
  from: 'from',
  post: 'post',
  mergedInto: 'mergeInto',
} as const

/** What changed in a unit, newest first: from what to what, why, by whom. */
export function UnitChanges({ changes }: Pick<UnitView, 'changes'>) {
  const t = useText(messages)
  const kinds = useKinds()
  const marks = useMarks()
  if (changes.length === 0) return null
  const inWords = (thing: string, text: string): string => {
    if (text === '') return t('nothing')
    return thing === 'kind' ? (kinds.find(({ value }) => value === text)?.label ?? text) : text
  }
  const thingOf = (thing: string): string => (thing in THINGS ? t(THINGS[thing as keyof typeof THINGS]) : thing)
  return (
    <Section title={t('changes')}>
      <ol className="org-list">
        {changes.map((change) => (
          <li key={change.changeId}>
            <When at={change.at} /> {t(ACTS[change.kind as keyof typeof ACTS])}{' '}
            <span className="quiet">{change.byName}</span>
            {Object.entries(change.changed).map(([thing, [before, after]]) => (
              <div key={thing}>
                {thingOf(thing)}
                {marks.colon}
                {before === ''
                  ? inWords(thing, after)
                  : t('changedTo', { before: inWords(thing, before), after: inWords(thing, after) })}
              </div>
            ))}
            {change.reason && <div className="quiet">{change.reason}</div>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
