import type { FieldName, ReviewItem } from '#adapters/http/contract/publishing'
import { lightWords, reasonWords } from '#core/insight'
import { periodName, type Language } from '#web/kit'
import { groupDigits } from '#web/ui'
import type { publishingMessages } from './messages.ts'

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', '~': '≈' }

/** A target as one short text: ≥60个, 2—3条. */
export function targetWords({ op, value, valueHigh, unit }: NonNullable<ReviewItem['fields']['target']>): string {
  if (value === null) return ''
  const range = valueHigh === null ? groupDigits(value) : `${groupDigits(value)}—${groupDigits(valueHigh)}`
  return `${signs[op] ?? ''}${range}${unit}`
}

/** What the fields of a review are called. */
export const fieldLabels: Readonly<Record<FieldName, keyof typeof publishingMessages>> = {
  title: 'fieldTitle',
  sentence: 'fieldSentence',
  target: 'fieldTarget',
  unit: 'fieldUnit',
  figure: 'fieldFigure',
  light: 'fieldLight',
  why: 'fieldWhy',
  nodes: 'fieldNodes',
  corrections: 'fieldCorrections',
  correctionReasons: 'fieldCorrectionReasons',
  paragraph: 'fieldParagraph',
  blockage: 'fieldBlockage',
  leaderInCharge: 'fieldLeaderInCharge',
  responsiblePerson: 'fieldResponsiblePerson',
}

/** What one field says, in words: exactly what would be read outside. */
export function fieldWords({ fields }: ReviewItem, field: FieldName, language: Language): string {
  switch (field) {
    case 'target':
      return fields.target ? `${targetWords(fields.target)}（${fields.target.due}）` : ''
    case 'figure':
      return fields.figure ? `${groupDigits(fields.figure.value)}${fields.figure.unit}（${fields.figure.asOf}）` : ''
    case 'light':
      return fields.light ? lightWords[fields.light][language] : ''
    case 'why':
      return (fields.why ?? []).map((reason) => reasonWords(reason)[language]).join('；')
    case 'nodes':
      return (fields.nodes ?? [])
        .map(({ label, due, doneOn }) => `${due} ${label}${doneOn ? ` ✓ ${doneOn}` : ''}`)
        .join('；')
    case 'corrections':
      return (fields.corrections ?? [])
        .map(
          (one) =>
            `${periodName(one.periodId, language)}：${one.oldFigure ?? '—'} → ${one.newFigure ?? '—'}${one.unit}`,
        )
        .join('；')
    case 'correctionReasons':
      return (fields.correctionReasons ?? []).join('；')
    default:
      return fields[field] ?? ''
  }
}
