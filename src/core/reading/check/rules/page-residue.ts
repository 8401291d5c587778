import { both, trait } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** What a web page left around the text. */
export const pageResidue: PlanRule = {
  id: 'plan.pageResidue',
  severity: 'note',
  title: both('夹带网页或报纸版面文字', 'Remains of a web page in the text'),
  why: both(
    '阅读次数、打印按钮、“下转第四版”不是文件内容，说明文本取自网页，正文可能也不完整。',
    'Counters, print buttons and 下转第四版 are not part of the document: the text was copied from a page and may be incomplete.',
  ),
  messages: {
    main: {
      message: both('文中有{count}处网页或版面文字。', '{count} remains of a page stand in the text.'),
      remedy: both('改用发文机关的原件。', 'Use the issuer’s own file.'),
    },
  },
  examples: {
    valid: ['关于印发方案的通知\n一、任务\n抓好字号、打印等格式规范。'],
    invalid: ['关于印发方案的通知\n⟦阅读次数:120⟧\n一、任务\n抓好落实。'],
  },
  check: ({ residue }) => trait(residue().spans, 1),
}
