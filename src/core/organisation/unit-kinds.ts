import type { Words } from '#core/kit'
import type { UnitKind } from '#core/plan'

/** What each kind of unit is called, on pages and in workbooks. */
export const unitKindWords: Readonly<Record<UnitKind, Words>> = {
  bureau: { zh: '部门', en: 'bureau' },
  office: { zh: '办公室', en: 'office' },
  township: { zh: '镇乡', en: 'township' },
  street: { zh: '街道', en: 'street' },
  stationed: { zh: '垂管驻区单位', en: 'stationed body' },
  stateCompany: { zh: '国有企业', en: 'state company' },
  court: { zh: '法检', en: 'court or procuratorate' },
  bank: { zh: '银行', en: 'bank' },
  group: { zh: '单位组', en: 'group of units' },
  other: { zh: '其他', en: 'other' },
}

/** All kinds in the order of lists. */
export const unitKinds = Object.keys(unitKindWords) as readonly UnitKind[]

/** The kind that a word of either language names, or null: 镇乡 → township. */
export function unitKindNamed(text: string): UnitKind | null {
  const asked = text.trim().toLowerCase()
  return unitKinds.find((kind) => [kind.toLowerCase(), ...Object.values(unitKindWords[kind])].includes(asked)) ?? null
}
