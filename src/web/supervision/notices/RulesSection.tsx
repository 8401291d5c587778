import { useState } from 'react'
import type { Rules, RulesView } from '#adapters/http/contract/supervision'
import { useText, useMarks } from '#web/kit'
import { Button, type Column, DataTable, Section } from '#web/ui'
import { noticeMessages as messages } from './messages.ts'
import { PublishRulesDialog } from './PublishRulesDialog.tsx'

const GROUPS = ['sheet', 'order', 'problem'] as const
type Group = (typeof GROUPS)[number]

/** When the levels come, as it was published; a coordinator may publish anew. */
export function RulesSection({ view }: { readonly view: RulesView }) {
  const t = useText(messages)
  const [changing, setChanging] = useState(false)
  const marks = useMarks()
  const { rules, mayPublish } = view
  return (
    <Section
      title={t('rules')}
      aside={mayPublish && <Button onClick={() => setChanging(true)}>{t(rules ? 'change' : 'publish')}</Button>}
    >
      {rules === null ? (
        <p className="notice__lead">{t('noRules')}</p>
      ) : (
        <>
          <RulesTable rules={rules} />
          <p className="notice__lead">
            {t('hoursAt', { hours: rules.hours.map((hour) => `${hour}:00`).join(marks.and) })}
          </p>
          <p className="notice__lead">
            {t('personal')}{' '}
            {t('rulesBy', {
              ...{ version: rules.version, who: rules.publishedByName },
              moment: rules.publishedAt,
            })}
          </p>
        </>
      )}
      {changing && <PublishRulesDialog view={view} onClose={() => setChanging(false)} />}
    </Section>
  )
}

function RulesTable({ rules }: { readonly rules: Rules }) {
  const t = useText(messages)
  const words = (days: number): string => {
    if (days === 0) return t('daysOn')
    return days < 0 ? t('daysBefore', { days: -days }) : t('daysAfter', { days })
  }
  const column = (level: 'reminder' | 'urging' | 'warning'): Column<Group> => ({
    ...{ id: level, title: t(level), cell: (group) => words(rules.levels[group][level]) },
  })
  const columns: readonly Column<Group>[] = [
    { id: 'group', title: t('group'), lead: true, cell: (group) => t(group) },
    ...[column('reminder'), column('urging'), column('warning')],
  ]
  return <DataTable caption={t('rules')} columns={columns} rows={GROUPS} rowKey={(group) => group} />
}
