import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { FieldAsked, ListField } from './types.ts'

const MOST_FIELDS = 30

/**
 * The fields of a list as asked for, upon those that it had: a known key keeps its kind and its place, a new field gets the next key,
 * one that is not asked for any more is ended, so that what was written in it can still be read.
 */
export function fieldsOf(
  asked: readonly FieldAsked[],
  before: readonly ListField[] = [],
): Result<readonly ListField[]> {
  if (asked.length === 0) return refuse('list.fieldsMissing', {}, 'fields')
  if (asked.length > MOST_FIELDS) return refuse('list.tooManyFields', { limit: MOST_FIELDS }, 'fields')
  const labels = asked.map(({ label }) => label.trim())
  const twice = labels.find((label, index) => label !== '' && labels.indexOf(label) !== index)
  if (twice !== undefined) return refuse('list.labelTwice', { label: twice }, 'fields')
  let last = Math.max(0, ...before.map(({ key }) => Number(key.slice(1))))
  const fields: ListField[] = []
  for (const field of asked) {
    const known = before.find(({ key }) => key === field.key)
    const checked = checkedField(field, known)
    if (!checked.ok) return checked
    fields.push({ ...checked.value, key: known?.key ?? `f${(last += 1)}`, ended: false })
  }
  const kept = new Set(fields.map(({ key }) => key))
  return accept([...fields, ...before.filter(({ key }) => !kept.has(key)).map((field) => ({ ...field, ended: true }))])
}

function checkedField(field: FieldAsked, known: ListField | undefined): Result<Omit<ListField, 'key' | 'ended'>> {
  const label = field.label.trim()
  if (label === '') return refuse('list.labelMissing', {}, 'fields')
  if (field.key !== undefined && known === undefined) return refuse('list.fieldUnknown', { label }, 'fields')
  if (known && known.kind !== field.kind) return refuse('list.kindStays', { label }, 'fields')
  const choices = [...new Set(field.choices.map((choice) => choice.trim()).filter((choice) => choice !== ''))]
  if (field.kind === 'choice' && choices.length < 2) return refuse('list.choicesMissing', { label }, 'fields')
  const { kind, required } = field
  return accept({
    ...{ label, kind, required },
    unit: kind === 'decimal' ? field.unit.trim() : '',
    choices: kind === 'choice' ? choices : [],
  })
}
