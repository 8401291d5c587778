import type { Words } from '#core/kit'

/** Refusals of the wall and of item pages. */
export const insightRefusals = {
  'insight.notFound': {
    zh: '还没有这份方案。请先在“方案”中载入并发布。',
    en: 'There is no such plan yet. Load one under Plans and publish it.',
  },
  'schedule.noWay': {
    zh: '此事项不按路程计（增速、保持、名次、一次性事项或缺基数），没有序时可改。请改时间节点。',
    en: 'This item does not run along a way (a rate, a held state, a rank, one event, or no baseline). Change its time nodes instead.',
  },
  'schedule.monthsNotTwelve': {
    zh: '上年月份应为12个数，现为{count}个。请逐月补齐，没有的月份填0。',
    en: 'Last year has twelve months, {count} {count|figure was|figures were} given. Give one for each month, 0 where there was none.',
  },
  'schedule.monthNotFigure': {
    zh: '上年{month}月的“{text}”不是不小于0的数。请改为数字。',
    en: 'Month {month} of last year: "{text}" is not a figure of 0 or more. Enter a number.',
  },
  'schedule.monthsAllZero': {
    zh: '上年各月都是0，分不出快慢。请填实际数，或改用匀速。',
    en: 'All months of last year are 0. Enter what they were, or let the way run evenly.',
  },
  'schedule.sourceMissing': {
    zh: '请写明上年数据的出处，如文件名和表号。',
    en: 'State where last year’s figures come from: document and table.',
  },
  'schedule.noPoints': { zh: '至少要有一个点。', en: 'State at least one point.' },
  'schedule.tooManyPoints': {
    zh: '最多{most}个点。请合并相邻的点。',
    en: 'At most {most} points. Join neighbouring ones.',
  },
  'schedule.pointOutside': {
    zh: '第{no}个点（{on}）不在{from}至{to}之间。请改日期。',
    en: 'Point {no} ({on}) is not between {from} and {to}. Change its day.',
  },
  'schedule.pointOrder': {
    zh: '第{no}个点（{on}）不晚于前一个点（{before}）。请按日期先后填写。',
    en: 'Point {no} ({on}) is not later than the one before ({before}). Put them in order of their days.',
  },
  'schedule.pointNotShare': {
    zh: '第{no}个点（{on}）的数不在起点与目标之间。请改数。',
    en: 'Point {no} ({on}) is not between where the way begins and the target. Change its figure.',
  },
  'schedule.pointFalls': {
    zh: '第{no}个点（{on}）比前一个点（{before}）少。应达数不能倒退，请改数。',
    en: 'Point {no} ({on}) asks for less than the one before ({before}). What is asked never falls: change its figure.',
  },
  'schedule.endMissed': {
    zh: '最后一点（第{no}个，{on}）没有落在{due}的目标上。请把最后一点定在{due}、等于目标。',
    en: 'The last point (no. {no}, {on}) does not end at the target on {due}. Let the last point be the target on that day.',
  },
  'schedule.effectiveOutside': {
    zh: '生效日期{on}不在{from}至{to}之间。请改日期。',
    en: 'The day of effect {on} is not between {from} and {to}. Change it.',
  },
  'schedule.reasonMissing': { zh: '请写明调整理由。', en: 'State the reason of the change.' },
  'schedule.unchanged': { zh: '与现行安排相同，无需提出。', en: 'This is what holds already: nothing to propose.' },
  'schedule.alreadyProposed': {
    zh: '同一事项已有一份调整待批。请先由综合协调组批复。',
    en: 'A change of this part is waiting already. Let the coordinator decide it first.',
  },
  'schedule.alreadyDecided': { zh: '这份调整已经批复。', en: 'This change has been decided already.' },
  'schedule.ownProposal': {
    zh: '提出人不能批复自己的调整。请由另一位经办批复。',
    en: 'Whoever proposed a change does not decide it. Let another coordinator do so.',
  },
  'schedule.noteMissing': { zh: '不同意须写明意见。', en: 'Say why it is refused.' },
  'schedule.noNodes': { zh: '至少要有一个时间节点。', en: 'State at least one time node.' },
  'schedule.tooManyNodes': { zh: '最多{most}个节点。请合并。', en: 'At most {most} nodes. Join some.' },
  'schedule.startNotDay': { zh: '开始日期不是有效日期。', en: 'The first day of work is not a date.' },
  'schedule.nodeNameless': { zh: '第{no}个节点没有名称。', en: 'Node {no} has no name.' },
  'schedule.nodeTwice': {
    zh: '节点“{label}”出现两次。请区分名称。',
    en: 'Node "{label}" stands twice. Tell them apart.',
  },
  'schedule.nodeNotDay': { zh: '节点“{label}”的日期无效。', en: 'Node "{label}" has no valid day.' },
  'schedule.nodeWeight': {
    zh: '节点“{label}”的权重应为不小于0的数。',
    en: 'The weight of node "{label}" is a number of 0 or more.',
  },
  'schedule.weightsAllZero': { zh: '节点权重不能全为0。', en: 'Not all weights can be 0.' },
  'schedule.nodePast': {
    zh: '节点“{label}”定在{due}，早于今天{today}。请定在今天或以后。',
    en: 'Node "{label}" is set on {due}, before today {today}. Choose today or later.',
  },
  'schedule.nodeBeforeStart': {
    zh: '节点“{label}”定在{due}，早于开始日期{start}。请后移节点或提前开始。',
    en: 'Node "{label}" is set on {due}, before work starts on {start}. Move the node, or start earlier.',
  },
  'schedule.doneNodeLost': {
    zh: '节点“{label}”已经完成，不能删去或改名。',
    en: 'Node "{label}" is done: it cannot be taken out or renamed.',
  },
  'schedule.doneNodeMoved': {
    zh: '节点“{label}”已经完成，日期不能再改。',
    en: 'Node "{label}" is done: its day stays.',
  },
  'schedule.finerThanFigures': {
    zh: '此事项的数据没有这么密。请按月设置，或先改填报频率。',
    en: 'Figures of this item come less often than that. Set figures per month, or change its frequency first.',
  },
  'schedule.periodsDiffer': {
    zh: '各期应从年初到期限逐期填写，在{period}处对不上。',
    en: 'Every period from the beginning to the due day is asked once; {period} does not fit.',
  },
  'schedule.amountNotFigure': {
    zh: '{period}的“{text}”不是不小于0的数。',
    en: '{period}: "{text}" is not a figure of 0 or more.',
  },
  'schedule.amountNotWhole': {
    zh: '{period}的“{text}”应为整数：此事项按个数计。',
    en: '{period}: "{text}" is not whole, and this item counts single things.',
  },
  'schedule.amountsMissTarget': {
    zh: '各期合计{sum}{unit}，全程为{all}{unit}。请使合计等于全程。',
    en: 'The periods add up to {sum} {unit}, the way is {all} {unit}. Let them be equal.',
  },
  'schedule.noStages': { zh: '至少要有一个阶段。', en: 'State at least one stage.' },
} as const satisfies Record<string, Words>
