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
  'meeting.issued': {
    zh: '会议纪要已印发，不能再改；有误请作更正。',
    en: 'The minutes are issued and stand as they are; correct what is wrong in them.',
  },
  'meeting.alreadyHeld': {
    zh: '会议已经召开，议程不再变动。',
    en: 'The meeting was held; its agenda stands.',
  },
  'meeting.notIssuable': {
    zh: '请先办理上一步：召开后才能印发纪要，印发后才能更正。',
    en: 'One step before it is missing: minutes are issued after the meeting, and corrected after they are issued.',
  },
  'meeting.dayNotPossible': {
    zh: '会议日期应在今天前后一年之内。',
    en: 'The day of the meeting must lie within a year of today.',
  },
  'meeting.notHeldYet': {
    zh: '会议日期还没到，不能记为已召开。',
    en: 'The day of the meeting has not come; it cannot have been held.',
  },
  'meeting.noSeal': {
    zh: '本方案还没有封存的数据，议程请按实时数据生成。',
    en: 'Nothing of this plan is sealed yet; take the agenda from live figures.',
  },
  'meeting.lineUnknown': { zh: '议程中没有这一项，请刷新。', en: 'That line is not on the agenda. Reload.' },
  'meeting.titleMissing': { zh: '请写明议题。', en: 'Name the matter.' },
  'meeting.postMissing': { zh: '请写明职务。', en: 'Name the post.' },
  'meeting.absenceReason': {
    zh: '{post}：请写明由谁代替或请假原因。',
    en: '{post}: say who came instead, or why nobody did.',
  },
  'meeting.attendanceOpen': {
    zh: '{post}是否到会还没有登记。',
    en: 'Whether {post} came is not recorded yet.',
  },
  'meeting.nobodyCame': { zh: '没有人到会，不能印发纪要。', en: 'Nobody came; there are no minutes to issue.' },
  'meeting.decisionWords': { zh: '请写明议定的内容。', en: 'Write what was decided.' },
  'meeting.decisionUnit': { zh: '请选择落实单位。', en: 'Choose the unit that carries it out.' },
  'meeting.decisionBlockage': { zh: '请选择所答复的受阻事项。', en: 'Choose the blockage that is answered.' },
  'meeting.reasonMissing': { zh: '请写明更正的原因和内容。', en: 'Give the reason and the words of the correction.' },
  'escalation.levelsNotRising': {
    zh: '提醒应早于催办，催办应早于警示。',
    en: 'The reminder comes before the urging, the urging before the warning.',
  },
  'escalation.tooFar': {
    zh: '各级距到期日不超过{days}个工作日。',
    en: 'A level lies at most {days} working {days|day|days} from the due day.',
  },
  'escalation.hoursNotOpen': {
    zh: '发送时点填1至6个整点，在{from}时至{to}时之间，不重复。',
    en: 'Choose one to six different full hours from {from}:00 to before {to}:00.',
  },
  'escalation.changedMeanwhile': {
    zh: '规则刚被他人改过，请刷新后再公布。',
    en: 'Somebody has published other rules meanwhile. Reload, then publish.',
  },
  'channel.badAddress': {
    zh: '地址应以 https:// 或 http:// 开头。',
    en: 'The address begins with https:// or http://.',
  },
  'channel.recipientMissing': { zh: '试发邮件请填收件地址。', en: 'Give an address to which the trial mail goes.' },
  'channel.keyLost': {
    zh: '安装密钥已更换，打不开此渠道的地址，请停用后重新设置。',
    en: 'The key of this installation has changed and the channel cannot be opened. End it and set it up anew.',
  },
  'channel.forbiddenAddress': {
    zh: '{host} 不能作为外发地址（本机、链路本地、云主机元数据地址一律不可）。',
    en: 'Nothing is sent to {host}: link-local and metadata addresses are closed.',
  },
  'channel.privateAddress': {
    zh: '{host} 是内网地址；确需发往内网的，请勾选“允许内网地址”。',
    en: '{host} is a private address; tick "allow private addresses" if it is meant.',
  },
  'channel.unreachable': {
    zh: '连接不上 {host}：{reason}。请核对地址和网络。',
    en: '{host} cannot be reached: {reason}. Check address and network.',
  },
  'channel.timeout': {
    zh: '{host} 在{seconds}秒内没有应答。',
    en: '{host} did not answer within {seconds} {seconds|second|seconds}.',
  },
  'channel.status': {
    zh: '{host} 应答 HTTP {status}，没有收下。',
    en: '{host} answered HTTP {status} and did not take it.',
  },
  'channel.refused': {
    zh: '对方没有收下（代码 {code}）：{text}。多为密钥、签名或关键词设置不符。',
    en: 'It was not taken (code {code}): {text}. Most often key, signature or keyword do not match.',
  },
} as const satisfies Record<string, Words>
