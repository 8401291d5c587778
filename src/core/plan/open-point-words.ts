import type { Words } from '#core/kit'
import type { OpenPointCode } from './readiness.ts'

/** Words of every open point of a draft: what is open, and the remedy; `{title}` is the title of the entry that it concerns. */
export const openPointWords: Readonly<Record<OpenPointCode, Words>> = {
  titleMissing: { zh: '方案没有标题。请在“方案”页填写。', en: 'The plan has no title. Fill it in under “Plan”.' },
  yearMissing: { zh: '方案没有年度。请在“方案”页填写。', en: 'The plan has no year. Fill it in under “Plan”.' },
  noItems: { zh: '没有任何指标、任务、项目或政策。', en: 'There is no indicator, task, project or policy.' },
  unitTwice: {
    zh: '“{name}”属于两个单位。请合并单位或改别名。',
    en: '“{name}” belongs to two units. Merge them or change an alias.',
  },
  unitUnknown: {
    zh: '“{title}”的责任单位“{unit}”不在单位表中。请加入或改名。',
    en: '“{unit}”, on duty for “{title}”, is not among the units. Add it or correct the name.',
  },
  statutoryBrokenDown: {
    zh: '“{title}”是法定统计指标，《统计法》不允许分解到乡镇（街道）或企业；请去掉“{unit}”的牵头、责任，或改为其能负责的工作量。',
    en: '“{title}” is a statutory series. The Statistics Law does not allow it to be broken down to townships or firms: take “{unit}” off lead and responsible, or ask for work that it can answer for.',
  },
  dueMissing: { zh: '“{title}”没有完成日期。', en: '“{title}” has no due date.' },
  noReporter: {
    zh: '“{title}”没有可填报的牵头或责任单位。请指定一个单位。',
    en: '“{title}” has no lead or responsible unit that can report. Name one.',
  },
  taskWithoutDate: {
    zh: '“{title}”没有时间节点和指标，暂以年底为限。请补时间节点。',
    en: '“{title}” has neither date nor indicator; the year’s end stands in. Add a time node.',
  },
  severalLeads: {
    zh: '“{title}”有 {count} 个牵头单位，由列首的单位填报。可调整顺序。',
    en: '“{title}” has {count} leads; the first reports. Change the order if another should.',
  },
  openList: {
    zh: '“{title}”的责任单位以“等”字收尾。请补全，或确认有意不列尽。',
    en: 'The units of “{title}” end with an open “等”. Complete the list, or confirm that it is meant open.',
  },
  baselineMissing: {
    zh: '“{title}”需要基数才能算进度。没有基数只判完成与否。',
    en: '“{title}” needs a baseline to show progress. Without one it is only met or not met.',
  },
  testMissing: {
    zh: '“{title}”是定性目标，请写明以什么判定达到（如：同比增幅大于0）。',
    en: 'Say by what “{title}” is judged met, such as: more than last year.',
  },
  measureUnconfirmed: { zh: '“{title}”的计量方式尚未确认。', en: 'The measure of “{title}” is not confirmed.' },
  groupEmpty: { zh: '“{name}”没有列出成员单位。', en: '“{name}” has no members listed.' },
}
