import type { Words } from '#core/kit'

/** Why something is restricted by rule. */
export type RestrictionGround = 'persons' | 'cases' | 'debt' | 'hazards' | 'secrets'

/** What each ground is called. */
export const restrictionWords: Readonly<Record<RestrictionGround, Words>> = {
  persons: { zh: '涉及自然人', en: 'natural persons' },
  cases: { zh: '涉及案件', en: 'cases' },
  debt: { zh: '涉及债务', en: 'debt' },
  hazards: { zh: '涉及隐患', en: 'hazards' },
  secrets: { zh: '涉及企业秘密', en: "firms' secrets" },
}

/** Words that make what they stand in restricted until somebody releases it with a reason (domain.md, Disclosure). */
export const restrictedWords: Readonly<Record<RestrictionGround, readonly string[]>> = {
  persons: ['个人信息', '未成年人', '吸毒', '精神障碍', '刑满释放', '社区矫正', '困难学生名单'],
  cases: ['案件', '积案', '命案', '涉法涉诉', '非法集资', '电信网络诈骗', '扫黑', '信访'],
  debt: ['债务', '化债', '举债', '“三保”', '三保', '融资平台', '拖欠', '欠薪', '不良贷款'],
  hazards: ['隐患', '危险源', '反恐', '防恐'],
  secrets: ['商业秘密', '企业名单'],
}
