import type { Scheme } from './scheme.ts'

/** The scheme that ships with the product (domain.md, Evaluation): 三看 60, 三评 30, 三比 10. */
export const defaultScheme: Scheme = {
  schemeId: 'default',
  version: 1,
  words: { zh: '三看三评三比', en: 'three looks, three assessments, three comparisons' },
  leagues: ['taskForces', 'bureaus', 'townships', 'stateCompanies'],
  dimensions: [
    {
      dimensionId: 'looks',
      words: { zh: '三看', en: 'looks' },
      weight: '60',
      metrics: [
        { metricId: 'targets', rule: 'targets', weight: '30', words: { zh: '看目标完成', en: 'targets' } },
        { metricId: 'discipline', rule: 'discipline', weight: '10', words: { zh: '看调度落实', en: 'discipline' } },
        { metricId: 'keyTasks', rule: 'keyTasks', weight: '20', words: { zh: '看重点任务', en: 'key tasks' } },
      ],
    },
    {
      dimensionId: 'assessments',
      words: { zh: '三评', en: 'assessments' },
      weight: '30',
      metrics: [
        {
          metricId: 'results',
          rule: 'panel',
          weight: '10',
          words: { zh: '评工作成效', en: 'results' },
          guidance: {
            zh: '看实际效果：群众、企业是否得到了承诺的结果。90分以上须举出事实。',
            en: 'Did people and firms get what was promised? Above 90 name the facts.',
          },
        },
        {
          metricId: 'duty',
          rule: 'panel',
          weight: '10',
          words: { zh: '评履职担当', en: 'performance of duty' },
          guidance: {
            zh: '看是否主动履职、及时协同，不看材料多少。',
            en: 'Was the duty done of its own accord and with others? Not the amount of paper.',
          },
        },
        {
          metricId: 'hardProblems',
          rule: 'panel',
          weight: '10',
          words: { zh: '评攻坚克难', en: 'hard problems' },
          guidance: {
            zh: '看难题是否真正解决；没有难题的不因此扣分，请弃权。',
            en: 'Were hard problems solved? Abstain where there were none.',
          },
        },
      ],
    },
    {
      dimensionId: 'comparisons',
      words: { zh: '三比', en: 'comparisons' },
      weight: '10',
      metrics: [
        { metricId: 'drive', rule: 'drive', weight: '4', words: { zh: '比干劲', en: 'drive' } },
        { metricId: 'achievement', rule: 'achievement', weight: '3', words: { zh: '比业绩', en: 'achievement' } },
        { metricId: 'conduct', rule: 'conduct', weight: '3', words: { zh: '比作风', en: 'conduct' } },
      ],
    },
  ],
  striveLoss: '0.5',
  lateNodeShare: '0.5',
  conductStep: '0.1',
  bonusCap: '2',
  deductionCap: '5',
  smallestLeague: 5,
  tieMetrics: ['targets', 'keyTasks'],
}
