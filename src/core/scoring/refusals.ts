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
} as const satisfies Record<string, Words>
