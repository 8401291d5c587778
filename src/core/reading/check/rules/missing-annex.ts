import type { CheckContext } from '../context/check-context.ts'
import { annexReferences, annexesHeld, annexesListed } from '../context/annexes.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** References to annexes of other documents: 国发〔2026〕3号附件2. */
const FOREIGN = /[》号]的?$/

function check(context: CheckContext): Hit[] {
  const known = new Set([...annexesHeld(context), ...annexesListed(context)].map(({ number }) => number))
  return annexReferences(context).flatMap(({ number, span }): Hit[] => {
    if (known.has(number) || FOREIGN.test(context.text.slice(Math.max(0, span.start - 2), span.start))) return []
    return [{ places: [span], detail: { number, last: Math.max(0, ...known) } }]
  })
}

/** A reference to an annex that the text neither lists nor holds. */
export const missingAnnex: PlanRule = {
  id: 'plan.missingAnnex',
  severity: 'error',
  title: both('引用的附件不存在', 'A reference to an annex that does not exist'),
  why: both(
    '文中要求按某附件执行，而附件目录和正文之后都没有这一件。',
    'The text refers to an annex that neither its list of annexes nor the text itself has.',
  ),
  messages: {
    main: {
      message: both('文中引用附件{number}，但没有这一附件。', 'Annex {number} is referred to, but there is none.'),
      remedy: both('补上附件，或改正编号。', 'Add the annex, or correct its number.'),
    },
  },
  examples: {
    valid: [
      '一、任务\n各单位按附件1逐项落实。\n附件：1.任务清单\n2.责任清单',
      '一、任务\n各单位按附件1逐项落实。\n附件1\n任务清单\n一、甲事\n抓甲事落实。',
    ],
    invalid: ['一、任务\n各单位按⟦附件3⟧逐项落实。\n附件：1.任务清单\n2.责任清单'],
  },
  check,
}
