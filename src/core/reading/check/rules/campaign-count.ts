import { parseChineseNumber } from '#core/kit'
import { both } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** The framework's own number: 七大攻坚, 八大行动. */
const NUMBER = /([二三四五六七八九十]{1,2})大/

/** A framework of N campaigns that does not have N. */
export const campaignCount: PlanRule = {
  id: 'plan.campaignCount',
  severity: 'question',
  title: both('行动（攻坚）数目不符', 'Not as many campaigns as the title says'),
  why: both(
    '标题称“七大”，文中却不是七个，挂图、专班、考核都会对不上。',
    'The title speaks of seven and the text has another number: wall chart, task forces and evaluation will not fit.',
  ),
  messages: {
    main: {
      message: both(
        '“{framework}”应有{stated}个，文中读出{found}个。',
        '“{framework}” should be {stated}; {found} are found.',
      ),
      remedy: both('核对各行动的序号与标题。', 'Check the numbers and titles of the campaigns.'),
    },
  },
  examples: {
    valid: [
      '青澜区2026年实施“三大行动”总体方案\n一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n（三）实施活商行动。做活商贸。',
    ],
    invalid: [
      '青澜区2026年实施“⟦四大行动⟧”总体方案\n一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n（三）实施活商行动。做活商贸。',
    ],
  },
  check: ({ reading }) => {
    const { framework, spans } = reading.meta
    const stated = parseChineseNumber(NUMBER.exec(framework ?? '')?.[1] ?? '')
    const found = reading.campaigns.length
    if (framework === null || stated === null || found < 2 || stated === found) return []
    // A framework whose words do not stand in the text as they are read has the place of its title.
    const place = spans.framework ?? spans.title ?? { start: 0, end: 0 }
    return [
      {
        places: [place],
        detail: { framework, stated, found },
      },
    ]
  },
}
