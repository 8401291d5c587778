import type { DutyRole } from '#core/plan'
import type { AssignmentFact, IndicatorFact, PlanReading } from '../facts.ts'
import { impliedWords, operatorSigns, roleWords } from './reading-words.data.ts'

/** The languages in which a reading is printed. */
export type OutputLanguage = 'zh' | 'en'

/** Who does what in a clause: 牵头：区发改局；配合：区财政局（等）. */
export function dutyWords(assignment: AssignmentFact, language: OutputLanguage): string {
  const parts = (Object.keys(roleWords) as DutyRole[]).flatMap((role) => {
    const units = assignment.duties.filter((duty) => duty.role === role).map((duty) => duty.unit)
    return units.length > 0 ? [labelled(roleWords[role][language], units.join('、'), language)] : []
  })
  const open = assignment.openList ? { zh: '（等）', en: ' (and others)' }[language] : ''
  return `${parts.join(language === 'zh' ? '；' : '; ')}${open}`
}

/** A target in short: 地区生产总值 ≥ 6%（力争，2025-12-31，区发改局）. */
export function targetLine(one: IndicatorFact, language: OutputLanguage): string {
  const range = one.valueHigh ? `—${one.valueHigh}` : ''
  const value = one.value === null ? (one.relativeTo ?? '') : `${one.value}${range}${one.unit}`
  const strive = one.commitment === 'strive' ? { zh: '力争', en: 'strive' }[language] : ''
  const marks = [strive, one.due ?? '', one.owner ?? ''].filter((mark) => mark !== '')
  return `${one.subject} ${operatorSigns[one.op]} ${value}${inBrackets(marks, language)}`
}

/** A task force in short: who convenes it, how many members, where its office is. */
export function taskForceLine(force: PlanReading['taskForces'][number], language: OutputLanguage): string {
  const { convener, deputies, members, office } = force
  const parts =
    language === 'zh'
      ? [
          convener && `召集人 ${convener}`,
          deputies.length > 0 && `副召集人 ${deputies.join('、')}`,
          members.length > 0 && `成员单位 ${members.length} 家`,
          office && `办公室设在${office}`,
        ]
      : [
          convener && `convener ${convener}`,
          deputies.length > 0 && `deputies ${deputies.join('、')}`,
          members.length > 0 && `${members.length} members`,
          office && `office in ${office}`,
        ]
  const said = parts.filter((part) => typeof part === 'string' && part !== '')
  return labelled(force.name, said.join(language === 'zh' ? '，' : ', '), language)
}

/** Which parts a fact only implies, in brackets; empty where it states all. */
export function impliedLine(implied: readonly string[], language: OutputLanguage): string {
  return inBrackets(
    implied.map((part) => impliedWords[part]?.[language] ?? part),
    language,
  )
}

function labelled(label: string, words: string, language: OutputLanguage): string {
  return `${label}${language === 'zh' ? '：' : ': '}${words}`
}

function inBrackets(parts: readonly string[], language: OutputLanguage): string {
  if (parts.length === 0) return ''
  return language === 'zh' ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`
}
