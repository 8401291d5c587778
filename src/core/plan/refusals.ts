import type { Words } from '#core/kit'

/** Refusals of drafting and publishing a plan. */
export const planRefusals = {
  'plan.noTable': {
    zh: '文件里没有表格。请直接载入。',
    en: 'The file holds no table. Load it as it is.',
  },
  'plan.columnsUnreadable': {
    zh: '各列的说明读不出来。请刷新页面后重新载入。',
    en: 'The statement of the columns could not be read. Reload the page and load the file again.',
  },
  'plan.nameMissing': { zh: '名称不能为空。', en: 'A name is needed.' },
  'plan.nameTooLong': {
    zh: '名称过长，最多 {longest} 字。',
    en: 'The name is too long: at most {longest} characters.',
  },
  'plan.reasonMissing': { zh: '请写明理由，供他人查看。', en: 'Give a reason that others can read.' },
  'plan.figureInvalid': {
    zh: '“{figure}”不是数。请填阿拉伯数字，如 1234.5。',
    en: '“{figure}” is not a number. Write digits, such as 1234.5.',
  },
  'plan.rangeReversed': { zh: '区间上限小于下限。', en: 'The upper end of the range is below the lower end.' },
  'plan.dayInvalid': {
    zh: '“{day}”不是日期。请按 2026-06-30 的样式填。',
    en: '“{day}” is not a date. Write it like 2026-06-30.',
  },
  'plan.dutyTwice': {
    zh: '{unit}在同一事项中列了两次。请保留一次。',
    en: '{unit} stands twice on this item. Keep one.',
  },
  'plan.draftClosed': {
    zh: '草稿已印发或已作废，不能再改。',
    en: 'This draft is published or discarded and can no longer be changed.',
  },
  'plan.notReady': {
    zh: '还有 {count} 处必须先处理，才能印发：{first}',
    en: '{count} {count|point|points} must be settled before publishing. See “Open points”.',
  },
  'plan.nothingToMerge': { zh: '请至少选两项同类的内容再合并。', en: 'Choose at least two of the same kind to merge.' },
  'plan.kindDiffers': {
    zh: '指标、任务、项目、政策不能相互合并。请先改类别。',
    en: 'Items of different kinds cannot be merged. Change the kind first.',
  },
  'plan.receiptOutdated': {
    zh: '方案已有第{version}版，请阅读后签收新版。',
    en: 'Version {version} is in force; read it and sign for that one.',
  },
  'plan.receiptNotAsked': {
    zh: '该方案中没有本单位的事项，无须签收。',
    en: 'This plan asks nothing of the unit; there is nothing to sign for.',
  },
  'measure.noDuty': {
    zh: '本单位在该项上没有职责，不能添加措施。',
    en: 'The unit has no duty on this item; it adds no measures to it.',
  },
  'measure.titleMissing': { zh: '请写明措施。', en: 'Say what the measure is.' },
  'measure.dateInvalid': { zh: '请填写完成时限，格式如2026-06-30。', en: 'Give a date, as 2026-06-30.' },
  'measure.doneInFuture': { zh: '完成日期不能晚于今天。', en: 'The day of completion cannot lie ahead.' },
  'plan.notFound': { zh: '没有这个方案。', en: 'There is no such plan.' },
  'plan.listedAlready': { zh: '该事项已在这张清单中。', en: 'The item stands in that list already.' },
  'standingPlan.titleMissing': { zh: '请写规划的名称。', en: 'Give the title of the plan.' },
  'standingPlan.bodyMissing': { zh: '请写发文机关。', en: 'Say who issued it.' },
  'standingPlan.dayInvalid': { zh: '印发日期格式如2026-06-30。', en: 'Write the day like 2026-06-30.' },
  'standingPlan.known': { zh: '“{title}”已登记。', en: '“{title}” is registered already.' },
  'standingPlan.linked': { zh: '该事项已写明承接这个规划。', en: 'The item names this plan already.' },
  'finalAccount.empty': { zh: '没有可结的事项。', en: 'There is nothing to account for.' },
  'finalAccount.reasonMissing': {
    zh: '“{title}”未完成或目标有调整，请写明原因。',
    en: 'Say why “{title}” was missed or changed.',
  },
  'finalAccount.closed': {
    zh: '该行动已销账，账目不再变动；有误请作更正。',
    en: 'This campaign is closed with its account; correct what is wrong in it.',
  },
  'finalAccount.frozen': {
    zh: '该方案的年度账已结，不再接受新的填报、发布数和修订；有误请在决算中更正。',
    en: 'The year of this plan is accounted for: nothing is asked, released or amended any more. Correct the account.',
  },
  'finalAccount.yearNotOver': {
    zh: '{year}年还没有结束，不能销账。',
    en: '{year} is not over; it cannot be closed yet.',
  },
  'finalAccount.periodsOpen': {
    zh: '还有{count}期没有封存，封存后才能销账。',
    en: '{count} {count|period is|periods are} not sealed yet; seal them first.',
  },
  'finalAccount.notClosed': {
    zh: '账还没有结，直接改即可。',
    en: 'The account is not closed; nothing needs a correction.',
  },
  'finalAccount.notADecimal': { zh: '更正后的数据不是数字。', en: 'The corrected figure is no number.' },
  'finalAccount.correctionReason': { zh: '请写明更正的原因。', en: 'Give the reason of the correction.' },
  'finalAccount.ownCorrection': {
    zh: '不能批准自己提出的更正，请由他人批准。',
    en: 'You made this correction; someone else must decide it.',
  },
  'yearLink.notLater': {
    zh: '只能把往年事项与以后年份的事项对应。',
    en: 'An item is linked to one of a later year only.',
  },
  'yearLink.notOffered': {
    zh: '结转清单已变，请刷新后再选。',
    en: 'What can be taken over has changed. Reload and choose again.',
  },
} as const satisfies Record<string, Words>
