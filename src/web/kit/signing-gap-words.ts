/** What a unit lacks before anything it reports can leave it, and who can put it right; on the reporter's first page and on the unit's own. */
export const signingGapMessages = {
  noReporterText: {
    zh: '{unit}缺填报人：有任务要报，但没有人能填。请系统管理员给填报的人开户，再由安全管理员授予“填报人”。',
    en: '{unit} lacks a reporter: it has items to report, and nobody who may. The administrator opens an account, then the security officer grants the role of reporter.',
  },
  noSignerText: {
    zh: '{unit}缺审签人：填报的数没有人审签，报不出去。请安全管理员把“审签人”授予一人；原审签人在任的，可自己办理代理。',
    en: '{unit} lacks a signer: what it reports waits unsigned and does not leave. The security officer grants somebody the role of signer; a signer in office may name a stand-in.',
  },
  onePersonText: {
    zh: '{unit}缺第二个人：填报人和审签人是同一人，自己填报的不能自己审签，报不出去。请安全管理员把其中一个角色授予另一人，或由本人办理代理。',
    en: '{unit} lacks a second person: one person is both reporter and signer, and nobody signs what he reported himself, so it does not leave. The security officer grants one of the two roles to somebody else, or a stand-in is named.',
  },
} as const
