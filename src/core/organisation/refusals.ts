import type { Words } from '#core/kit'

/** Refusals of accounts, roles and units. */
export const organisationRefusals = {
  'role.notBound': {
    zh: '此角色须指定所属单位、方案或专班。',
    en: 'Say for which unit, plan or task force this role is.',
  },
  'role.separated': {
    zh: '系统管理员、安全管理员、审计员须由三人分任，且不兼其他角色。',
    en: 'Administrator, security officer and auditor are three persons who hold no other role.',
  },
} as const satisfies Record<string, Words>
