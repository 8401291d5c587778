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
  'auth.signInFirst': { zh: '请先登录。', en: 'Sign in first.' },
  'auth.wrongCredentials': { zh: '账号或密码不对。', en: 'The account or the password is wrong.' },
  'auth.throttled': {
    zh: '尝试次数过多，请 {minutes} 分钟后再试。',
    en: 'Too many attempts. Try again in {minutes} {minutes|minute|minutes}.',
  },
  'auth.linkInvalid': {
    zh: '链接无效、已用过或已过期。请向管理员要新的链接。',
    en: 'The link is not valid, already used or expired. Ask your administrator for a new one.',
  },
  'auth.codeNeeded': {
    zh: '这个账号还要放行码。请向安全管理员要。',
    en: 'This account needs a release code as well. Ask the security officer for it.',
  },
  'auth.codeWrong': {
    zh: '放行码不对。错 {most} 次后链接作废。',
    en: 'The release code is wrong. The link ends after {most} wrong codes.',
  },
  'auth.oldPasswordWrong': { zh: '原密码不对。', en: 'The present password is wrong.' },
  'auth.passwordTooShort': { zh: '密码至少 {length} 位。', en: 'A password needs at least {length} characters.' },
  'account.alreadyExists': {
    zh: '账号名 {login} 已有人用。请换一个。',
    en: 'The account name {login} is taken. Choose another.',
  },
  'account.notFound': { zh: '没有这个账号。', en: 'There is no such account.' },
  'account.loginUnclear': {
    zh: '账号名只用汉字、小写字母、数字和常用标点，以免与他人的账号相混。',
    en: 'Use Chinese characters, small letters, digits and common punctuation, so that nobody takes it for another’s.',
  },
  'account.machineOnly': {
    zh: '三员账号的登录链接只能在服务器上用 guatu link 做。',
    en: 'A link for one of the three separated persons is made on the server only, by guatu link.',
  },
  'account.codeNotNeeded': {
    zh: '这个账号凭链接即可登录，不需放行。',
    en: 'This account opens by its link; it needs no release.',
  },
  'account.noOpenLink': {
    zh: '没有待放行的链接。请先由系统管理员做新链接。',
    en: 'There is no link to release. The administrator has to make a new one first.',
  },
  'account.separatedRole': {
    zh: '此账号担任三员之一。请先由安全管理员收回角色，再停用。',
    en: 'The account is one of the three separated persons. The security officer has to take the role back first.',
  },
  'account.ownAccount': {
    zh: '不能对自己的账号做这件事，请由他人办理。',
    en: 'You cannot do this to your own account; someone else has to.',
  },
  'region.alreadyExists': { zh: '这个地区已经有了。', en: 'This region exists already.' },
  'region.notFound': { zh: '没有这个地区。请检查地址。', en: 'There is no such region. Check the address.' },
  'region.clockNotOwn': {
    zh: '只有样例地区有自己的时钟，实际地区按服务器时间。',
    en: 'Only the sample district has a clock of its own.',
  },
  'region.clockBackwards': {
    zh: '时钟只能向前拨（现在是 {now}）。',
    en: 'The clock only moves forward (it is {now} now).',
  },
  'region.clockTooFar': {
    zh: '时钟一次最多向前拨 {days} 天。请分次拨。',
    en: 'The clock moves forward by at most {days} {days|day|days} at a time.',
  },
  'proposal.notFound': {
    zh: '有的授权已经办过。请刷新后再办。',
    en: 'Some of these were decided already. Reload and decide again.',
  },
  'unit.notFound': { zh: '没有这个单位。', en: 'There is no such unit.' },
} as const satisfies Record<string, Words>
