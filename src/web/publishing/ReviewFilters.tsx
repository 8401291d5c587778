import { useText } from '#web/kit'
import { SelectField, TextField } from '#web/ui'
import { fieldLabels } from './field-words.ts'
import { publishingMessages as messages } from './messages.ts'
import type { ReviewSearch } from './review-search.ts'

const classes = ['public', 'internal', 'restricted'] as const
const decisions = ['undecided', 'release', 'withhold'] as const

interface ReviewFiltersProps {
  readonly search: ReviewSearch
  readonly onChange: (part: ReviewSearch) => void
}

/** What the review is narrowed to; it stands in the address. */
export function ReviewFilters({ search, onChange }: ReviewFiltersProps) {
  const t = useText(messages)
  const all = { value: '', label: t('all') }
  return (
    <div className="toolbar">
      <SelectField
        label={t('decision')}
        value={search.decision ?? ''}
        options={[all, ...decisions.map((value) => ({ value, label: t(value) }))]}
        onChange={(event) => onChange({ decision: decisions.find((one) => one === event.target.value) })}
      />
      <SelectField
        label={t('class')}
        value={search.class ?? ''}
        options={[all, ...classes.map((value) => ({ value, label: t(value) }))]}
        onChange={(event) => onChange({ class: classes.find((one) => one === event.target.value) })}
      />
      <SelectField
        label={t('field')}
        value={search.field ?? ''}
        options={[all, ...Object.entries(fieldLabels).map(([value, label]) => ({ value, label: t(label) }))]}
        onChange={(event) => onChange({ field: event.target.value || undefined })}
      />
      <TextField
        label={t('search')}
        type="search"
        value={search.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
    </div>
  )
}
