import { useText, useMarks } from '#web/kit'
import { type FieldWord, fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'

const labels: Readonly<Record<string, keyof typeof planMessages>> = {
  title: 'fieldTitle',
  quote: 'source',
  campaignNo: 'fieldCampaign',
  duties: 'duties',
  openList: 'openList',
  leaderInCharge: 'leaderInCharge',
  responsiblePerson: 'responsiblePerson',
  timeNodes: 'timeNodes',
  frequency: 'fieldFrequency',
  accumulation: 'fieldAccumulation',
  origin: 'fieldOrigin',
  trajectory: 'fieldTrajectory',
  measureConfirmed: 'confirmed',
  investment: 'investment',
  stage: 'stage',
  action: 'policyAction',
  document: 'policyDocument',
  body: 'policyBody',
  amount: 'policyAmount',
  beneficiaries: 'beneficiaries',
  'target.subject': 'fieldTitle',
  'target.kind': 'fieldTargetKind',
  'target.op': 'fieldOp',
  'target.value': 'fieldValue',
  'target.valueHigh': 'fieldValueHigh',
  'target.unit': 'fieldUnit',
  'target.commitment': 'fieldCommitment',
  'target.measure': 'fieldMeasure',
  'target.baseline': 'fieldBaseline',
  'target.relativeTo': 'fieldRelative',
  'target.due': 'fieldDue',
}

/** Names of an item's fields, and their values as a reader sees them. */
export function useFieldText() {
  const t = useText(planMessages)
  const words = useText(fieldWords)
  const marks = useMarks()
  const textOf = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('nothing')
    if (typeof value === 'boolean') return value ? '✓' : '—'
    if (typeof value === 'string') return value in fieldWords ? words(value as FieldWord) : value
    if (Array.isArray(value)) return value.map(textOf).join(marks.semicolon) || t('nothing')
    if (typeof value === 'object') return Object.values(value).map(textOf).join(' ')
    return JSON.stringify(value)
  }
  return { labelOf: (field: string) => (labels[field] ? t(labels[field]) : field), textOf }
}
