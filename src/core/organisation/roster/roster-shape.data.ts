import type { Role } from '../types.ts'

/** The sheets of a roster workbook: what each is called, and its columns in order. The first named are needed. */
export const rosterSheets = {
  units: {
    name: '单位',
    needed: ['单位名称', '类别'],
    columns: [
      ['单位名称', 28],
      ['类别', 16],
      ['别名', 48],
    ],
    note: '别名用“、”分开；留空表示不改。类别：部门、办公室、镇乡、街道、垂管驻区单位、国有企业、法检、银行、单位组、其他。',
  },
  groups: {
    name: '单位组成员',
    needed: ['组名', '成员单位'],
    columns: [
      ['组名', 24],
      ['成员单位', 28],
      ['起始日期', 14],
    ],
    note: '一行一个成员；列出的就是该组自起始日期起的全部成员。日期留空为今天。',
  },
  people: {
    name: '人员与角色',
    needed: ['账号', '称谓'],
    columns: [
      ['账号', 28],
      ['称谓', 28],
      ['角色', 14],
      ['单位', 28],
    ],
    note: '称谓写岗位，不写个人姓名。一人多个角色写多行。角色：填报人、审签人、综合协调、督查员、领导。角色经安全管理员确认后生效。',
  },
} as const

/** Names a sheet of the workbook. */
export type RosterSheet = keyof typeof rosterSheets

/** The roles that a roster may propose; the others are granted with their plan or by hand. */
export const rosterRoles: readonly Role[] = ['reporter', 'signer', 'coordinator', 'inspector', 'leader']
