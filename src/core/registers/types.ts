/** What a field of a list holds: words, a decimal, a day, yes or no, or one of some words. */
export type FieldKind = 'text' | 'decimal' | 'day' | 'yesNo' | 'choice'

/** One field of a list as its office defined it. */
export interface ListField {
  /** Stays when the label changes, so that what was written keeps its place. */
  readonly key: string
  readonly label: string
  readonly kind: FieldKind
  /** Of a decimal: 万元、户; empty = none. */
  readonly unit: string
  /** Of a choice: the words to choose from. */
  readonly choices: readonly string[]
  readonly required: boolean
  /** Not asked any more; what was written in it stays to be read. */
  readonly ended: boolean
}

/** A field as it is asked for: without a key it is a new one. */
export interface FieldAsked extends Omit<ListField, 'key' | 'ended'> {
  readonly key?: string | undefined
}

/** What a row holds, by the keys of its fields; decimals, days and yes (1) or no (0) as strings; an empty field is left out. */
export type RowValues = Readonly<Record<string, string>>

/** A row as it is kept and compared: its values, who answers for it, and the item of a plan that it belongs to. */
export interface RowBody {
  readonly values: RowValues
  readonly unitId: string | null
  readonly itemId: string | null
}

/** What became of a row. */
export type RowDeed = 'add' | 'change' | 'remove' | 'restore'

/** What needs another person's approval: that something comes on to a list, leaves it, or comes back. */
export type AdmissionDeed = Exclude<RowDeed, 'change'>

/** One field of a row that is not as it was; `key` is a field's, or `unit` and `item`. Null = empty. */
export interface RowDifference {
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}
