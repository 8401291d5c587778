import type { Words } from '#core/kit'

/** Refusals of problems and orders. */
export const supervisionRefusals = {
  'problem.wrongState': {
    zh: '问题当前所处环节不能办理此事项，请刷新后再看。',
    en: 'The problem is not in a state for this. Reload and look again.',
  },
  'problem.dueInPast': { zh: '整改期限不能早于今天。', en: 'The due day cannot lie in the past.' },
  'problem.claimNeedsEvidence': { zh: '申报整改完成须附佐证材料。', en: 'A claim needs evidence; attach a file.' },
  'problem.notTheDoer': { zh: '只有整改责任单位可以办理。', en: 'Only the unit that has to put it right can do this.' },
  'problem.ownUnit': {
    zh: '责任单位不能核实、销号自己的问题，请由其他单位办理。',
    en: 'The doer cannot verify or close its own problem; another body must.',
  },
  'problem.ownClaim': {
    zh: '不能核实自己申报的整改，请由他人办理。',
    en: 'You claimed this yourself; someone else must verify it.',
  },
  'problem.closedAbove': {
    zh: '此问题由上级销号，本级办到“已申报”为止。',
    en: 'The upper level closes this one; here it ends as claimed.',
  },
  'problem.reasonMissing': { zh: '请写明原因。', en: 'Give the reason.' },
  'problem.extensionTooLate': {
    zh: '已过期限，不能再申请延期。',
    en: 'The due day is over; an extension can no longer be asked for.',
  },
  'problem.extensionsUsed': { zh: '延期次数已用完（{allowed}次）。', en: 'All {allowed} extension(s) are used.' },
  'problem.extensionNotLater': { zh: '新期限须晚于原期限。', en: 'The new day must be later than the present one.' },
  'problem.noExtensionAsked': { zh: '没有待定的延期申请。', en: 'No extension is asked for.' },
  'order.replyDayNotPossible': {
    zh: '回复期限应在今天起一年之内。',
    en: 'The reply day must lie between today and a year from now.',
  },
  'order.wrongState': {
    zh: '督办单当前所处环节不能办理此事项，请刷新后再看。',
    en: 'The order is not in a state for this. Reload and look again.',
  },
  'order.textMissing': { zh: '请填写内容。', en: 'Write the text.' },
  'order.notAddressee': { zh: '只有收文单位可以签收、回复。', en: 'Only the addressee can acknowledge and reply.' },
  'order.ownUnit': {
    zh: '收文单位不能办结自己的督办单，请由交办方办理。',
    en: 'The addressee cannot settle its own order; whoever issued it must.',
  },
} as const satisfies Record<string, Words>
