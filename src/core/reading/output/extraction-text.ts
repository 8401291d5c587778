import type { DutyRole } from '#core/plan'
import type { AssignmentFact, IndicatorFact, PlanReading } from '../facts.ts'

const ROLES: Readonly<Record<DutyRole, string>> = {
  lead: '牵头',
  responsible: '责任',
  support: '配合',
  participate: '参与',
}
const OPERATORS: Readonly<Record<IndicatorFact['op'], string>> = {
  '>=': '≥',
  '<=': '≤',
  '>': '＞',
  '<': '＜',
  '=': '＝',
  '~': '≈',
}

function heading(title: string, count: number): string {
  return `\n${title}（${count}）`
}

function duties(assignment: AssignmentFact): string {
  const parts = (Object.keys(ROLES) as DutyRole[]).flatMap((role) => {
    const units = assignment.duties.filter((duty) => duty.role === role).map((duty) => duty.unit)
    return units.length > 0 ? [`${ROLES[role]}：${units.join('、')}`] : []
  })
  return `${parts.join('；')}${assignment.openList ? '（等）' : ''}`
}

function target(one: IndicatorFact): string {
  const value =
    one.value === null ? (one.relativeTo ?? '') : `${one.value}${one.valueHigh ? `—${one.valueHigh}` : ''}${one.unit}`
  const marks = [one.commitment === 'strive' ? '力争' : '', one.due ?? '', one.owner ?? ''].filter(
    (mark) => mark !== '',
  )
  return `${one.subject} ${OPERATORS[one.op]} ${value}${marks.length > 0 ? `（${marks.join('，')}）` : ''}`
}

function metaLines({ meta }: PlanReading): string[] {
  const rows: readonly (readonly [string, string | number | null])[] = [
    ['标题', meta.title],
    ['简称', meta.framework],
    ['文号', meta.docNumber],
    ['发文单位', meta.issuer],
    ['成文日期', meta.issuedOn],
    ['年度', meta.year],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [`${name}：${value}`]))
}

function forceLine(force: PlanReading['taskForces'][number]): string {
  const parts = [
    force.convener ? `召集人 ${force.convener}` : '',
    force.deputies.length > 0 ? `副召集人 ${force.deputies.join('、')}` : '',
    force.members.length > 0 ? `成员单位 ${force.members.length} 家` : '',
    force.office ? `办公室设在${force.office}` : '',
  ]
  return `  ${force.name}：${parts.filter((part) => part !== '').join('，')}`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading(title, lines.length), ...lines]
}

/** A reading as a person reads it in a terminal, in Chinese: document data, outline, duties, targets, and the rest. */
export function extractionText(reading: PlanReading): string {
  const placed = (list: readonly { path: string; quote: string }[]) => list.map((one) => `  ${one.path}  ${one.quote}`)
  const left = reading.sentences.filter((sentence) => sentence.uses.includes('left')).length
  return [
    ...metaLines(reading),
    ...section(
      '行动',
      reading.campaigns.map((one) => `  ${one.no}. ${one.name}${one.annex ? `（附件${one.annex}）` : ''}`),
    ),
    ...section(
      '提纲',
      reading.headings.map((one) => `${'  '.repeat(one.depth + 1)}${one.ordinal} ${one.title}`),
    ),
    ...section(
      '责任条款',
      reading.assignments.map((one) => `  ${one.path}  ${duties(one)}`),
    ),
    ...section(
      '指标',
      reading.indicators.map((one) => `  ${one.path}  ${target(one)}`),
    ),
    ...section('专班', reading.taskForces.map(forceLine)),
    ...section('节奏', placed(reading.cadences)),
    ...section(
      '时限',
      reading.deadlines.map((one) => `  ${one.due}  ${one.path}  ${one.quote}`),
    ),
    ...section('红线', placed(reading.redLines)),
    ...section('定性要求', placed(reading.qualitative)),
    ...section(
      '项目',
      reading.projects.map((one) => `  ${one.path}  ${one.title}`),
    ),
    ...section(
      '政策',
      reading.policies.map((one) => `  ${one.path}  ${one.title}`),
    ),
    `\n全文 ${reading.sentences.length} 句，未归类 ${left} 句。`,
    '',
  ].join('\n')
}
