import type { Words } from '#core/kit'

/** Refusals of schemes and panels. */
export const scoringRefusals = {
  'scheme.empty': { zh: '评价方案没有指标。', en: 'The scheme has no metric.' },
  'scheme.metricTwice': { zh: '评价方案中有重复的指标编号。', en: 'A metric stands in the scheme twice.' },
  'scheme.weightNotPositive': { zh: '权重须大于零。', en: 'Every weight must be above zero.' },
  'scheme.panelWithoutGuidance': {
    zh: '评议指标“{metric}”须写明评分说明。',
    en: 'Panel metric "{metric}" needs guidance.',
  },
  'scheme.tieMetricUnknown': {
    zh: '并列规则引用了方案中没有的指标。',
    en: 'The tie rule names a metric that the scheme lacks.',
  },
  'scheme.publishedTooLate': {
    zh: '方案须在评价期（{period}）开始前公布，请从下一期起生效。',
    en: 'A scheme is published before its period ({period}). Let it take effect next period.',
  },
  'scheme.notPublished': { zh: '本期没有已公布的评价方案。', en: 'No scheme is published for this period.' },
  'panel.scoreMissing': { zh: '请打分，或选“弃权”。', en: 'Give a score or abstain.' },
  'panel.scoreOutOfRange': { zh: '分值为0到100。', en: 'A score is from 0 to 100.' },
  'panel.scoreAndAbstention': { zh: '已选“弃权”，请清空分值。', en: 'You abstain; clear the score.' },
  'panel.periodNotOver': {
    zh: '评价期尚未结束，结束后再评议。',
    en: 'The period is not over yet; score it afterwards.',
  },
  'panel.closed': {
    zh: '本期已经评价，评议分不再改动。',
    en: 'This period is evaluated; panel scores stay as they are.',
  },
  'score.objectUnknown': { zh: '本期没有这个评价对象。', en: 'There is no such object in this evaluation.' },
  'score.periodUnknown': { zh: '请选择一个季度，例如 2026-Q2。', en: 'Choose a quarter, for example 2026-Q2.' },
  'score.periodNotOver': { zh: '评价期（{period}）尚未结束。', en: 'The period {period} is not over yet.' },
  'score.notSealed': {
    zh: '本季还有 {count} 期没有封存。请先封存，再评价。',
    en: '{count} {count|period|periods} of this quarter {count|is|are} not sealed. Seal them, then evaluate.',
  },
  'score.nothingSealed': { zh: '本季没有封存的数据，无从评价。', en: 'Nothing is sealed in this quarter.' },
  'score.alreadyRun': {
    zh: '本期已经评价。结果可以复算，不能重评。',
    en: 'This period is evaluated. It can be recomputed, not evaluated again.',
  },
} as const satisfies Record<string, Words>
