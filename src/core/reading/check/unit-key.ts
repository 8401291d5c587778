import { bodyForms, fieldForms } from './unit-key.data.ts'

const FORMS = fieldForms
  .flatMap(([short, ...others]) => others.map((other) => [other, short ?? other] as const))
  .sort((a, b) => b[0].length - a[0].length)
const BRACKETS = /[（(〈][^（(〈）)〉]*[）)〉]/g

/** One key for all ways of writing one body: 市发展改革委 and 市发改委 share it, 区住建局(交通局) and 区住建(交通)局 too. */
export function unitKey(name: string): string {
  let key = name.replace(/[\s“”"]/g, '').replace(BRACKETS, '')
  for (const [pattern, short] of bodyForms) key = key.replace(pattern, short)
  for (const [long, short] of FORMS) {
    const at = key.indexOf(long)
    if (at < 0) continue
    key = key.slice(0, at) + short + key.slice(at + long.length)
    break
  }
  return key
}

/** 各街道, 有关单位, 区安委会相关成员单位: a group, not one body. */
export function isGroup(name: string): boolean {
  return /^(?:各|有关|相关|全|其他|其它)|(?:有关|相关|成员)(?:成员)?(?:单位|部门)|(?:部门|单位|乡镇|企业)$/.test(name)
}

/** Key without the level at its front, for lists that say 市 once: 市林业局、住建局. */
export function withoutLevel(key: string): string {
  return key.replace(/^(?:省|市|区|县|州|旗)(?=.{2,})/, '')
}
