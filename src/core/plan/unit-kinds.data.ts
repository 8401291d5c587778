import type { UnitKind } from './types.ts'

/** Which kind a unit's name speaks of; the first pattern that fits counts, so that the narrow ones stand first. */
export const unitKindPatterns: readonly { readonly pattern: RegExp; readonly kind: UnitKind }[] = [
  {
    pattern:
      /^(各|有关|相关|其他|其它|全[区县市])|^[区县市](直|属|级|有关|相关)|(各|有关|相关)(成员|责任|牵头|职能|部门|单位)|等(部门|单位)$|(部门|成员单位|责任单位)$/,
    kind: 'group',
  },
  { pattern: /(法院|检察院|法庭)$/, kind: 'court' },
  { pattern: /(银行|农商行|信用社|农信社|人行|人民银行.*|支行|分行)$/, kind: 'bank' },
  {
    pattern:
      /供电|电网|电力公司|邮政|烟草|电信|移动公司|联通|铁塔公司|税务|海关|海事|气象|消防救援|国家统计局|调查队|金融监管|(公安|自然资源|生态环境|生环|规划)[^局]*分局$/,
    kind: 'stationed',
  },
  { pattern: /(公司|集团|企业|城投|国投|文旅投|产投|农投|交投|平台公司)(（.*）|\(.*\))?$/, kind: 'stateCompany' },
  { pattern: /(街道|街道办|街道办事处)$/, kind: 'street' },
  { pattern: /(镇|乡|镇政府|乡政府|镇人民政府|乡人民政府)$/, kind: 'township' },
  { pattern: /(办公室|政府办|府办|委办|办)(（.*）|\(.*\))?$/, kind: 'office' },
  {
    pattern: /(局|委|部|厅|署|院|委员会|管委会|政法委|联|工会|团委|妇联|党校|中心|社)(（.*）|\(.*\))?$/,
    kind: 'bureau',
  },
]
