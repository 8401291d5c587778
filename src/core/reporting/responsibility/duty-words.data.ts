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
