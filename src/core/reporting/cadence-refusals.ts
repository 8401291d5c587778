import type { Words } from '#core/kit'

/** Refusals of cadences, acts, the work calendar and calendar feeds. */
export const cadenceRefusals = {
  'cadence.noAct': { zh: '请至少选一项工作：调度、对账、通报……', en: 'Choose at least one act: dispatch, circular …' },
  'cadence.actTwice': { zh: '同一项工作只能设一次。', en: 'Each act can be set once.' },
  'cadence.anchorMissing': {
    zh: '双周要写明从哪个星期一数起；其他周期不写。',
    en: 'Say for two weeks, and for two weeks only, from which Monday they are counted.',
  },
  'cadence.anchorNoMonday': { zh: '{day}不是星期一。双周从星期一数起。', en: '{day} is no Monday.' },
  'cadence.monthsOfMonth': { zh: '固定月份只用于按月的工作。', en: 'Fixed months are for monthly acts only.' },
  'cadence.cutOffOfMonth': {
    zh: '数据截止日只用于按月及更长的周期。',
    en: 'A cut-off day is for months and longer periods only.',
  },
  'cadence.campaignUnknown': { zh: '方案中没有这一攻坚。', en: 'The plan has no such campaign.' },
  'cadence.startsInPast': { zh: '最早自{day}起。', en: 'It can begin on {day} at the earliest.' },
  'cadence.ended': { zh: '这项安排已经结束，请另设。', en: 'This cadence has ended; set up another.' },
  'cadence.changesNothing': { zh: '与现行安排相同。', en: 'It is like this already.' },
  'act.collects': {
    zh: '调度以各单位填报、关闭为完成，不另行登记。',
    en: 'A dispatch is done when its period is closed; it is not recorded by hand.',
  },
  'act.tooEarly': { zh: '本期尚未开始，不能登记为已办。', en: 'This period has not begun.' },
  'act.alreadyDone': { zh: '已登记为已办。', en: 'This is recorded as done already.' },
  'act.noteMissing': { zh: '请写明文号、会议时间地点或发送情况。', en: 'Say what was done: number, day, place.' },
  'calendar.fileKind': {
    zh: '请上传 xlsx、csv 或 json，每行一天：日期、上班或放假、名称。',
    en: 'Upload xlsx, csv or json with one day a row: date, work or rest, name.',
  },
  'calendar.noDays': { zh: '文件中没有日期。', en: 'The file holds no day.' },
  'calendar.fileFaulty': {
    zh: '有{count}行看不懂（自第{row}行起），没有载入。请先试读、改好再传。',
    en: '{count} {count|row|rows} cannot be read, from row {row} on; nothing was loaded. Mend them first.',
  },
  'calendar.rowWithoutDay': { zh: '第{row}行没有日期：{text}', en: 'Row {row} has no date: {text}' },
  'calendar.rowWithoutKind': {
    zh: '第{row}行没有写上班还是放假：{text}',
    en: 'Row {row} does not say work or rest: {text}',
  },
  'calendar.dayTwice': { zh: '第{row}行与前面矛盾：{text}', en: 'Row {row} contradicts an earlier one: {text}' },
  'calendar.dayInvalid': { zh: '请按“2027-02-06”的格式填写日期。', en: 'Write the day as 2027-02-06.' },
  'feed.notYourUnit': { zh: '只能订阅您任职单位的日历。', en: 'You can subscribe to your own units only.' },
  'feed.notFound': { zh: '此订阅地址已停用或不存在。', en: 'This address is not in use.' },
} as const satisfies Record<string, Words>
