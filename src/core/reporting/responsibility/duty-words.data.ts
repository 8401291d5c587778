import type { Words } from '#core/kit'

/** Refusals of what other units and offices do beside a report: choosing, hearing, arbitrating, unblocking. */
export const dutyWords = {
  'duty.notALead': {
    zh: '只能在牵头单位（没有牵头的，在责任单位）中选定填报单位。',
    en: 'Only a lead (or, without a lead, a responsible unit) can be chosen to report.',
  },
  'duty.sameUnit': { zh: '现在就是由该单位填报。', en: 'That unit reports already.' },
  'duty.reasonMissing': { zh: '请写明选定的理由。', en: 'Say why this unit is chosen.' },
  'voice.notSigned': {
    zh: '填报单位审签后才能会签、确认或提出异议。',
    en: 'The reporting unit has not signed yet; wait for its signature.',
  },
  'voice.reasonMissing': { zh: '有异议的，请写明理由。', en: 'Say what the objection is.' },
  'voice.notAsked': {
    zh: '本单位不是该项的共同牵头单位或配合单位。',
    en: 'This unit neither leads nor supports that item.',
  },
  'dispute.reasonMissing': { zh: '请写明不属本单位的理由。', en: 'Say why it is not yours.' },
  'dispute.sameUnit': { zh: '请选择其他单位。', en: 'Choose another unit.' },
  'dispute.notReporting': {
    zh: '该项现在不由本单位填报，无须提出。',
    en: 'This unit does not report that item.',
  },
  'dispute.alreadyOpen': { zh: '已经提出，正在等待裁定。', en: 'This has been said already and waits for a decision.' },
  'dispute.alreadyDecided': { zh: '该事项已经办结。', en: 'This is already decided.' },
  'dispute.decisionReasonMissing': { zh: '请写明裁定理由。', en: 'Say why it is decided so.' },
  'dispute.groupUnit': { zh: '请选择一个具体单位。', en: 'Choose a single unit, not a group.' },
  'dispute.notYours': { zh: '只有提出的单位可以撤回。', en: 'Only the unit that said it can take it back.' },
  'sheet.notOurs': {
    zh: '这不是从本系统导出的填报表（没有“行键”列），请重新下载后填写。',
    en: 'This is no sheet of this system: it has no key column. Download it again and fill that in.',
  },
  'sheet.columnMissing': {
    zh: '缺少“{column}”列，请不要删列，可重新下载后填写。',
    en: 'The column "{column}" is missing. Download the sheet again and leave its columns.',
  },
  'sheet.keyBroken': {
    zh: '行键不完整，无法对应到事项。请在新下载的表中重填这一行。',
    en: 'The key of this row is broken. Fill this row in in a newly downloaded sheet.',
  },
  'sheet.rowTwice': {
    zh: '与第{row}行是同一事项，请只留一行。',
    en: 'The same item as row {row}; leave one of them.',
  },
  'sheet.rowUnknown': {
    zh: '该事项不在本单位的填报表上，或已改由其他单位填报。',
    en: 'This item is not on the sheet of the unit, or another unit reports it now.',
  },
  'sheet.claimUnknown': {
    zh: '“{text}”不是进展，请选按序时、滞后、受阻、完成之一。',
    en: '"{text}" is no standing; choose on pace, behind, blocked or done.',
  },
  'sheet.noChangeUnknown': { zh: '“无变化”请填“是”或留空，现为“{text}”。', en: 'Write yes or nothing, not "{text}".' },
  'sheet.periodClosed': { zh: '该期已关闭，不再接收。', en: 'That period is closed.' },
  'respondent.hasReporter': {
    zh: '该单位有自己的填报人，请由其填报。',
    en: 'This unit has a reporter of its own; he reports.',
  },
  'respondent.nameMissing': { zh: '请写明由谁填报（写岗位，如“办公室联络员”）。', en: 'Say who answers, by post.' },
  'respondent.noLines': { zh: '该单位本期没有要报的事项。', en: 'Nothing is asked of this unit in that period.' },
  'respondent.expiryInvalid': {
    zh: '截止日期须在今天之后、31天之内。',
    en: 'The link must end after today and within 31 days.',
  },
  'respondent.linkInvalid': {
    zh: '链接无效。请向发链接的单位索取新的链接。',
    en: 'This link is not valid. Ask whoever sent it for a new one.',
  },
  'respondent.linkExpired': { zh: '链接已过期。请索取新的链接。', en: 'This link has expired. Ask for a new one.' },
  'respondent.tooManyFiles': {
    zh: '一项最多附{limit}个文件，请合并后再附。',
    en: 'At most {limit} files a line; put them together.',
  },
  'respondent.linkRevoked': { zh: '链接已作废。请索取新的链接。', en: 'This link was revoked. Ask for a new one.' },
  'blockage.alreadyOpen': {
    zh: '该项已有未办结的受阻事项，请在原事项上继续。',
    en: 'This item has an open blockage already; go on with that one.',
  },
  'blockage.closed': { zh: '该受阻事项已经办结。', en: 'This blockage is closed.' },
  'blockage.noteMissing': { zh: '请写明情况。', en: 'Say what it is.' },
  'blockage.waitForAnswer': {
    zh: '本级答复期限未到。答复后或逾期未答复的，才能提级。',
    en: 'This level still has time to answer. Raise it once it has answered or is overdue.',
  },
  'blockage.highestLevel': { zh: '已在最高一级。', en: 'It is at the highest level already.' },
} as const satisfies Record<string, Words>
