import { accept, decimalText, isLocalDate, parseDecimal, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { ListField, RowBody, RowDifference, RowValues } from './types.ts'

const LONGEST_TEXT = 1000

/**
 * What was typed into a row as it is kept: trimmed, decimals in plain digits, nothing for an empty field. `before`: what stands there
 * now; a field that has ended, and a choice that is not offered any more, stay as they are.
 */
export function valuesOf(fields: readonly ListField[], typed: RowValues, before: RowValues = {}): Result<RowValues> {
  const values: Record<string, string> = {}
  for (const field of fields) {
    const old = before[field.key] ?? ''
    const said = field.ended ? old : (typed[field.key] ?? '').trim()
    if (said === '') {
      if (field.required && !field.ended) return refuse('list.valueMissing', { label: field.label }, field.key)
      continue
    }
    const read = said === old ? accept(said) : valueOf(field, said)
    if (!read.ok) return read
    values[field.key] = read.value
  }
  return Object.keys(values).length === 0 ? refuse('list.rowEmpty', {}, fields[0]?.key ?? '') : accept(values)
}

function valueOf({ key, kind, label, choices }: ListField, said: string): Result<string> {
  switch (kind) {
    case 'decimal': {
      const figure = parseDecimal(said.normalize('NFKC').replaceAll(',', ''))
      return figure === null ? refuse('list.decimalInvalid', { label }, key) : accept(decimalText(figure))
    }
    case 'day':
      return isLocalDate(said) ? accept(said) : refuse('list.dayInvalid', { label }, key)
    case 'yesNo':
      return said === '1' || said === '0' ? accept(said) : refuse('list.yesNoInvalid', { label }, key)
    case 'choice':
      return choices.includes(said) ? accept(said) : refuse('list.choiceInvalid', { label }, key)
    case 'text':
      return said.length <= LONGEST_TEXT
        ? accept(said)
        : refuse('list.textTooLong', { label, limit: LONGEST_TEXT }, key)
  }
}

/** What differs between two states of a row, in the order of the fields; who answers and the item come last. */
export function rowDifferences(fields: readonly ListField[], before: RowBody | null, after: RowBody): RowDifference[] {
  const held = (body: RowBody | null, key: string): string | null => body?.values[key] ?? null
  const all = [
    ...fields.map(({ key }) => ({ key, before: held(before, key), after: held(after, key) })),
    { key: 'unit', before: before?.unitId ?? null, after: after.unitId },
    { key: 'item', before: before?.itemId ?? null, after: after.itemId },
  ]
  return all.filter((one) => one.before !== one.after)
}
