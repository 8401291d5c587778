import type { RegisterUnit } from '#adapters/http/contract/organisation'
import { useText } from '#web/kit'

const words = {
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
} as const satisfies Record<RegisterUnit['kind'], { zh: string; en: string }>

/** The kinds of units as a field offers them. */
export function useKinds(): readonly { readonly value: RegisterUnit['kind']; readonly label: string }[] {
  const t = useText(words)
  return (Object.keys(words) as RegisterUnit['kind'][]).map((value) => ({ value, label: t(value) }))
}
